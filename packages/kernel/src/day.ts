declare const brand: unique symbol;

/** A calendar day without a zone. Unit: whole days since 1970-01-01, as Avro's `date`. */
export type Day = number & { readonly [brand]: "Day" };
/** A point in time. Unit: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const millisPerDay = 86_400_000;
const dayForm = /^(-?\d{4,6})-(\d{2})-(\d{2})$/;

/** The day of a count of days since 1970-01-01. */
export const day = (epochDays: number): Day => Math.trunc(epochDays) as Day;

const utcMillis = (year: number, month: number, date: number): number => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime();
};

/** The day of a year, month (1-12) and date, or undefined when the calendar has no such day. */
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  const millis = utcMillis(year, month, date);
  const back = new Date(millis);
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return exists ? day(millis / millisPerDay) : undefined;
};

/** Reads `YYYY-MM-DD` (years may have a sign and up to six digits); undefined when it is no day. */
export const parseDay = (text: string): Day | undefined => {
  const match = dayForm.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** Year, month (1-12) and date of a day. */
export const calendarDate = (d: Day): CalendarDate => {
  const at = new Date(d * millisPerDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
};

const pad = (value: number, width: number): string =>
  `${value < 0 ? "-" : ""}${String(Math.abs(value)).padStart(width, "0")}`;

/** Prints `YYYY-MM-DD`. */
export const printDay = (d: Day): string => {
  const { year, month, date } = calendarDate(d);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
};

/** The day that lies `days` later (earlier when negative). */
export const addDays = (d: Day, days: number): Day => day(d + days);

const lastDateOf = (year: number, month: number): number =>
  calendarDate(day(utcMillis(year, month + 1, 0) / millisPerDay)).date;

/** The same date `months` later, clipped to that month's last day (31 January + 1 month = 28 or 29 February). */
export const addMonths = (d: Day, months: number): Day => {
  const { year, month, date } = calendarDate(d);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return day(utcMillis(toYear, toMonth, Math.min(date, lastDateOf(toYear, toMonth))) / millisPerDay);
};

/** The same date `years` later; 29 February becomes 28 February in a common year. */
export const addYears = (d: Day, years: number): Day => addMonths(d, years * 12);

/** Whole days from `from` to `to`; the same day gives 0. */
export const daysBetween = (from: Day, to: Day): number => to - from;

/** Monday = 1 to Sunday = 7 (ISO 8601). */
export const weekday = (d: Day): number => ((((d + 3) % 7) + 7) % 7) + 1;

/** Monday to Friday; public holidays are not known here. */
export const isWeekday = (d: Day): boolean => weekday(d) <= 5;

/** The calendar day of an instant in UTC. */
export const utcDay = (at: Instant): Day => day(Math.floor(at / millisPerDay));

const osloParts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const hourOffsets = new Map<number, number>();

const computeOffset = (at: Instant): number => {
  const part = Object.fromEntries(osloParts.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  const local = Date.UTC(
    part["year"] ?? 0,
    (part["month"] ?? 1) - 1,
    part["day"],
    part["hour"],
    part["minute"],
    part["second"],
  );
  return local - Math.floor(at / 1000) * 1000;
};

/** What Oslo's clock is ahead of UTC at an instant. Unit: milliseconds. */
export const osloOffset = (at: Instant): number => {
  // Zone changes fall on whole hours, so one answer an hour is kept; the map is small and is emptied when it is not.
  const hour = Math.floor(at / 3_600_000);
  const known = hourOffsets.get(hour);
  if (known !== undefined) return known;
  if (hourOffsets.size > 50_000) hourOffsets.clear();
  const offset = computeOffset(at);
  hourOffsets.set(hour, offset);
  return offset;
};

/** The calendar day of an instant in Oslo. */
export const osloDay = (at: Instant): Day => utcDay(at + osloOffset(at));

/** The instant at which Oslo's clock shows a local time (given as if it were UTC); in the gap or overlap of summer time the earlier offset counts. */
export const fromOsloLocal = (local: number): Instant => {
  const guess = local - osloOffset(local - 3_600_000);
  return guess + osloOffset(guess) === local ? guess : local - osloOffset(guess);
};
