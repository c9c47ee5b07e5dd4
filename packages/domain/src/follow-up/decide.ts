import { E, fold } from "@samvirke/kernel";
import type { Decider, Either } from "@samvirke/kernel";
import { deadlines } from "./decide-deadlines.ts";
import { documentEvents } from "./decide-documents.ts";
import { ownSpells } from "./decide-spells.ts";
import type { FollowUpCommand, FollowUpEvent, FollowUpState, Occasion } from "./model.ts";
import { evolve, initial } from "./state.ts";

const spellsAfter = (state: FollowUpState, { archiveId, ...occasion }: Occasion): ReadonlyArray<FollowUpEvent> =>
  // Days that pass change no spell: only what is known of them does.
  archiveId === null ? [] : ownSpells(state, { archiveId, ...occasion }, []);

/** What follows from a state: spells first, then the duties that follow from them. */
const consequences = (state: FollowUpState, occasion: Occasion): ReadonlyArray<FollowUpEvent> => {
  const spells = spellsAfter(state, occasion);
  return [...spells, ...deadlines(fold(evolve)(state, spells), occasion)];
};

const decide = (command: FollowUpCommand, state: FollowUpState): Either<never, ReadonlyArray<FollowUpEvent>> => {
  const told = command.type === "Reconsider" ? [] : documentEvents(command, state);
  return E.right([...told, ...consequences(fold(evolve)(state, told), command.occasion)]);
};

/**
 * A person's follow-up: spells, duties and deadlines, meetings, welfare's decisions.
 *
 * Shape:  other aggregates' events are folded by `noteFacts`, then `Reconsider` tells what follows from them.
 * Source: canonical model B 1-3, 19-29 and C3, C4.
 */
export const followUp: Decider<FollowUpCommand, FollowUpEvent, FollowUpState, never> = { initial, decide, evolve };
