import { addDays, day, E, fold, printDay, uuid5 } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type {
  FollowUpCommand,
  FollowUpDocument,
  FollowUpEvent,
  FollowUpFact,
  FollowUpState,
  MessageOccasion,
} from "../../src/index.ts";
import { followUp, followUpPolicy2026 as policy, noteFacts } from "../../src/index.ts";
import { d } from "./build.ts";

export const occasion = (name: string, today: Day): MessageOccasion => ({
  archiveId: uuid5("archive-of", name),
  passed: addDays(today, -1),
  policy,
});

/** What comes: facts of other aggregates, or a document of welfare's. */
export interface Arrival {
  readonly name: string;
  readonly facts?: ReadonlyArray<FollowUpFact>;
  readonly document?: (occasion: MessageOccasion) => FollowUpDocument;
}

export interface Played {
  readonly state: FollowUpState;
  readonly events: ReadonlyArray<FollowUpEvent>;
}

export const started: Played = { state: followUp.initial, events: [] };

const decided = ({ state, events }: Played, command: FollowUpCommand): Played => {
  const result = followUp.decide(command, state);
  if (E.isLeft(result)) throw new Error("a follow-up command is never refused");
  return {
    state: fold(followUp.evolve)(state, result.right),
    events: result.right.length === 0 ? events : [...events, ...result.right],
  };
};

/** One arrival on a day. */
export const arrives = (played: Played, arrival: Arrival, today: Day): Played => {
  const noted = { ...played, state: noteFacts(played.state, arrival.facts ?? []) };
  const when = occasion(arrival.name, today);
  return decided(noted, arrival.document ? arrival.document(when) : { type: "Reconsider", occasion: when });
};

/** A day that passes. */
export const passes = (played: Played, passed: Day): Played =>
  decided(played, { type: "Reconsider", occasion: { archiveId: null, passed, policy } });

const passesAll = (played: Played, from: Day, to: Day): Played =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => addDays(from, index)).reduce(passes, played);

type Step = readonly [on: string, ...arrivals: ReadonlyArray<Arrival>];

/** Plays arrivals on their days, every day between passing, and on to a last day. */
export const play = (steps: ReadonlyArray<Step>, until: string): Played => {
  const first = d(steps[0]?.[0] ?? until);
  const end = steps.reduce<{ played: Played; today: Day }>(
    ({ played, today }, [on, ...arrivals]) => ({
      played: arrivals.reduce((sofar, arrival) => arrives(sofar, arrival, d(on)), passesAll(played, today, d(on))),
      today: d(on),
    }),
    { played: started, today: first },
  );
  return passesAll(end.played, end.today, addDays(d(until), 1));
};

export const facts = (name: string, ...told: ReadonlyArray<FollowUpFact>): Arrival => ({ name, facts: told });

const text = (on: Day | null): string => (on === null ? "-" : printDay(on));

/** An event in a line. */
export const line = ({ type, value }: FollowUpEvent): string => {
  switch (type) {
    case "SpellDetermined":
      return `19 ${value.source} ${value.outcome} r${value.revision} ${text(value.work.start)}..${text(value.case.end)}`;
    case "DeadlineReached":
      return `28 ${value.kind} due ${text(value.case.dueDay)} found ${text(value.case.discoveredOn)} ${value.state}`;
    case "DeadlineWithdrawn":
      return `29 ${value.reason}`;
    case "DialogueMeetingCalled":
      return `21 r${value.revision}`;
    case "DialogueMeetingEnded":
      return `23 ${value.how}`;
    case "FollowUpDecisionMade":
      return `24 ${value.subject} ${value.case.outcome.code}`;
    default:
      return type;
  }
};

export const lines = ({ events }: Played): ReadonlyArray<string> => events.map(line);
export const noDay = day(0);
