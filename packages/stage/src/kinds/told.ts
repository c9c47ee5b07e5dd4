import { lineageOf, newRecord } from "@samvirke/contracts";
import { deriveEventId } from "@samvirke/kernel";
import type { Day, LogRecord, NewRecord, PersonId, PersonSecret, RowChange, Topic } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Published } from "./deciding.ts";
import { dueRow } from "./due.ts";
import type { Kept } from "./kept-state.ts";

/** Whom an event is about, and what it follows from. */
export interface Writing {
  readonly person: PersonId;
  readonly secret: PersonSecret | undefined;
  readonly eventId: NewRecord["id"];
  /** What the event follows from. */
  readonly cause: Pick<LogRecord, "id" | "headers" | "recordedAt">;
}

/** Writes events to the log of a stage. */
export const eventRecord =
  (hub: Hub, source: { readonly name: string; readonly to: Topic }) =>
  ({ person, secret, eventId, cause }: Writing, published: Published): NewRecord => {
    const lineage = lineageOf(cause.headers);
    return newRecord(hub.codec, {
      topic: source.to,
      person,
      name: published.name,
      value: published.value,
      eventId,
      secret,
      audience: "hub",
      meta: {
        source: `/samvirke/${source.name}`,
        time: cause.recordedAt,
        correlationId: lineage.correlationId ?? cause.id,
        causationId: cause.id,
        traceparent: lineage.traceparent,
        stream: published.stream,
        sequence: published.sequence,
      },
    });
  };

/** The n-th event of its type that this command led to. */
const indexAmong = (published: ReadonlyArray<Published>, index: number): number =>
  published.slice(0, index).filter(({ name }) => name === published[index]?.name).length;

/** How a stage tells events. */
export interface Telling<Event, State> {
  readonly evolve: (state: State, event: Event) => State;
  readonly publish: (event: Event) => Published;
  readonly write: (writing: Writing, published: Published) => NewRecord;
  readonly due: (state: State, passed: Day) => Day | undefined;
}

/** What is told of one person. */
export interface Told<Event, State> {
  readonly before: Kept<State>;
  readonly events: ReadonlyArray<Event>;
  readonly writing: Omit<Writing, "eventId">;
  /** What event ids derive from. */
  readonly idFrom: string;
  readonly partition: number;
  readonly passed: Day;
}

export interface ToldEffects<State> {
  readonly appends: ReadonlyArray<NewRecord>;
  readonly rows: ReadonlyArray<RowChange>;
  /** The same object as before where nothing changed. */
  readonly after: Kept<State>;
}

const keptAfter = <Event, State>(
  { evolve, due }: Telling<Event, State>,
  { before, events, passed }: Told<Event, State>,
): Kept<State> => {
  const state = events.reduce(evolve, before.state);
  const next = due(state, passed);
  return events.length === 0 && next === before.due ? before : { state, due: next };
};

/** The records, the person's new state and the day that something falls due next, to which events lead. */
export const tell = <Event, State>(telling: Telling<Event, State>, told: Told<Event, State>): ToldEffects<State> => {
  const { before, events, writing, idFrom, partition } = told;
  const published = events.map(telling.publish);
  const appends = published.map((event, index) => {
    const eventId = deriveEventId(idFrom, event.name, indexAmong(published, index));
    return telling.write({ ...writing, eventId }, event);
  });
  const after = keptAfter(telling, told);
  return { appends, rows: dueRow({ person: writing.person, partition }, before.due, after.due), after };
};
