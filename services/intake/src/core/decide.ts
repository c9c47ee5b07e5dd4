import { sickLeave } from "@samvirke/domain";
import { E } from "@samvirke/kernel";
import type { Decider } from "@samvirke/kernel";
import type { Command, Event, State } from "./model.ts";

/** What becomes of a received message, by its aggregate. */
export const intake: Decider<Command, Event, State, never> = {
  initial: { sickLeave: sickLeave.initial },
  decide: (command, state) => sickLeave.decide(command, state.sickLeave),
  evolve: (state, event) => ({ ...state, sickLeave: sickLeave.evolve(state.sickLeave, event) }),
};

/** The message that a command is about; ids of its events derive from this. */
export const causeOf = ({ received }: Command): string => received.archiveId;

/** The events of one command, for tools that ask without a stage. */
export const eventsOf = (command: Command, state: State): ReadonlyArray<Event> =>
  E.getOrElse<never, ReadonlyArray<Event>>(() => [])(intake.decide(command, state));
