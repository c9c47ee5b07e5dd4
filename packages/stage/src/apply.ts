import { isConstraintFailure } from "@samvirke/kernel";
import type { Manner, RowChange, StageTransaction } from "@samvirke/kernel";
import { describeDefect } from "./describe.ts";
import type { StageDefinition } from "./definition.ts";
import { emptyOutcome, foldItems, parkInto } from "./fold.ts";
import type { Ground, Item, Outcome } from "./fold.ts";

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

const parkOne = <P, S>(work: Work<P, S>, item: Item<P>, error: Error): void => {
  const outcome = emptyOutcome<P, S>();
  const reason = isConstraintFailure(error) ? "constraint" : "defect";
  parkInto(outcome, item, { stage: work.definition.name, reason, detail: error.message });
  merge(work.ground.before, outcome);
};

/**
 * Handles records in their order and writes their rows. Where rows are refused the batch is halved until the record
 * at fault stands alone; each half is folded anew on what the half before it left.
 */
export const applyItems = async <P, S>(work: Work<P, S>, items: ReadonlyArray<Item<P>>): Promise<void> => {
  try {
    await keep(work, foldItems(work.definition, items, work.ground));
  } catch (error) {
    if (!isConstraintFailure(error) && !(error instanceof EncodeDefect)) throw error;
    const [only] = items;
    if (items.length === 1 && only) return parkOne(work, only, error);
    const middle = items.length >> 1;
    await applyItems(work, items.slice(0, middle));
    await applyItems(work, items.slice(middle));
  }
};
