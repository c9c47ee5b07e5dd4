import type { ArchiveId } from "@samvirke/kernel";
import type { StoreTransaction, WireClaim, WireHolder } from "@samvirke/store";
import type { Arrival } from "./arrival.ts";

/** A claim and what became of it. */
export interface Settled extends WireClaim {
  readonly holder: WireHolder;
}

/** What became of the claims of a batch, by alias. */
export type Claimed = ReadonlyMap<string, Settled>;

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const bearing = ({ archiveId, wireAliases, bears }: Arrival): ReadonlyArray<WireClaim> =>
  [...(wireAliases ? [wireAliases.conflict, wireAliases.lookUp] : []), ...bears].map((alias) => ({
    alias,
    archiveId,
    isNaming: false,
  }));

const naming = ({ archiveId, names }: Arrival): ReadonlyArray<WireClaim> =>
  names.map(({ alias }) => ({ alias, archiveId, isNaming: true }));

/** Claims what messages bear, and what they name where that is still to be found; one statement for all. */
export const claimAll = async (
  transaction: Pick<StoreTransaction, "claimWireIds">,
  bearers: ReadonlyArray<Arrival>,
  seekers: ReadonlyArray<Arrival>,
): Promise<Claimed> => {
  const claims = [...bearers.flatMap(bearing), ...seekers.flatMap(naming)];
  const holders = await transaction.claimWireIds(claims);
  return new Map(
    claims.flatMap((claim, i) => (holders[i] ? [[hex(claim.alias), { ...claim, holder: holders[i] }]] : [])),
  );
};

/** The earlier message under the same id of the same sender. */
export const conflictOf = (claimed: Claimed, { archiveId, wireAliases }: Arrival): ArchiveId | undefined => {
  const holder = wireAliases && claimed.get(hex(wireAliases.conflict))?.holder.archiveId;
  return holder === archiveId ? undefined : holder;
};

/** Messages that named what this batch brings, by the message that brings it. */
export const precedents = async (
  transaction: Pick<StoreTransaction, "waitingUnder">,
  claimed: Claimed,
): Promise<ReadonlyMap<ArchiveId, ReadonlyArray<ArchiveId>>> => {
  const taken = [...claimed.values()].filter(({ holder }) => holder.tookOver);
  if (taken.length === 0) return new Map();
  const waits = await transaction.waitingUnder(taken.map(({ alias }) => alias));
  const found = new Map<ArchiveId, ReadonlyArray<ArchiveId>>();
  for (const { alias, archiveId } of waits) {
    const bearer = claimed.get(hex(alias))?.holder.archiveId;
    const known = (bearer && found.get(bearer)) ?? [];
    if (bearer && !known.includes(archiveId)) found.set(bearer, [...known, archiveId]);
  }
  return found;
};
