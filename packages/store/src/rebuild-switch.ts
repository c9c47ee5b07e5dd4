import type { Topic } from "@samvirke/kernel";
import { partitionCount } from "@samvirke/kernel";
import { writeJournal } from "./journal.ts";
import type { JournalEntry } from "./journal.ts";
import type { RebuildPlace } from "./rebuild-place.ts";
import { placesOf, stageNames } from "./rebuild-place.ts";
import { prove } from "./rebuild-proof.ts";
import type { Proof } from "./rebuild-proof.ts";
import { runName } from "./replay-run.ts";
import { quoted } from "./row-plan.ts";
import type { Session } from "./session.ts";

/** Where a stage stands: its last position, per partition. */
export type Positions = Readonly<Record<string, number>>;

/** A moment in which no stage of a projection writes. */
export interface Standstill {
  /** Where each live stage stands; nobody moves it before the transaction ends. */
  readonly positions: Readonly<Record<string, Positions>>;
  /** Whether the run stands at exactly the same positions. */
  readonly isLevel: () => Promise<boolean>;
  readonly prove: () => Promise<Proof>;
  /** Puts the rebuilt rows, states and parked records in the place of those that live, which are kept. */
  readonly switchOver: () => Promise<void>;
  readonly writeJournal: (entry: JournalEntry) => Promise<void>;
}

const plain = (text: string) => ({ name: "", text });

// A stage that never committed in a partition has no row to hold; it gets one.
const fillText = `insert into hub.checkpoint (stage, topic, partition, position)
  select $1, $2, p, -1 from generate_series(0, ${partitionCount - 1}) p on conflict do nothing`;
const holdText = `select partition, position from hub.checkpoint where stage = $1 and topic = $2
  order by partition for update`;
const standText = "select partition, position from hub.checkpoint where stage = $1 and topic = $2 order by partition";

interface Row {
  readonly partition: number;
  readonly position: number;
}

const positionsOf = (rows: ReadonlyArray<Row>): Positions =>
  Object.fromEntries(rows.map(({ partition, position }) => [String(partition), position]));

// In the order of partitions, as stages take them.
const hold = async (session: Session, name: string, topic: Topic): Promise<Positions> => {
  await session.count(plain(fillText), [name, topic]);
  return positionsOf(await session.rows<Row>(plain(holdText), [name, topic]));
};

const isLevel = async (
  session: Session,
  { run, stages }: RebuildPlace,
  live: Readonly<Record<string, Positions>>,
): Promise<boolean> => {
  for (const { name, topic } of stages) {
    const own = positionsOf(await session.rows<Row>(plain(standText), [stageNames(run, name).rebuilt, topic]));
    const wanted = Object.entries(live[name] ?? {});
    if (wanted.some(([partition, position]) => (own[partition] ?? -1) !== position)) return false;
  }
  return true;
};

// Checkpoints stay: both stand at the same positions.
const switchOver = async (session: Session, place: RebuildPlace): Promise<void> => {
  const { live, rebuilt, before } = placesOf(place);
  await session.rows(plain(`alter schema ${quoted(live)} rename to ${quoted(before)}`), []);
  await session.rows(plain(`alter schema ${quoted(rebuilt)} rename to ${quoted(live)}`), []);
  const rename = (table: string): string => `update hub.${table} set stage = $2 where stage = $1`;
  for (const { name } of place.stages) {
    const names = stageNames(place.run, name);
    for (const table of ["state", "parked"]) {
      await session.count(plain(rename(table)), [names.live, names.before]);
      await session.count(plain(rename(table)), [names.rebuilt, names.live]);
    }
    await session.count(plain("delete from hub.checkpoint where stage = $1"), [names.rebuilt]);
  }
  await session.rows(plain(`drop schema ${quoted(runName(place.run))} cascade`), []);
};

/**
 * Holds the stages of a projection still by their checkpoints. To be run in a transaction; what the run commits
 * meanwhile is seen.
 */
export const standstill = async (session: Session, place: RebuildPlace): Promise<Standstill> => {
  // The last records and the comparison may take longer than a statement of a stage.
  await session.rows(plain("set local idle_in_transaction_session_timeout = 0"), []);
  await session.rows(plain("set local statement_timeout = 0"), []);
  const positions: Record<string, Positions> = {};
  for (const { name, topic } of place.stages) positions[name] = await hold(session, name, topic);
  return {
    positions,
    isLevel: () => isLevel(session, place, positions),
    prove: () => prove(session, place),
    switchOver: () => switchOver(session, place),
    writeJournal: (entry) => writeJournal(session, entry),
  };
};

/** Takes out of the run's parking what somebody discarded since. */
export const passDiscarded = async (session: Session, run: string): Promise<void> => {
  const text = `delete from hub.parked p using hub.discarded d where p.stage = $1 || ':' || d.stage
    and p.topic = d.topic and p.partition = d.partition and p.position = d.position`;
  await session.count(plain(text), [runName(run)]);
};

/** Takes away what a switch kept. */
export const dropBefore = async (session: Session, place: RebuildPlace): Promise<void> => {
  await session.rows(plain(`drop schema if exists ${quoted(placesOf(place).before)} cascade`), []);
  for (const { name } of place.stages)
    for (const table of ["state", "parked"])
      await session.count(plain(`delete from hub.${table} where stage = $1`), [stageNames(place.run, name).before]);
};
