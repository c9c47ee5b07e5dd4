import type { Codec, Door, KeyCache } from "@samvirke/contracts";
import { sealBytes } from "@samvirke/contracts";
import type { ArchiveId, PersonSecret, Topic } from "@samvirke/kernel";
import type { ArchiveEntry, StoredKeyPort, StoreTransaction } from "@samvirke/store";
import type { Acceptance } from "../core/acceptance.ts";
import type { Arrival } from "./arrival.ts";
import type { Placed } from "./message-received.ts";
import type { Merged } from "./merges.ts";
import { endedStreams, mergeAll } from "./merges.ts";
import { messageReceived } from "./message-received.ts";
import type { Named } from "./named-persons.ts";
import { namedPersons, writtenFor } from "./named-persons.ts";
import { resolvePersons } from "./person-index.ts";
import type { Claimed } from "./wire-claims.ts";
import { claimAll, conflictOf, precedents } from "./wire-claims.ts";
import type { Written } from "./written.ts";

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

/** What one transaction takes. */
export interface Batch {
  readonly arrivals: ReadonlyArray<Arrival>;
  /** Documents that the hub wrote and these messages name. */
  readonly written: ReadonlyMap<string, Written>;
  /** Some of them say that persons are one human, which nobody may look up meanwhile. */
  readonly isMerging: boolean;
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

const newAcceptance = ({ arrival, secret, conflictsWith }: Placed): Acceptance => ({
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

/** Archives what is new and answers that. */
const archive = async <A extends Resolved>(
  transaction: StoreTransaction,
  deps: AcceptDeps,
  resolved: ReadonlyArray<A>,
): Promise<ReadonlyArray<A>> => {
  const isNew = await transaction.insertArchive(resolved.map((one) => entryOf(deps, one)));
  return resolved.filter(({ arrival }) => isNew.has(arrival.archiveId));
};

const wait = (transaction: StoreTransaction, named: ReadonlyArray<Named>): Promise<void> =>
  transaction.waitUnder(
    named
      .filter(({ isWaiting }) => isWaiting)
      .flatMap(({ arrival: { archiveId, names } }) => names.map(({ alias }) => ({ alias, archiveId }))),
  );

const taken = (fresh: ReadonlyArray<Resolved>): ReadonlyMap<ArchiveId, PersonSecret> =>
  new Map(fresh.map(({ arrival, secret }) => [arrival.archiveId, secret]));

/** Messages about nobody by number: they go to whoever they name, so their archive rows come after the wire ids. */
const takeNamed = async (
  transaction: StoreTransaction,
  deps: AcceptDeps,
  { seekers, known }: Parameters<typeof namedPersons>[2],
): Promise<ReadonlyArray<Named>> => {
  if (seekers.length === 0) return [];
  const named = await namedPersons(transaction, deps.keys, { seekers, known });
  const fresh = await archive(transaction, deps, named);
  await wait(transaction, fresh);
  return fresh;
};

const inOrder = (order: ReadonlyArray<Arrival>, placed: ReadonlyArray<Placed>): ReadonlyArray<Placed> => {
  const byId = new Map(placed.map((one) => [one.arrival.archiveId, one]));
  return order.flatMap(({ archiveId }) => byId.get(archiveId) ?? []);
};

const place = async (
  transaction: StoreTransaction,
  claimed: Claimed,
  fresh: ReadonlyArray<Resolved & { readonly about?: string | undefined }>,
): Promise<ReadonlyArray<Placed>> => {
  const earlier = await precedents(transaction, claimed);
  return fresh.map(({ arrival, secret, about }) => ({
    arrival,
    secret,
    conflictsWith: conflictOf(claimed, arrival),
    about,
    precededBy: earlier.get(arrival.archiveId) ?? [],
  }));
};

/** Holds the person index, and makes those one who are told to be. */
const merge = async (
  transaction: StoreTransaction,
  arrivals: ReadonlyArray<Arrival>,
  isMerging: boolean,
): Promise<ReadonlyArray<Merged>> => {
  const held = transaction.lockPersons(isMerging ? "alone" : "shared");
  // Nothing waits for its answer: what is sent after it runs after it.
  held.catch(() => undefined);
  return isMerging ? mergeAll(transaction, arrivals) : [];
};

/**
 * Takes a batch of messages in one transaction: persons, archive, wire ids, then the same for messages that are found by
 * what they name, and the log, in this order of locks. A message is of one class for ever, so no two transactions meet in
 * a circle.
 *
 * Shape: answers what is new, by archive id; whatever else the batch held was there before.
 */
export const acceptNew =
  (deps: AcceptDeps, { arrivals, written, isMerging }: Batch) =>
  async (transaction: StoreTransaction): Promise<ReadonlyMap<ArchiveId, Acceptance>> => {
    const all = firstOfEach(arrivals);
    const merged = await merge(transaction, all, isMerging);
    const naming = all.filter(({ names }) => names.length > 0);
    const numbered = await resolve(
      transaction,
      deps,
      all.filter(({ names }) => names.length === 0),
    );
    // Whoever was not known under any number has just been made.
    if (isMerging) await mergeAll(transaction, all);
    const fresh = await archive(transaction, deps, numbered);
    const claimed = await claimAll(
      transaction,
      [...fresh.map(({ arrival }) => arrival), ...naming],
      naming.filter((arrival) => !writtenFor(arrival, written)),
    );
    const known = { claimed, written, taken: taken(fresh) };
    const named = await takeNamed(transaction, deps, { seekers: naming, known });
    const placed = inOrder(all, await place(transaction, claimed, [...fresh, ...named]));
    await transaction.append([...endedStreams(deps, merged), ...placed.map((one) => messageReceived(deps, one))]);
    return new Map(placed.map((one) => [one.arrival.archiveId, newAcceptance(one)]));
  };
