import type { Day, Instant } from "@samvirke/kernel";
import { fromOsloLocal, osloOffset, printDay } from "@samvirke/kernel";
import { printInstant } from "../xml/print-time.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

/** A day as ZonedDateTime: its midnight in Oslo with the offset of that day, so that the literal day stays readable. */
export const zonedDay = (day: Day): string => {
  const midnight = fromOsloLocal(day * 86_400_000);
  const minutes = osloOffset(midnight) / 60_000;
  return `${printDay(day)}T00:00:00+${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

/** An instant as LocalDateTime in UTC, without zone. */
export const localUtc = (at: Instant): string => printInstant(at).slice(0, -1);

/** An instant as LocalDateTime by Oslo's clock, without zone. */
export const localOslo = (at: Instant): string => localUtc(at + osloOffset(at));
