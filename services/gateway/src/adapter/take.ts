import type { ArchiveId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { Acceptance } from "../core/acceptance.ts";
import type { AcceptDeps } from "./accept.ts";
import { acceptNew } from "./accept.ts";
import type { Arrival } from "./arrival.ts";
import { areMerging } from "./merges.ts";
import { findWritten } from "./written.ts";

const archivedStatement: Statement = {
  name: "gateway_archived",
  text: `select archive_id, person_id, kind, format, date_part('epoch', received_at) * 1000 as received_at
    from hub.archive where archive_id = any($1::uuid[])`,
};

interface ArchivedRow {
  readonly archive_id: ArchiveId;
  readonly person_id: string;
  readonly kind: string;
  readonly format: string;
  readonly received_at: number;
}

const repeat = (row: ArchivedRow): Acceptance => ({
  messageId: row.archive_id,
  personId: row.person_id,
  kind: row.kind,
  format: row.format,
  receivedAt: Math.round(row.received_at),
  isRepeat: true,
  conflictsWith: undefined,
});

const archived = async (store: Store, ids: ReadonlyArray<ArchiveId>): Promise<ReadonlyMap<string, Acceptance>> => {
  if (ids.length === 0) return new Map();
  const rows = await store.query<ArchivedRow>(archivedStatement, [`{${ids.join(",")}}`]);
  return new Map(rows.map((row) => [row.archive_id, repeat(row)]));
};

const answer = (
  arrival: Arrival,
  fresh: ReadonlyMap<string, Acceptance>,
  told: Set<string>,
): Acceptance | undefined => {
  const found = fresh.get(arrival.archiveId);
  if (!found) return undefined;
  const isFirst = !told.has(arrival.archiveId);
  told.add(arrival.archiveId);
  return isFirst ? found : { ...found, isRepeat: true, conflictsWith: undefined };
};

/** Takes a batch, wakes whoever waits for the log, and answers in the order given; repeats are told as they were first taken. */
export const takeBatch =
  (store: Store, deps: AcceptDeps) =>
  async (arrivals: ReadonlyArray<Arrival>): Promise<ReadonlyArray<Acceptance>> => {
    const [written, isMerging] = await Promise.all([findWritten(store, arrivals), areMerging(store, arrivals)]);
    const fresh = await store.transact(acceptNew(deps, { arrivals, written, isMerging }));
    if (fresh.size > 0) store.wake();
    const old = arrivals.map(({ archiveId }) => archiveId).filter((id) => !fresh.has(id));
    const known = await archived(store, old);
    const told = new Set<string>();
    return arrivals.map((arrival) => {
      const found = answer(arrival, fresh, told) ?? known.get(arrival.archiveId);
      if (!found) throw new Error("a message is neither new nor archived");
      return found;
    });
  };
