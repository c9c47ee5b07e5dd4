import { E, isUuid, partitionCount } from "@samvirke/kernel";
import type { Either, LogRecord, NewRecord, ParkedRecord, ParkReason, PersonId, RowChange } from "@samvirke/kernel";
import { describeDefect } from "./describe.ts";
import type { Effects, ParkFailure, StageDefinition } from "./definition.ts";

/** A record with what was prepared for it. */
export interface Item<Prepared> {
  readonly record: LogRecord;
  readonly prepared: Either<ParkFailure, Prepared>;
  /** Attempts so far; undefined for a record that comes from the topic and not out of parking. */
  readonly attempts: number | undefined;
}

/** A state that a record left, with the record that its codec needs. */
export interface KeptState<Prepared, State> {
  readonly state: State;
  readonly by: Prepared;
}

/** What handling some records brings about. */
export interface Outcome<Prepared, State> {
  readonly handled: Array<LogRecord>;
  readonly appends: Array<NewRecord>;
  readonly rows: Array<RowChange>;
  readonly parks: Array<ParkedRecord>;
  readonly parked: Set<PersonId>;
  readonly states: Map<string, KeptState<Prepared, State>>;
}

/** Where folding is, so that whoever breaks it off knows at which record. */
export interface Bookmark {
  index: number;
}

/** What lies before: states as loaded, and the outcome of the records before these. */
export interface Ground<Prepared, State> {
  readonly loaded: ReadonlyMap<string, Uint8Array>;
  readonly before: Outcome<Prepared, State>;
}

export const emptyOutcome = <P, S>(parked: Iterable<PersonId> = []): Outcome<P, S> => ({
  handled: [],
  appends: [],
  rows: [],
  parks: [],
  parked: new Set(parked),
  states: new Map(),
});

type Definition<P, S> = Pick<StageDefinition<P, S>, "name" | "topic" | "schema" | "states" | "handle">;

const stateAt =
  <P, S>(
    { states }: Definition<P, S>,
    prepared: P,
    { ground, outcome }: { readonly ground: Ground<P, S>; readonly outcome: Outcome<P, S> },
  ) =>
  (key: string): S | undefined => {
    const kept = outcome.states.get(key) ?? ground.before.states.get(key);
    if (kept) return kept.state;
    const bytes = ground.loaded.get(key);
    return bytes && states?.decode(bytes, prepared, key);
  };

const isSound = (record: NewRecord, readTopic: string): boolean =>
  record.topic !== readTopic &&
  isUuid(record.key) &&
  isUuid(record.id) &&
  record.type !== "" &&
  (record.partition === undefined || (record.partition >= 0 && record.partition < partitionCount));

/** What a record leads to is longer than a topic takes. */
class TooLong extends Error {
  override readonly name = "TooLong";
}

// The relay could never copy it: Kafka takes requests of 100 MiB, headers and frame included.
const longestValue = 80 * 1024 * 1024;

/** A core that asks for the impossible is at fault on this record; the log would refuse the whole batch. */
const assertSound = <P, S>(definition: Definition<P, S>, effects: Effects<S>): void => {
  const tooLong = effects.appends.find(({ value }) => value.byteLength > longestValue);
  if (tooLong) throw new TooLong(`${tooLong.type} of ${tooLong.value.byteLength} bytes, the most is ${longestValue}`);
  if (!effects.appends.every((record) => isSound(record, definition.topic))) throw new TypeError("unsound append");
  if (effects.rows.length > 0 && definition.schema === undefined) throw new TypeError("rows without a schema");
};

/** Notes that a record failed; its person's later records wait behind it. */
export const parkInto = <P, S>(
  outcome: Outcome<P, S>,
  { record, attempts = 0 }: Item<P>,
  why: { readonly stage: string; readonly reason: ParkReason; readonly detail: string },
): void => {
  outcome.parked.add(record.key);
  outcome.parks.push({ ...why, record, attempts: why.reason === "behind" ? attempts : attempts + 1 });
};

const handleInto = <P, S>(
  definition: Definition<P, S>,
  prepared: P,
  { ground, outcome }: { readonly ground: Ground<P, S>; readonly outcome: Outcome<P, S> },
): void => {
  const key = definition.states?.key(prepared);
  const at = stateAt(definition, prepared, { ground, outcome });
  const effects = definition.handle(prepared, key === undefined ? undefined : at(key), at);
  assertSound(definition, effects);
  outcome.appends.push(...effects.appends);
  outcome.rows.push(...effects.rows);
  if (key !== undefined && effects.state !== undefined) outcome.states.set(key, { state: effects.state, by: prepared });
  effects.others?.forEach((state, other) => outcome.states.set(other, { state, by: prepared }));
};

const whyParked = (error: unknown): { readonly reason: ParkReason; readonly detail: string } =>
  error instanceof TooLong
    ? { reason: "too-long", detail: error.message }
    : { reason: "defect", detail: describeDefect(error) };

/** Handles records in their order; pure, so that the same records can be folded again in smaller parts. */
export const foldItems = <P, S>(
  definition: Definition<P, S>,
  items: ReadonlyArray<Item<P>>,
  { ground, bookmark }: { readonly ground: Ground<P, S>; readonly bookmark: Bookmark },
): Outcome<P, S> => {
  const outcome = emptyOutcome<P, S>();
  const stage = definition.name;
  for (const [index, item] of items.entries()) {
    const { record, prepared } = item;
    bookmark.index = index;
    if (ground.before.parked.has(record.key) || outcome.parked.has(record.key)) {
      // What comes out of parking and meets a failure before it stays there as it is.
      if (item.attempts === undefined) parkInto(outcome, item, { stage, reason: "behind", detail: "" });
    } else if (E.isLeft(prepared)) {
      parkInto(outcome, item, { stage, ...prepared.left });
    } else {
      try {
        handleInto(definition, prepared.right, { ground, outcome });
        outcome.handled.push(record);
      } catch (error) {
        parkInto(outcome, item, { stage, ...whyParked(error) });
      }
    }
  }
  return outcome;
};
