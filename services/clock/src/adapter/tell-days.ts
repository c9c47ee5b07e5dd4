import type { Codec } from "@samvirke/contracts";
import { day } from "@samvirke/kernel";
import type { Clock, Day } from "@samvirke/kernel";
import type { Hub } from "@samvirke/stage";
import { daysToTell, endedBy } from "../core/days.ts";
import { dayRecords } from "./day-records.ts";

export interface ClockDeps {
  readonly store: Pick<Hub["store"], "clockDay" | "transact" | "wake">;
  readonly codec: Codec;
  readonly clock: Clock;
}

/** Tells one day; false when another instance was first. */
const tell = async ({ store, codec }: ClockDeps, from: Day, to: Day): Promise<boolean> => {
  const moved = await store.transact(async (transaction) => {
    const isOurs = await transaction.moveClock(from, to);
    if (isOurs) await transaction.append(dayRecords(codec, to));
    return isOurs;
  });
  if (moved) store.wake();
  return moved;
};

/** The last day told; at the very first start yesterday, since days before the hub are nobody's. */
const lastTold = async ({ store, clock }: ClockDeps): Promise<Day | undefined> => {
  const known = await store.clockDay();
  if (known !== undefined) return day(known);
  const yesterday = endedBy(clock.now());
  const isOurs = await store.transact((transaction) => transaction.moveClock(undefined, yesterday));
  return isOurs ? yesterday : undefined;
};

/** Tells every day that has ended since the last one told, in sequence; answers how many. Rejects when the store is away. */
export const tellDays = async (deps: ClockDeps): Promise<number> => {
  const last = await lastTold(deps);
  const days = last === undefined ? [] : daysToTell(last, deps.clock.now());
  let told = 0;
  for (const next of days) {
    if (!(await tell(deps, day(next - 1), next))) return told;
    told += 1;
  }
  return told;
};
