import { isConstraintFailure } from "@samvirke/kernel";
import type { Advance, Manner, PersonId, StageStore, StageTransaction } from "@samvirke/kernel";
import { applyItems } from "./apply.ts";
import type { Work } from "./apply.ts";
import type { BatchPersons, Breaker } from "./breaker.ts";
import type { StageDefinition } from "./definition.ts";
import { emptyOutcome } from "./fold.ts";
import type { Item, Outcome } from "./fold.ts";
import { committed, save, statesOf } from "./saving.ts";
import type { Committed } from "./saving.ts";

/** A release that parks too much; nothing of its batch is committed. */
export class BadRelease extends Error {
  override readonly name = "BadRelease";
}

export interface CommitDeps {
  readonly store: Pick<StageStore, "transact">;
  readonly breaker: Breaker;
}

/** Records of one partition that one transaction takes. */
export interface Chunk<P> {
  readonly move: Advance;
  readonly items: ReadonlyArray<Item<P>>;
}

const personsOf = <P>(items: ReadonlyArray<Item<P>>): Set<PersonId> => new Set(items.map((item) => item.record.key));

const batchPersons = <P, S>(items: ReadonlyArray<Item<P>>, outcome: Outcome<P, S>): BatchPersons => ({
  handled: personsOf(items),
  parked: new Set(outcome.parks.filter((park) => park.reason !== "behind").map((park) => park.record.key)),
});

interface Advanced<P, S> {
  readonly fresh: ReadonlySet<Chunk<P>>;
  readonly outcome: Outcome<P, S>;
  readonly batch: BatchPersons;
}

interface Opened<P> {
  readonly fresh: ReadonlySet<Chunk<P>>;
  readonly parked: ReadonlySet<PersonId>;
  readonly loaded: ReadonlyMap<string, Uint8Array>;
}

/** Locks the checkpoints and looks at what lies before, in one round trip; what was read for a stale chunk is not used. */
const open = async <P, S>(
  definition: StageDefinition<P, S>,
  transaction: StageTransaction,
  chunks: ReadonlyArray<Chunk<P>>,
): Promise<Opened<P>> => {
  const items = chunks.flatMap((chunk) => chunk.items);
  const persons = [...personsOf(items)];
  const [moved, parked, loaded] = await Promise.all([
    transaction.advance(chunks.map(({ move }) => move)),
    persons.length === 0 ? new Set<PersonId>() : transaction.parkedPersons(definition.name, persons),
    statesOf(definition, transaction, items),
  ]);
  return { fresh: new Set(chunks.filter(({ move }) => moved.has(move))), parked, loaded };
};

const nothing: Committed = { handled: 0, parked: 0, appended: 0, redriven: 0 };

/** What each chunk did, in the order given: the first that was fresh tells for all of them, a stale one is undefined. */
const shares = <P, S>(
  chunks: ReadonlyArray<Chunk<P>>,
  { fresh, outcome }: Advanced<P, S>,
): ReadonlyArray<Committed | undefined> => {
  const teller = chunks.find((chunk) => fresh.has(chunk));
  return chunks.map((chunk) => {
    if (!fresh.has(chunk)) return undefined;
    return chunk === teller ? committed(outcome, 0) : nothing;
  });
};

const commitIn = async <P, S>(
  definition: StageDefinition<P, S>,
  chunks: ReadonlyArray<Chunk<P>>,
  { store, breaker, manner }: CommitDeps & { readonly manner: Manner },
): Promise<Advanced<P, S>> =>
  store.transact(async (transaction) => {
    const { fresh, parked, loaded } = await open(definition, transaction, chunks);
    // A person has one partition, so chunks do not depend on each other.
    const items = chunks.filter((chunk) => fresh.has(chunk)).flatMap((chunk) => chunk.items);
    const ground = { loaded, before: emptyOutcome<P, S>(parked) };
    const work: Work<P, S> = { definition, transaction, manner, sent: [], ground, encoded: new Map() };
    await applyItems(work, items);
    const outcome = ground.before;
    const batch = batchPersons(items, outcome);
    if (breaker.wouldTrip(batch)) throw new BadRelease("bad release: too many persons would be parked");
    await save(work);
    return { fresh, outcome, batch };
  });

/** Bold first; where a row is refused, once more with savepoints, which find the record at fault. */
const commitEither = async <P, S>(
  definition: StageDefinition<P, S>,
  chunks: ReadonlyArray<Chunk<P>>,
  deps: CommitDeps,
): Promise<Advanced<P, S>> => {
  try {
    return await commitIn(definition, chunks, { ...deps, manner: "bold" });
  } catch (error) {
    if (!isConstraintFailure(error)) throw error;
    return commitIn(definition, chunks, { ...deps, manner: "guarded" });
  }
};

/**
 * Commits chunks of different partitions with all their effects in one transaction.
 * Undefined in a chunk's place when its checkpoint was elsewhere: this instance is stale there, and nothing of it is done.
 */
export const commitChunks = async <P, S>(
  definition: StageDefinition<P, S>,
  chunks: ReadonlyArray<Chunk<P>>,
  deps: CommitDeps,
): Promise<ReadonlyArray<Committed | undefined>> => {
  const done = await commitEither(definition, chunks, deps);
  deps.breaker.note(done.batch);
  return shares(chunks, done);
};
