import type { Codec, Door, KeyCache } from "@samvirke/contracts";
import { sealBytes } from "@samvirke/contracts";
import type { ArchiveId, PersonSecret, Topic } from "@samvirke/kernel";
import type { ArchiveEntry, StoredKeyPort, StoreTransaction, WireClaim } from "@samvirke/store";
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

const entryOf = (deps: AcceptDeps, { arrival, secret }: Resolved): ArchiveEntry => ({
  archiveId: arrival.archiveId,
  person: secret.person,
  sender: Buffer.from(arrival.senderAliases[0] ?? "", "hex"),
  kind: arrival.kind,
  format: arrival.format,
  body: sealBytes(
    deps.seals,
    { purpose: archivePurpose, id: arrival.archiveId, secret, audience: "archive" },
    arrival.bytes,
  ),
  receivedAt: arrival.receivedAt,
});

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const claimsOf = (fresh: ReadonlyArray<Resolved>): ReadonlyArray<WireClaim> =>
  fresh.flatMap(({ arrival: { archiveId, wireAliases } }) =>
    wireAliases
      ? [
          { alias: wireAliases.conflict, archiveId },
          { alias: wireAliases.lookUp, archiveId },
        ]
      : [],
  );

/** Which message was the first under each wire alias. */
const rememberWireIds = async (
  transaction: StoreTransaction,
  fresh: ReadonlyArray<Resolved>,
): Promise<ReadonlyMap<string, ArchiveId>> => {
  const claims = claimsOf(fresh);
  const holders = await transaction.rememberWireIds(claims);
  return new Map(claims.map(({ alias, archiveId }, index) => [hex(alias), holders[index] ?? archiveId]));
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
    const isNew = await transaction.insertArchive(resolved.map((one) => entryOf(deps, one)));
    const fresh = resolved.filter(({ arrival }) => isNew.has(arrival.archiveId));
    const holders = await rememberWireIds(transaction, fresh);
    const conflicts = fresh.map(({ arrival }) => conflictOf(holders, arrival));
    await transaction.append(fresh.map((one, i) => messageReceived(deps, { ...one, conflictsWith: conflicts[i] })));
    return new Map(fresh.map((one, i) => [one.arrival.archiveId, newAcceptance(one, conflicts[i])]));
  };
