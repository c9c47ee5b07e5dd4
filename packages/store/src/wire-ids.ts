import type { ArchiveId, PersonId } from "@samvirke/kernel";
import { arrayLiteral, blob } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

/** An alias, the HMAC of an id on the wire, and the message that bears it, or that names it as another's. */
export interface WireClaim {
  readonly alias: Uint8Array;
  readonly archiveId: ArchiveId;
  /** Whether the message only speaks of what bears the alias. */
  readonly isNaming: boolean;
}

/** Who holds an alias after a claim. */
export interface WireHolder {
  readonly archiveId: ArchiveId;
  /** Of the holder; undefined where the claiming message itself holds it, or its archive row is not yet written. */
  readonly person: PersonId | undefined;
  /** Nothing bears the alias yet: the holder has only named it. */
  readonly isWaiting: boolean;
  /** The claim bears an alias that others had named before. */
  readonly tookOver: boolean;
}

// In one order of the aliases, so that two transactions cannot block each other in a circle. Whoever bears an alias takes
// it over from those who named it; the row's lock makes the two see each other, whichever comes first.
const claimStatement: Statement = {
  name: "claim_wire_ids",
  text: `insert into hub.wire_id as w (alias, archive_id, waiting)
    select substring($5::bytea from i.start for i.length) as alias, i.id, i.waiting
    from unnest($1::uuid[], $2::boolean[], $3::int[], $4::int[]) as i(id, waiting, start, length)
    order by alias
    on conflict (alias) do update set archive_id = excluded.archive_id, waiting = false
      where w.waiting and not excluded.waiting
    returning new.alias, old.alias is not null as took_over`,
};

const holdersStatement: Statement = {
  name: "wire_id_holders",
  text: `select w.alias, w.archive_id, w.waiting, a.person_id from (
      select substring($3::bytea from i.start for i.length) as alias from unnest($1::int[], $2::int[]) as i(start, length)
    ) n join hub.wire_id w on w.alias = n.alias left join hub.archive a on a.archive_id = w.archive_id`,
};

const waitStatement: Statement = {
  name: "wait_under_wire_ids",
  text: `insert into hub.wire_waiting (alias, archive_id)
    select substring($4::bytea from i.start for i.length) as alias, i.id
    from unnest($1::uuid[], $2::int[], $3::int[]) as i(id, start, length)
    order by alias, i.id on conflict (alias, archive_id) do nothing`,
};

const waitingStatement: Statement = {
  name: "waiting_under_wire_ids",
  text: `select w.alias, w.archive_id from (
      select substring($3::bytea from i.start for i.length) as alias from unnest($1::int[], $2::int[]) as i(start, length)
    ) n join hub.wire_waiting w on w.alias = n.alias order by w.rank`,
};

const findStatement: Statement = {
  name: "find_wire_id",
  text: "select archive_id from hub.wire_id where alias = $1 and not waiting",
};

interface HolderRow {
  readonly alias: Uint8Array;
  readonly archive_id: ArchiveId;
  readonly waiting: boolean;
  readonly person_id: PersonId | null;
}

interface ClaimedRow {
  readonly alias: Uint8Array;
  readonly took_over: boolean;
}

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

const listed = (aliases: ReadonlyArray<Uint8Array>): readonly [starts: string, lengths: string, body: Uint8Array] => {
  const { body, starts, lengths } = blob(aliases);
  return [arrayLiteral(starts), arrayLiteral(lengths), body];
};

const holdersOf = (session: Session, aliases: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<HolderRow>> =>
  aliases.length === 0 ? Promise.resolve([]) : session.rows<HolderRow>(holdersStatement, listed(aliases));

/** One claim for each alias: the first that bears it, else the first that names it. */
const firstClaims = (claims: ReadonlyArray<WireClaim>): ReadonlyMap<string, WireClaim> => {
  const first = new Map<string, WireClaim>();
  for (const claim of claims) {
    const key = keyOf(claim.alias);
    const known = first.get(key);
    if (!known || (known.isNaming && !claim.isNaming)) first.set(key, claim);
  }
  return first;
};

const insertClaims = (session: Session, claims: ReadonlyArray<WireClaim>): Promise<ReadonlyArray<ClaimedRow>> =>
  session.rows<ClaimedRow>(claimStatement, [
    arrayLiteral(claims.map(({ archiveId }) => archiveId)),
    arrayLiteral(claims.map(({ isNaming }) => isNaming)),
    ...listed(claims.map(({ alias }) => alias)),
  ]);

const holderOfRow = (row: HolderRow): WireHolder => ({
  archiveId: row.archive_id,
  person: row.person_id ?? undefined,
  isWaiting: row.waiting,
  tookOver: false,
});

/** Claims aliases; answers who holds the alias of each claim, in the order given. Of equal claims the first that bears wins. */
export const claimWireIds = async (
  session: Session,
  claims: ReadonlyArray<WireClaim>,
): Promise<ReadonlyArray<WireHolder>> => {
  const first = firstClaims(claims);
  if (first.size === 0) return [];
  const rows = await insertClaims(session, [...first.values()]);
  const won = new Map(rows.map((row) => [keyOf(row.alias), row.took_over]));
  const lost = [...first].filter(([key]) => !won.has(key)).map(([, { alias }]) => alias);
  const held = new Map((await holdersOf(session, lost)).map((row) => [keyOf(row.alias), holderOfRow(row)]));
  return claims.map((claim) => {
    const key = keyOf(claim.alias);
    const winner = first.get(key) ?? claim;
    const own = { archiveId: winner.archiveId, person: undefined, isWaiting: winner.isNaming };
    return held.get(key) ?? { ...own, tookOver: won.get(key) === true };
  });
};

/** A message that waits until something bears the alias that it names. */
export type WireWait = Omit<WireClaim, "isNaming">;

/** Notes who waits under aliases; those noted before stay as they are. */
export const waitUnder = async (session: Session, waits: ReadonlyArray<WireWait>): Promise<void> => {
  if (waits.length === 0) return;
  const ids = arrayLiteral(waits.map(({ archiveId }) => archiveId));
  await session.count(waitStatement, [ids, ...listed(waits.map(({ alias }) => alias))]);
};

/** Who waits under aliases, in the order in which they came. */
export const waitingUnder = async (
  session: Session,
  aliases: ReadonlyArray<Uint8Array>,
): Promise<ReadonlyArray<WireWait>> => {
  if (aliases.length === 0) return [];
  const rows = await session.rows<Pick<HolderRow, "alias" | "archive_id">>(waitingStatement, listed(aliases));
  return rows.map((row) => ({ alias: row.alias, archiveId: row.archive_id }));
};

/** The archive id of the message that bears an alias. */
export const findWireId = async (session: Session, alias: Uint8Array): Promise<ArchiveId | undefined> => {
  const [row] = await session.rows<{ archive_id: ArchiveId }>(findStatement, [alias]);
  return row?.archive_id;
};
