import type { Day, Instant } from "@samvirke/kernel";
import { dayOf, fromOsloLocal } from "@samvirke/kernel";

/** Why a value was read otherwise than its type demands. */
export type LexicalFinding =
  | "DATE_WITH_OFFSET"
  | "DATE_NOT_ISO"
  | "NUMBER_NOT_INTEGER"
  | "BOOLEAN_NOT_XML"
  | "VALUE_UNREADABLE";

/** What a text says; `value` is undefined when it says nothing of its type. */
export interface Lexical<A> {
  readonly value: A | undefined;
  readonly finding: LexicalFinding | undefined;
}

const unreadable = { value: undefined, finding: "VALUE_UNREADABLE" } as const;
const plain = <A>(value: A): Lexical<A> => ({ value, finding: undefined });

// xs:date, and what senders write for it: `2020-02-1`, a time of day behind it, offsets with and without colon.
const dateForm = /^(-?\d{4,6})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+)?(Z|[+-]\d{2}:?\d{2})?$/;
const strictDate = /^-?\d{4,6}-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * The literal calendar day of an xs:date; an offset never moves it.
 *
 * Source: fact sheet 0.2; the value of a date with offset is what stands written, whatever the offset.
 */
export const readDay = (text: string): Lexical<Day> => {
  const trimmed = text.trim();
  const match = dateForm.exec(trimmed);
  const value = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (value === undefined || value === null) return unreadable;
  if (!strictDate.test(trimmed)) return { value, finding: "DATE_NOT_ISO" };
  return { value, finding: match?.[4] === undefined ? undefined : "DATE_WITH_OFFSET" };
};

/** An xs:dateTime in parts. */
export interface ClockTime {
  /** The literal calendar day. */
  readonly day: Day;
  /** The written clock time as if it were UTC. Unit: milliseconds since 1970. */
  readonly clock: Instant;
  /** Minutes ahead of UTC; undefined when no zone is written. */
  readonly offset: number | undefined;
}

const dateTimeForm = /^([^T ]+)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const dateAlone = /^(-?\d{4,6}-\d{1,2}-\d{1,2})(.*)$/;
const strictDateTime = /^-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

const offsetMinutes = (zone: string | undefined): number | undefined => {
  if (zone === undefined) return undefined;
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
};

const millisOfDay = (match: ReadonlyArray<string | undefined>): number => {
  const [hours, minutes, seconds, fraction] = [match[2], match[3], match[4], match[5]];
  const millis = Number((fraction ?? "").slice(0, 3).padEnd(3, "0"));
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000 + millis;
};

/** Reads an xs:dateTime; a date alone counts as its midnight. */
export const readClockTime = (text: string): Lexical<ClockTime> => {
  const trimmed = text.trim();
  const date = dateAlone.exec(trimmed);
  const match = date && dateTimeForm.exec(`D${date[2]}`);
  const day = date ? readDay(date[1] ?? "").value : undefined;
  if (!match || day === undefined) return unreadable;
  const within = millisOfDay(match);
  if (within > 86_400_000) return unreadable;
  const value = { day, clock: day * 86_400_000 + within, offset: offsetMinutes(match[6]) };
  return { value, finding: strictDateTime.test(trimmed) ? undefined : "DATE_NOT_ISO" };
};

/** The instant of a clock time; where no zone is written, it is read in the zone that the field uses there. */
export const instantOf = (time: ClockTime, zoneless: "oslo" | "utc"): Instant => {
  if (time.offset !== undefined) return time.clock - time.offset * 60_000;
  return zoneless === "oslo" ? fromOsloLocal(time.clock) : time.clock;
};

const booleans: Readonly<Record<string, boolean>> = { true: true, "1": true, false: false, "0": false };

/** xs:boolean; other spellings of true and false are read and noted. */
export const readBoolean = (text: string): Lexical<boolean> => {
  const trimmed = text.trim();
  const strict = booleans[trimmed];
  if (strict !== undefined) return plain(strict);
  const value = booleans[trimmed.toLowerCase()];
  return value === undefined ? unreadable : { value, finding: "BOOLEAN_NOT_XML" };
};

const integerForm = /^([+-]?\d{1,10})([.,]0+)?$/;

/** xs:int; decimals are read only when they are zeros. */
export const readInteger = (text: string): Lexical<number> => {
  const match = integerForm.exec(text.trim());
  const value = match ? Number(match[1]) : Number.NaN;
  if (!match || Math.abs(value) > 2_147_483_647) return unreadable;
  return { value, finding: match[2] === undefined ? undefined : "NUMBER_NOT_INTEGER" };
};
