import type { PersonId, Topic } from "@samvirke/kernel";
import { arrayText } from "./array-text.ts";
import type { Statement, Store } from "@samvirke/store";
import type { Selection } from "../../core/replay/wish.ts";

type Queries = Pick<Store, "query">;

const statement = (name: string, text: string): Statement => ({ name: `replay_${name}`, text });

const byId = statement(
  "persons_by_id",
  `select person_id as person from hub.person where person_id = $1
    union select person_id from hub.archive where archive_id = $1
    union select person_id from view_case.message where case_id = $1
    union select person_id from view_case.case_file where case_id = $1`,
);

const byParked = statement("persons_by_parked", "select distinct person from hub.parked where stage = $1");

const byWindow = statement(
  "persons_by_window",
  `select distinct key as person from hub.log
    where topic = $1 and recorded_at between to_timestamp($2::float8 / 1000) and to_timestamp($3::float8 / 1000)
      and type <> 'DayPassed'`,
);

const byPositions = statement(
  "persons_by_positions",
  `select distinct key as person from hub.log
    where topic = $1 and partition = $2 and position between $3 and $4 and type <> 'DayPassed'`,
);

const rowsOf = (store: Queries, selection: Exclude<Selection, { by: "everybody" }>, topic: Topic) => {
  switch (selection.by) {
    case "id":
      return store.query<{ person: PersonId }>(byId, [selection.id]);
    case "parked":
      return store.query<{ person: PersonId }>(byParked, [selection.stage]);
    case "window":
      return store.query<{ person: PersonId }>(byWindow, [topic, selection.from, selection.to]);
    case "positions":
      return store.query<{ person: PersonId }>(byPositions, [topic, selection.partition, selection.from, selection.to]);
  }
};

/** Whom a selection is about; undefined for everybody. `topic` is what the first stage reads. */
export const personsChosen = async (
  store: Queries,
  selection: Selection,
  topic: Topic,
): Promise<ReadonlyArray<PersonId> | undefined> => {
  if (selection.by === "everybody") return undefined;
  return (await rowsOf(store, selection, topic)).map(({ person }) => person);
};

/** Where a stage and the topic that it writes to stood at one moment. */
export interface Standing {
  /** Last position that the stage has handled, per partition. */
  readonly until: Readonly<Record<string, number>>;
  /** Next position of the topic that it writes to, per partition. */
  readonly heads: Readonly<Record<string, number>>;
}

// One statement sees one moment: what the stage wrote for what it has handled, and nothing else.
const standingStatement = statement(
  "standing",
  `select 'until' as what, partition, position from hub.checkpoint where stage = $1
    union all select 'heads', partition, next from hub.log_head where topic = $2`,
);

/** Where a stage stands, and the topic that it writes to, at one moment. */
export const standingOf = async (store: Queries, stage: string, to: Topic | undefined): Promise<Standing> => {
  const rows = await store.query<{ what: "until" | "heads"; partition: number; position: number }>(standingStatement, [
    stage,
    to ?? "",
  ]);
  const of = (what: string): Readonly<Record<string, number>> =>
    Object.fromEntries(rows.filter((row) => row.what === what).map((row) => [String(row.partition), row.position]));
  return { until: of("until"), heads: of("heads") };
};

const partedStatement = statement(
  "moved_on",
  `select distinct l.key as person from hub.log l
    join unnest($2::smallint[], $3::bigint[]) as u(partition, until) on l.partition = u.partition and l.position > u.until
    where l.topic = $1`,
);

/** Who has had something since: their rows may have moved on, and tell nothing about the code. */
export const movedOn = async (store: Queries, topic: Topic, until: Standing["until"]): Promise<ReadonlySet<string>> => {
  const [partitions, positions] = [Object.keys(until), Object.values(until)];
  const rows = await store.query<{ person: string }>(partedStatement, [
    topic,
    arrayText(partitions),
    arrayText(positions),
  ]);
  return new Set(rows.map(({ person }) => person));
};
