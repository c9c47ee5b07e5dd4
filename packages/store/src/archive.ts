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

const rememberStatement: Statement = {
  name: "remember_wire_ids",
  text: `insert into hub.wire_id (alias, archive_id)
    select substring($4::bytea from i.start for i.length) as alias, i.id
    from unnest($1::uuid[], $2::int[], $3::int[]) as i(id, start, length)
    order by alias on conflict (alias) do nothing returning alias`,
};

const holdersStatement: Statement = {
  name: "wire_id_holders",
  text: `select w.alias, w.archive_id from (
      select substring($3::bytea from i.start for i.length) as alias from unnest($1::int[], $2::int[]) as i(start, length)
    ) n join hub.wire_id w on w.alias = n.alias`,
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

/** An alias, the HMAC of sender and wire id, and the message that claims it. */
export interface WireClaim {
  readonly alias: Uint8Array;
  readonly archiveId: ArchiveId;
}

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

interface HolderRow {
  readonly alias: Uint8Array;
  readonly archive_id: ArchiveId;
}

const holdersOf = async (session: Session, aliases: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<HolderRow>> => {
  if (aliases.length === 0) return [];
  const { body, starts, lengths } = blob(aliases);
  return session.rows<HolderRow>(holdersStatement, [arrayLiteral(starts), arrayLiteral(lengths), body]);
};

/** Notes the first message under each alias; answers who holds the alias of each claim. The first of equal claims wins. */
export const rememberWireIds = async (
  session: Session,
  claims: ReadonlyArray<WireClaim>,
): Promise<ReadonlyArray<ArchiveId>> => {
  const first = new Map<string, WireClaim>();
  for (const claim of claims) if (!first.has(keyOf(claim.alias))) first.set(keyOf(claim.alias), claim);
  const wanted = [...first.values()];
  if (wanted.length === 0) return [];
  const { body, starts, lengths } = blob(wanted.map(({ alias }) => alias));
  const values = [
    arrayLiteral(wanted.map(({ archiveId }) => archiveId)),
    arrayLiteral(starts),
    arrayLiteral(lengths),
    body,
  ];
  const rows = await session.rows<Pick<HolderRow, "alias">>(rememberStatement, values);
  const won = new Set(rows.map(({ alias }) => keyOf(alias)));
  const lost = wanted.filter(({ alias }) => !won.has(keyOf(alias))).map(({ alias }) => alias);
  const held = new Map((await holdersOf(session, lost)).map((row) => [keyOf(row.alias), row.archive_id]));
  return claims.map(
    ({ alias, archiveId }) => held.get(keyOf(alias)) ?? first.get(keyOf(alias))?.archiveId ?? archiveId,
  );
};

/** The archive id of the first message under an alias. */
export const findWireId = async (session: Session, alias: Uint8Array): Promise<ArchiveId | undefined> => {
  const [row] = await session.rows<{ archive_id: ArchiveId }>(findStatement, [alias]);
  return row?.archive_id;
};
