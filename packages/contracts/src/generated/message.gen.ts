// Generated from schemas/ by `npm run generate`; never edited.
import type { Day } from "@samvirke/kernel";

/** A calendar day ended in Oslo. */
export interface DayPassed {
  /** The day that ended. */
  readonly day: Day;
  /** The partition that this record tells, 0 to 11. */
  readonly partition: number;
}
