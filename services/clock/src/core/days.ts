import { addDays, day, osloDay } from "@samvirke/kernel";
import type { Day, Instant } from "@samvirke/kernel";

/** The last day that has ended in Oslo. */
export const endedBy = (now: Instant): Day => addDays(osloDay(now), -1);

/** The days to tell, oldest first: those that ended after the last one told. A clock that went back tells none. */
export const daysToTell = (last: Day, now: Instant): ReadonlyArray<Day> => {
  const ended = endedBy(now);
  return Array.from({ length: Math.max(0, ended - last) }, (_, index) => day(last + index + 1));
};
