import { isConstraintFailure } from "@samvirke/kernel";
import type { Manner, ParkReason, RowChange, StageTransaction } from "@samvirke/kernel";
import { bounded, TookTooLong } from "./bounded.ts";
import { describeDefect } from "./describe.ts";
import type { StageDefinition } from "./definition.ts";
import { emptyOutcome, foldItems, parkInto } from "./fold.ts";
import type { Bookmark, Ground, Item, Outcome } from "./fold.ts";

/** A batch at work in its transaction. */
export interface Work<P, S> {
  readonly definition: StageDefinition<P, S>;
  readonly transaction: StageTransaction;
  /** bold: row changes are sent and answered later, and a refused one ends the transaction. */
  readonly manner: Manner;
  /** What was sent and is not answered yet. */
  readonly sent: Array<Promise<void>>;
  readonly ground: Ground<P, S>;
  /** States of the batch in bytes, as they will be saved. */
  readonly encoded: Map<string, Uint8Array>;
}

const merge = <P, S>(into: Outcome<P, S>, from: Outcome<P, S>): void => {
  into.handled.push(...from.handled);
  into.appends.push(...from.appends);
  into.parks.push(...from.parks);
  from.parked.forEach((person) => into.parked.add(person));
  from.states.forEach((kept, key) => into.states.set(key, kept));
};

/** The state's codec failed on one of the records, as a core does. */
class EncodeDefect extends Error {
  override readonly name = "EncodeDefect";
}

const encodeStates = <P, S>({ definition }: Work<P, S>, outcome: Outcome<P, S>): ReadonlyMap<string, Uint8Array> => {
  try {
    return new Map(
      [...outcome.states].flatMap(([key, { state, by }]) =>
        definition.states ? [[key, definition.states.encode(state, by, key)] as const] : [],
      ),
    );
  } catch (error) {
    throw new EncodeDefect(describeDefect(error));
  }
};

const change = async <P, S>(work: Work<P, S>, rows: ReadonlyArray<RowChange>): Promise<void> => {
  const changed = work.transaction.change(work.definition.schema ?? "", rows, work.manner);
  if (work.manner === "guarded") return changed;
  changed.catch(() => undefined);
  work.sent.push(changed);
};

const keep = async <P, S>(work: Work<P, S>, outcome: Outcome<P, S>): Promise<void> => {
  const encoded = encodeStates(work, outcome);
  if (outcome.rows.length > 0) await change(work, outcome.rows);
  encoded.forEach((bytes, key) => work.encoded.set(key, bytes));
  merge(work.ground.before, outcome);
};

const reasonOf = (error: Error): ParkReason => {
  if (error instanceof TookTooLong) return "too-long";
  if (!isConstraintFailure(error)) return "defect";
  return error.isTooLong === true ? "too-long" : "constraint";
};

const parkOne = <P, S>(work: Work<P, S>, item: Item<P>, error: Error): void => {
  const outcome = emptyOutcome<P, S>();
  parkInto(outcome, item, { stage: work.definition.name, reason: reasonOf(error), detail: error.message });
  merge(work.ground.before, outcome);
};

/** How long a core may take, for a batch and for one record alike; twice that must not outlast an idle transaction. Unit: milliseconds. */
const longestMs = 5_000;

const fold = <P, S>(
  { definition, ground }: Work<P, S>,
  items: ReadonlyArray<Item<P>>,
  bookmark: Bookmark,
): Outcome<P, S> =>
  bounded(definition.longestMs ?? longestMs, () => foldItems(definition, items, { ground, bookmark }));

const isParkable = (error: unknown, items: number): error is Error => {
  // A record alone that got no processor is not at fault: its batch comes again.
  if (error instanceof TookTooLong) return items > 1 || error.wasBusy;
  return isConstraintFailure(error) || error instanceof EncodeDefect;
};

/** Parts to try apart: halves where a row was refused; where time ran out, the record at work alone. */
const partsOf = <I>(items: ReadonlyArray<I>, error: Error, { index }: Bookmark): ReadonlyArray<ReadonlyArray<I>> => {
  const cuts = error instanceof TookTooLong ? [0, index, index + 1] : [0, items.length >> 1];
  return cuts.map((from, at) => items.slice(from, cuts[at + 1])).filter((part) => part.length > 0);
};

/**
 * Handles records in their order and writes their rows. Where rows are refused, or time runs out, the batch is taken
 * apart until the record at fault stands alone; each part is folded anew on what the part before it left.
 */
export const applyItems = async <P, S>(work: Work<P, S>, items: ReadonlyArray<Item<P>>): Promise<void> => {
  const bookmark = { index: 0 };
  try {
    await keep(work, fold(work, items, bookmark));
  } catch (error) {
    if (!isParkable(error, items.length)) throw error;
    const [only] = items;
    if (items.length === 1 && only) return parkOne(work, only, error);
    // The server ends a transaction from which it hears nothing for long.
    if (error instanceof TookTooLong) await work.transaction.parkedPersons(work.definition.name, []);
    for (const part of partsOf(items, error, bookmark)) await applyItems(work, part);
  }
};
