import type { Advance, LogRecord, ParkedRecord, PersonId } from "@samvirke/kernel";
import { applyItems } from "./apply.ts";
import type { Work } from "./apply.ts";
import type { CommitDeps } from "./commit.ts";
import type { StageDefinition } from "./definition.ts";
import { emptyOutcome } from "./fold.ts";
import type { Item, Outcome } from "./fold.ts";
import { committed, save, statesOf } from "./saving.ts";
import type { Committed } from "./saving.ts";

/** One person's parked records, met by a redrive at its place in the order. */
export interface Redrive<P> {
  readonly move: Advance;
  readonly person: PersonId;
  /** What was parked when the records were prepared. */
  readonly parked: ReadonlyArray<ParkedRecord>;
  readonly items: ReadonlyArray<Item<P>>;
}

const samePlaces = (a: ReadonlyArray<ParkedRecord>, b: ReadonlyArray<ParkedRecord>): boolean =>
  a.length === b.length && a.every(({ record }, i) => record.position === b[i]?.record.position);

const leaving = <P, S>(redrive: Redrive<P>, outcome: Outcome<P, S>): ReadonlyArray<LogRecord> => {
  const taken = new Set(redrive.items.map((item) => item.record));
  const notForUs = redrive.parked.map((park) => park.record).filter((record) => !taken.has(record));
  return [...outcome.handled, ...notForUs];
};

/** Handles a person's parked records in order; the first that fails again stays, with everything behind it. */
export const commitRedrive = async <P, S>(
  definition: StageDefinition<P, S>,
  redrive: Redrive<P>,
  { store }: CommitDeps,
): Promise<Committed | undefined> => {
  const { move, person, items } = redrive;
  const done = await store.transact(async (transaction) => {
    const moved = await transaction.advance([move]);
    if (!moved.has(move)) return undefined;
    const now = await transaction.parked(definition.name, person);
    if (!samePlaces(now, redrive.parked)) throw new Error("what is parked changed while it was prepared");
    const loaded = await statesOf(definition, transaction, items);
    const ground = { loaded, before: emptyOutcome<P, S>() };
    const work: Work<P, S> = { definition, transaction, manner: "guarded", sent: [], ground, encoded: new Map() };
    await applyItems(work, items);
    const left = leaving(redrive, work.ground.before);
    if (left.length > 0) await transaction.unpark(definition.name, left);
    await save(work);
    return { outcome: work.ground.before, redriven: left.length };
  });
  return done && committed(done.outcome, done.redriven);
};
