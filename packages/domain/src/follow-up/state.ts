import type { DeadlineReached, SpellDetermined } from "@samvirke/contracts";
import { evolveOnce } from "@samvirke/kernel";
import type { KnownSpell } from "./duties/known-spell.ts";
import type { FollowUpFact } from "./fact.ts";
import { orderedFacts } from "./ordered-facts.ts";
import type { Announced, FollowUpEvent, FollowUpState } from "./model.ts";
import { factsOfOwn } from "./own-facts.ts";

export const initial: FollowUpState = { facts: [], spells: [], announced: [], taken: [] };

/** The state with facts that other aggregates' events tell; the same fact again changes nothing. */
export const noteFacts = (state: FollowUpState, facts: ReadonlyArray<FollowUpFact>): FollowUpState => {
  const all = orderedFacts(state.facts, facts);
  return all === state.facts ? state : { ...state, facts: all };
};

/** All facts in an order that does not depend on when they came. */
export const factsOf = ({ facts }: FollowUpState): ReadonlyArray<FollowUpFact> => facts;

const knownSpell = (event: SpellDetermined): ReadonlyArray<KnownSpell> => {
  const { spellId, revision, source, outcome, work, case: shared } = event;
  if (outcome !== "STANDS" || source === "UNKNOWN" || work.start === null || shared.end === null) return [];
  const spell = {
    start: work.start,
    end: shared.end,
    days: shared.days,
    employers: shared.employers,
    whollyAway: shared.whollyAway,
    gradedAtEnd: shared.gradedAtEnd ?? false,
    employedAtEnd: shared.employedAtEnd ?? false,
    repeatedAbsence: shared.repeatedAbsence,
    absences: [{ from: work.start, to: shared.end }],
    inputs: shared.inputs,
  };
  return [{ spellId, revision, source, spell, determinedAt: shared.determinedAt }];
};

const withSpell = (state: FollowUpState, event: SpellDetermined): FollowUpState => ({
  ...state,
  spells: [...state.spells.filter(({ spellId }) => spellId !== event.spellId), ...knownSpell(event)],
});

const withAnnounced = (state: FollowUpState, announced: Announced): FollowUpState => ({
  ...state,
  announced: [...state.announced.filter(({ dutyId }) => dutyId !== announced.dutyId), announced],
});

const reached = (state: FollowUpState, event: DeadlineReached): FollowUpState => {
  const { dutyId, kind, state: how, case: shared } = event;
  if (kind === "UNKNOWN") return state;
  const { dueDay: due, discoveredOn } = shared;
  return withAnnounced(state, { dutyId, kind, due, discoveredOn, state: how, stands: true });
};

const withdrawn = (state: FollowUpState, dutyId: string): FollowUpState => ({
  ...state,
  announced: state.announced.map((one) => (one.dutyId === dutyId ? { ...one, stands: false } : one)),
});

const consequence = (state: FollowUpState, event: FollowUpEvent): FollowUpState => {
  switch (event.type) {
    case "SpellDetermined":
      return withSpell(state, event.value);
    case "DeadlineReached":
      return reached(state, event.value);
    case "DeadlineWithdrawn":
      return withdrawn(state, event.value.dutyId);
    default:
      return state;
  }
};

const taken = (state: FollowUpState, archiveId: string | null): FollowUpState =>
  archiveId === null || state.taken.includes(archiveId) ? state : { ...state, taken: [...state.taken, archiveId] };

/** State after one more event of its own; total. */
export const evolve = evolveOnce((state: FollowUpState, event: FollowUpEvent): FollowUpState =>
  noteFacts(taken(consequence(state, event), event.value.archiveId), factsOfOwn(event)),
);
