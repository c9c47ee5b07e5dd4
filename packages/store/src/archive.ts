import type { ArchiveId, Instant, PersonId } from "@samvirke/kernel";
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

const insertStatement: Statement = {
  name: "insert_archive",
  text: `insert into hub.archive (archive_id, person_id, sender, kind, format, body, received_at)
    values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000)) on conflict (archive_id) do nothing`,
};

const readStatement: Statement = {
  name: "read_archive",
  text: `select archive_id, person_id, sender, kind, format, body, date_part('epoch', received_at) * 1000 as received_at
    from hub.archive where archive_id = any($1::uuid[])`,
};

const rememberStatement: Statement = {
  name: "remember_wire_id",
  text: "insert into hub.wire_id (alias, archive_id) values ($1, $2) on conflict (alias) do nothing",
};

const findStatement: Statement = { name: "find_wire_id", text: "select archive_id from hub.wire_id where alias = $1" };

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

/** Keeps received bytes; false when this archive id is known: a repeat. Waits for a concurrent insert of the same id. */
export const insertArchive = async (session: Session, entry: ArchiveEntry): Promise<boolean> => {
  const { archiveId, person, sender, kind, format, body, receivedAt } = entry;
  const values = [archiveId, person, sender, kind, format, body, receivedAt];
  return (await session.count(insertStatement, values)) === 1;
};

/** Archived bytes by their ids; absent when unknown. */
export const readArchive = async (
  session: Session,
  ids: ReadonlyArray<ArchiveId>,
): Promise<ReadonlyMap<ArchiveId, ArchiveEntry>> => {
  const rows = await session.rows<ArchiveRow>(readStatement, [`{${ids.join(",")}}`]);
  return new Map(rows.map((row) => [row.archive_id, entryOf(row)]));
};

/** Notes the first message under an alias, the HMAC of sender and wire id; answers the archive id that holds the alias. */
export const rememberWireId = async (session: Session, alias: Uint8Array, archiveId: ArchiveId): Promise<ArchiveId> => {
  if ((await session.count(rememberStatement, [alias, archiveId])) === 1) return archiveId;
  return (await findWireId(session, alias)) ?? archiveId;
};

/** The archive id of the first message under an alias. */
export const findWireId = async (session: Session, alias: Uint8Array): Promise<ArchiveId | undefined> => {
  const [row] = await session.rows<{ archive_id: ArchiveId }>(findStatement, [alias]);
  return row?.archive_id;
};
