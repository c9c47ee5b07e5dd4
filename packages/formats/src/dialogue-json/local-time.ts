import type { Day, Instant } from "@samvirke/kernel";
import { fromOsloLocal, osloOffset, printDay } from "@samvirke/kernel";
import { readClockTime } from "../xml/values.ts";

/** An instant as Oslo's clock shows it, without zone: java.time.LocalDateTime, seconds always. */
export const localDateTime = (at: Instant): string =>
  new Date(at + osloOffset(at))
    .toISOString()
    .replace("Z", "")
    .replace(/\.000$/, "");

/** A day as its midnight. */
export const localMidnight = (on: Day): string => `${printDay(on)}T00:00:00`;

/** The instant of a LocalDateTime, read as Oslo's clock; null where it is none. */
export const instantOfLocal = (text: string): Instant | null => {
  const { value } = readClockTime(text);
  return value === undefined ? null : fromOsloLocal(value.clock);
};
