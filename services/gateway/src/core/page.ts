import type { Cursor, Place } from "./cursor.ts";
import { advance, isSamePlace, isSameSlot, positionIn } from "./cursor.ts";

/** Most parked records per partition that a cursor remembers. */
export const holesPerSlot = 8;

/** What the tables hold for one reader after a cursor, all seen at one moment. */
export interface Seen<Row extends Place> {
  /** Records after the cursor, in the order of delivery. */
  readonly fresh: ReadonlyArray<Row>;
  /** Records that the cursor had as holes and that are there now. */
  readonly late: ReadonlyArray<Row>;
  /** The first parked records of each partition, one more than a cursor remembers. */
  readonly parked: ReadonlyArray<Place>;
}

export interface Page<Row> {
  readonly rows: ReadonlyArray<Row>;
  readonly cursor: Cursor;
  readonly more: boolean;
}

/** The parked record that a cursor could not remember any more: nothing behind it in its partition is delivered. */
const firstUnlisted = (parked: ReadonlyArray<Place>, place: Place): number => {
  const same = parked.filter((hole) => isSameSlot(hole, place)).map(({ position }) => position);
  return same.toSorted((a, b) => a - b)[holesPerSlot] ?? Number.POSITIVE_INFINITY;
};

/**
 * One page of a mailbox and the cursor after it.
 *
 * Shape: what is parked when the reader passes it becomes a hole, and is delivered when it is redriven; so nothing is
 *        skipped, and nothing comes twice.
 */
export const pageOf = <Row extends Place>(after: Cursor, seen: Seen<Row>, limit: number): Page<Row> => {
  const open = [...seen.late, ...seen.fresh.filter((row) => row.position < firstUnlisted(seen.parked, row))];
  const rows = open.slice(0, limit);
  const had = advance(
    after.had,
    rows.filter((row) => !after.holes.some((hole) => isSamePlace(hole, row))),
  );
  const passed = seen.parked.filter((hole) => hole.position <= positionIn({ had, holes: [] }, hole));
  const waiting = seen.late.filter((row) => !rows.includes(row));
  const holes = [...passed, ...waiting].map(({ stream, partition, position }) => ({ stream, partition, position }));
  return { rows, cursor: { had, holes }, more: open.length > limit };
};
