import type { ParkedRecord, PersonId, RowChange, StageStore, StageTransaction, Tried } from "@samvirke/kernel";
import { applyItems } from "./apply.ts";
import type { Work } from "./apply.ts";
import type { StageDefinition } from "./definition.ts";
import { emptyOutcome } from "./fold.ts";
import type { Item } from "./fold.ts";
import type { Preparing } from "./preparing.ts";
import { statesOf } from "./saving.ts";

/** A stage as it would handle what it parked. */
export interface TrialDeps<P, S> {
  readonly definition: StageDefinition<P, S>;
  readonly preparing: Preparing<P>;
  readonly store: Pick<StageStore, "transact">;
}

/** Carries the answer out of a transaction that must not be committed. */
class RolledBack extends Error {
  readonly tried: ReadonlyArray<Tried>;
  constructor(tried: ReadonlyArray<Tried>) {
    super("a trial is never committed");
    this.tried = tried;
  }
}

const countBy = <A>(all: ReadonlyArray<A>, name: (one: A) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[name(one)] = (counts[name(one)] ?? 0) + 1;
  return counts;
};

/** A transaction that tells which rows it was asked to change. */
const counting = (transaction: StageTransaction, rows: Array<RowChange>): StageTransaction => ({
  ...transaction,
  change: async (schema, changes, manner) => {
    await transaction.change(schema, changes, manner);
    rows.push(...changes);
  },
});

const placeOf = ({ record }: ParkedRecord): Pick<Tried, "partition" | "position" | "type"> => ({
  partition: record.partition,
  position: record.position,
  type: record.type,
});

const nothing = { reason: null, detail: null, appends: {}, rows: {} };

const tryItem = async <P, S>(
  work: Work<P, S>,
  { park, item }: { readonly park: ParkedRecord; readonly item: Item<P> | undefined },
  rows: Array<RowChange>,
): Promise<Tried> => {
  if (!item) return { ...placeOf(park), ...nothing, fate: "none" };
  const { before } = work.ground;
  if (before.parked.has(park.record.key)) return { ...placeOf(park), ...nothing, fate: "waits", reason: "behind" };
  const [appended, changed, failed] = [before.appends.length, rows.length, before.parks.length];
  await applyItems(work, [item]);
  const again = before.parks[failed];
  if (again) return { ...placeOf(park), ...nothing, fate: "fails", reason: again.reason, detail: again.detail };
  return {
    ...placeOf(park),
    ...nothing,
    fate: "handled",
    appends: countBy(before.appends.slice(appended), ({ topic, type }) => `${topic} ${type}`),
    rows: countBy(rows.slice(changed), ({ table }) => table),
  };
};

/** Parked records with what was prepared for them. */
interface Ready<P> {
  readonly parked: ReadonlyArray<ParkedRecord>;
  readonly items: ReadonlyArray<Item<P>>;
}

const tryAll = async <P, S>(
  definition: StageDefinition<P, S>,
  transaction: StageTransaction,
  { parked, items }: Ready<P>,
): Promise<ReadonlyArray<Tried>> => {
  const loaded = await statesOf(definition, transaction, items);
  const rows: Array<RowChange> = [];
  const ground = { loaded, before: emptyOutcome<P, S>() };
  const shared = { definition, ground, sent: [], encoded: new Map<string, Uint8Array>() };
  const work: Work<P, S> = { ...shared, manner: "guarded", transaction: counting(transaction, rows) };
  const tried: Array<Tried> = [];
  for (const park of parked) {
    const item = items.find(({ record }) => record === park.record);
    tried.push(await tryItem(work, { park, item }, rows));
  }
  return tried;
};

/**
 * What the stage would make of a person's parked records now, with the code that runs: rows are really written, since
 * only the database knows its constraints, in a transaction that is always rolled back. Nothing is appended.
 *
 * Rejects (unavailable): a part that it needs is away.
 */
export const tryPerson = async <P, S>(deps: TrialDeps<P, S>, person: PersonId): Promise<ReadonlyArray<Tried>> => {
  const { definition, preparing, store } = deps;
  const parked = await store.transact((transaction) => transaction.parked(definition.name, person));
  const items = await preparing.parkedItems(parked);
  try {
    return await store.transact(async (transaction) => {
      throw new RolledBack(await tryAll(definition, transaction, { parked, items }));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.tried;
    throw error;
  }
};

/** Answers the trials that wait for a stage, until there is none left. */
export const serveTrials = async <P, S>(
  deps: TrialDeps<P, S> & { readonly store: StageStore },
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const trials = await deps.store.takeTrials(deps.definition.name);
    if (trials.length === 0) return;
    for (const { id, person } of trials) {
      const records = await tryPerson(deps, person).catch(() => null);
      await deps.store.answerTrial({ id, records });
    }
  }
};
