import { E } from "@samvirke/kernel";
import type { StageTransaction } from "@samvirke/kernel";
import type { Work } from "./apply.ts";
import type { StageDefinition, StateCodec } from "./definition.ts";
import type { Item, Outcome } from "./fold.ts";

/** What a committed batch did. */
export interface Committed {
  readonly handled: number;
  readonly parked: number;
  readonly appended: number;
  readonly redriven: number;
}

const stateKeys = <P, S>(definition: StageDefinition<P, S>, items: ReadonlyArray<Item<P>>): ReadonlyArray<string> => {
  const { states } = definition;
  if (!states) return [];
  const keys = new Set<string>();
  for (const { prepared } of items)
    if (E.isRight(prepared)) for (const key of keysOf(states, prepared.right)) keys.add(key);
  return [...keys];
};

/** A throwing key function parks its record when the record is handled; here it only means that nothing is loaded. */
const keysOf = <P, S>({ key, others }: StateCodec<P, S>, prepared: P): ReadonlyArray<string> => {
  try {
    const own = key(prepared);
    return [...(own === undefined ? [] : [own]), ...(others?.(prepared) ?? [])];
  } catch {
    return [];
  }
};

/** Sends what is left to write, behind the row changes that were sent before, and waits for all of it. */
export const save = async <P, S>({ definition, transaction, ground, encoded, sent }: Work<P, S>): Promise<void> => {
  const { parks, appends } = ground.before;
  if (parks.length > 0) sent.push(transaction.park(parks));
  if (encoded.size > 0) sent.push(transaction.saveStates(definition.name, encoded));
  if (appends.length > 0) sent.push(transaction.append(appends));
  // The first in order tells why; the others fail because it did, and may be heard of sooner.
  const failed = (await Promise.allSettled(sent)).find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
};

/** The states that these records need, as they were saved last. */
export const statesOf = async <P, S>(
  definition: StageDefinition<P, S>,
  transaction: StageTransaction,
  items: ReadonlyArray<Item<P>>,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const keys = stateKeys(definition, items);
  return keys.length === 0 ? new Map<string, Uint8Array>() : transaction.states(definition.name, keys);
};

/** What handling came to. */
export const committed = <P, S>(outcome: Outcome<P, S>, redriven: number): Committed => ({
  handled: outcome.handled.length,
  parked: outcome.parks.length,
  appended: outcome.appends.length,
  redriven,
});
