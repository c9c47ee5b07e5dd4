import type { Codec, Door, KeyCache } from "@samvirke/contracts";
import { sealBytes } from "@samvirke/contracts";
import type { ArchiveId, PersonSecret, Topic } from "@samvirke/kernel";
import type { StoredKeyPort, StoreTransaction } from "@samvirke/store";
import type { Acceptance } from "../core/acceptance.ts";
import type { Arrival } from "./arrival.ts";
import { messageReceived } from "./message-received.ts";
import { resolvePersons } from "./person-index.ts";

/** What the sealing of an archived body is bound to; whoever opens it names the same. */
export const archivePurpose = "archive";

/** What taking messages needs. */
export interface AcceptDeps {
  readonly codec: Codec;
  readonly keys: StoredKeyPort;
  readonly seals: KeyCache;
  readonly topic: Topic;
  readonly door: Door;
}

interface Resolved {
  readonly arrival: Arrival;
  readonly secret: PersonSecret;
}

const byArchiveId = (a: Resolved, b: Resolved): number => (a.arrival.archiveId < b.arrival.archiveId ? -1 : 1);

// In one order of ids, so that two transactions with the same messages cannot block each other in a circle.
const archive = async (
  transaction: StoreTransaction,
  deps: AcceptDeps,
  resolved: ReadonlyArray<Resolved>,
): Promise<ReadonlySet<ArchiveId>> => {
  const entries = resolved.toSorted(byArchiveId).map(({ arrival, secret }) => ({
    archiveId: arrival.archiveId,
    person: secret.person,
    sender: Buffer.from(arrival.senderAliases[0] ?? "", "hex"),
    kind: arrival.kind,
    format: arrival.format,
    body: sealBytes(deps.seals, { purpose: archivePurpose, id: arrival.archiveId, secret, audience: "archive" }, arrival.bytes),
    receivedAt: arrival.receivedAt,
  }));
  const isNew = new Set<ArchiveId>();
  for (const entry of entries) if (await transaction.insertArchive(entry)) isNew.add(entry.archiveId);
  return isNew;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

interface WireClaim {
  readonly alias: Uint8Array;
  readonly archiveId: ArchiveId;
}

const claimsOf = (fresh: ReadonlyArray<Resolved>): ReadonlyArray<WireClaim> => {
  const claims = new Map<string, WireClaim>();
  for (const { arrival } of fresh) {
    const { conflict, lookUp } = arrival.wireAliases ?? {};
    for (const alias of [conflict, lookUp]) {
      if (alias && !claims.has(hex(alias))) claims.set(hex(alias), { alias, archiveId: arrival.archiveId });
    }
  }
  return [...claims].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim);
};

/** Which message was the first under each wire alias. */
const rememberWireIds = async (
  transaction: StoreTransaction,
  fresh: ReadonlyArray<Resolved>,
): Promise<ReadonlyMap<string, ArchiveId>> => {
  const holders = new Map<string, ArchiveId>();
  for (const { alias, archiveId } of claimsOf(fresh)) {
    holders.set(hex(alias), await transaction.rememberWireId(alias, archiveId));
  }
  return holders;
};

const conflictOf = (holders: ReadonlyMap<string, ArchiveId>, arrival: Arrival): ArchiveId | undefined => {
  const holder = arrival.wireAliases && holders.get(hex(arrival.wireAliases.conflict));
  return holder === arrival.archiveId ? undefined : holder;
};

const newAcceptance = ({ arrival, secret }: Resolved, conflictsWith: ArchiveId | undefined): Acceptance => ({
  messageId: arrival.archiveId,
  personId: secret.person,
  kind: arrival.kind,
  format: arrival.format,
  receivedAt: arrival.receivedAt,
  isRepeat: false,
  conflictsWith,
});

const firstOfEach = (arrivals: ReadonlyArray<Arrival>): ReadonlyArray<Arrival> => {
  const first = new Map<ArchiveId, Arrival>();
  for (const arrival of arrivals) if (!first.has(arrival.archiveId)) first.set(arrival.archiveId, arrival);
  return [...first.values()];
};

const resolve = async (
  transaction: StoreTransaction,
  deps: AcceptDeps,
  arrivals: ReadonlyArray<Arrival>,
): Promise<ReadonlyArray<Resolved>> => {
  const secrets = await resolvePersons(transaction, deps.keys, arrivals);
  return arrivals.flatMap((arrival, index) => {
    const secret = secrets[index];
    return secret ? [{ arrival, secret }] : [];
  });
};

/**
 * Takes a batch of messages in one transaction: persons, archive, wire ids and the log, in this order of locks.
 *
 * Shape: answers what is new, by archive id; whatever else the batch held was there before.
 */
export const acceptNew =
  (deps: AcceptDeps, arrivals: ReadonlyArray<Arrival>) =>
  async (transaction: StoreTransaction): Promise<ReadonlyMap<ArchiveId, Acceptance>> => {
    const resolved = await resolve(transaction, deps, firstOfEach(arrivals));
    const isNew = await archive(transaction, deps, resolved);
    const fresh = resolved.filter(({ arrival }) => isNew.has(arrival.archiveId));
    const holders = await rememberWireIds(transaction, fresh);
    const conflicts = fresh.map(({ arrival }) => conflictOf(holders, arrival));
    await transaction.append(fresh.map((one, i) => messageReceived(deps, { ...one, conflictsWith: conflicts[i] })));
    return new Map(fresh.map((one, i) => [one.arrival.archiveId, newAcceptance(one, conflicts[i])]));
  };
