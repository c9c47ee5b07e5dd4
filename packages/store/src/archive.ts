import type { ArchiveId, Instant, PersonId } from "@samvirke/kernel";
import { arrayLiteral, blob } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

/** Received bytes as they are kept: sealed, under the hub's id. */
export interface ArchiveEntry {
  readonly archiveId: ArchiveId;
  readonly person: PersonId;
  /** HMAC of the authenticated sender. */
  readonly sender: Uint8Array;
  readonly kind: string;
  readonly format: string;
  /** The sealed bytes, exactly as received before sealing. */
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
}

// In order of their ids, so that two transactions with the same messages cannot block each other in a circle.
const insertStatement: Statement = {
  name: "insert_archive",
  text: `insert into hub.archive (archive_id, person_id, sender, kind, format, body, received_at)
    select i.id, i.person, substring($10::bytea from i.sender_start for i.sender_length), i.kind, i.format,
      substring($10::bytea from i.body_start for i.body_length), to_timestamp(i.at / 1000)
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::float8[], $6::int[], $7::int[], $8::int[], $9::int[])
      as i(id, person, kind, format, at, sender_start, sender_length, body_start, body_length)
    order by i.id on conflict (archive_id) do nothing returning archive_id`,
};

const readStatement: Statement = {
  name: "read_archive",
  text: `select archive_id, person_id, sender, kind, format, body, date_part('epoch', received_at) * 1000 as received_at
    from hub.archive where archive_id = any($1::uuid[])`,
};

interface ArchiveRow {
  readonly archive_id: ArchiveId;
  readonly person_id: PersonId;
  readonly sender: Uint8Array;
  readonly kind: string;
  readonly format: string;
  readonly body: Uint8Array;
  readonly received_at: number;
}

const entryOf = (row: ArchiveRow): ArchiveEntry => ({
  archiveId: row.archive_id,
  person: row.person_id,
  sender: row.sender,
  kind: row.kind,
  format: row.format,
  body: row.body,
  receivedAt: Math.round(row.received_at),
});

/**
 * Keeps received bytes and answers the ids that are new; the others are repeats.
 * Waits for a concurrent insert of the same id.
 */
export const insertArchive = async (
  session: Session,
  entries: ReadonlyArray<ArchiveEntry>,
): Promise<ReadonlySet<ArchiveId>> => {
  if (entries.length === 0) return new Set();
  const { body, starts, lengths } = blob(entries.flatMap((entry) => [entry.sender, entry.body]));
  const isSender = (_: unknown, index: number): boolean => index % 2 === 0;
  const isBody = (_: unknown, index: number): boolean => index % 2 === 1;
  const lists = [
    entries.map(({ archiveId }) => archiveId),
    entries.map(({ person }) => person),
    entries.map(({ kind }) => kind),
    entries.map(({ format }) => format),
    entries.map(({ receivedAt }) => receivedAt),
    starts.filter(isSender),
    lengths.filter(isSender),
    starts.filter(isBody),
    lengths.filter(isBody),
  ];
  const rows = await session.rows<{ archive_id: ArchiveId }>(insertStatement, [...lists.map(arrayLiteral), body]);
  return new Set(rows.map((row) => row.archive_id));
};

/** Archived bytes by their ids; absent when unknown. */
export const readArchive = async (
  session: Session,
  ids: ReadonlyArray<ArchiveId>,
): Promise<ReadonlyMap<ArchiveId, ArchiveEntry>> => {
  const rows = await session.rows<ArchiveRow>(readStatement, [`{${ids.join(",")}}`]);
  return new Map(rows.map((row) => [row.archive_id, entryOf(row)]));
};
