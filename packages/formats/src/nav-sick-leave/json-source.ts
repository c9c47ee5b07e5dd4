import type { Finding } from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import { instantOf, readClockTime, readDay } from "../xml/values.ts";

/** What is found while a JSON document is read: what makes it malformed, and what is only odd. */
export interface JsonReport {
  readonly wrong: Array<Finding>;
  readonly odd: Array<Finding>;
}

/** An object of a JSON document, where it stands, and which of its keys have been asked for. */
export interface JsonSource {
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly asked: Set<string>;
  readonly report: JsonReport;
}

type Reads<A> = (source: JsonSource) => A;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pathOf = ({ at }: JsonSource, key: string): string => (at === "" ? key : `${at}.${key}`);

const wrong = (source: JsonSource, key: string, rule: string): undefined => {
  source.report.wrong.push({ path: pathOf(source, key), rule });
  return undefined;
};

/** Notes something odd about a key. */
export const odd = (source: JsonSource, key: string, rule: string): void =>
  void source.report.odd.push({ path: pathOf(source, key), rule });

const valueAt = (source: JsonSource, key: string): unknown => {
  source.asked.add(key);
  return Object.hasOwn(source.value, key) ? source.value[key] : undefined;
};

/** The value when it is there and of its type; a missing or null one is null, another type is wrong. */
const optional = <A>(source: JsonSource, key: string, as: (value: unknown) => A | undefined): A | null => {
  const value = valueAt(source, key);
  if (value === undefined || value === null) return null;
  const read = as(value);
  if (read === undefined) wrong(source, key, "WRONG_TYPE");
  return read ?? null;
};

const required = <A>(source: JsonSource, key: string, found: A | null): A | undefined => {
  if (found !== null) return found;
  const value = valueAt(source, key);
  if (value === undefined || value === null) wrong(source, key, "MISSING");
  return undefined;
};

const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const asFlag = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
const asWhole = (value: unknown): number | undefined =>
  typeof value === "number" && (value | 0) === value ? value : undefined;
const asDay = (value: unknown): Day | undefined => (typeof value === "string" ? readDay(value).value : undefined);

export const maybeText = (source: JsonSource, key: string): string | null => optional(source, key, asText);
export const maybeFlag = (source: JsonSource, key: string): boolean | null => optional(source, key, asFlag);
export const maybeWhole = (source: JsonSource, key: string): number | null => optional(source, key, asWhole);
/** A literal calendar day, `2024-01-15`. */
export const maybeDay = (source: JsonSource, key: string): Day | null => optional(source, key, asDay);

export const text = (source: JsonSource, key: string): string => required(source, key, maybeText(source, key)) ?? "";
export const flag = (source: JsonSource, key: string): boolean =>
  required(source, key, maybeFlag(source, key)) ?? false;
export const whole = (source: JsonSource, key: string): number => required(source, key, maybeWhole(source, key)) ?? 0;
export const day = (source: JsonSource, key: string): Day => required(source, key, maybeDay(source, key)) ?? (0 as Day);

/** A time as written and as the instant that it is. */
export interface WrittenTime {
  readonly text: string;
  readonly at: Instant;
  /** The written clock time as if it were UTC, its offset left out. */
  readonly clock: Instant;
  readonly day: Day;
}

const asTime =
  (zoneless: "oslo" | "utc") =>
  (value: unknown): WrittenTime | undefined => {
    const written = typeof value === "string" ? readClockTime(value).value : undefined;
    if (typeof value !== "string" || written === undefined) return undefined;
    return { text: value, at: instantOf(written, zoneless), clock: written.clock, day: written.day };
  };

/** A time; without a zone it is UTC, as welfare's JSON writes its local date-times. */
export const maybeTime = (source: JsonSource, key: string): WrittenTime | null => optional(source, key, asTime("utc"));

export const time = (source: JsonSource, key: string): WrittenTime =>
  required(source, key, maybeTime(source, key)) ?? { text: "", at: 0, clock: 0, day: 0 as Day };

const closed = <A>(source: JsonSource, read: Reads<A>): A => {
  const result = read(source);
  const unknown = Object.keys(source.value).some((key) => !source.asked.has(key));
  // The key is the sender's own word, so the path stops before it.
  if (unknown) odd(source, "*", "UNKNOWN_PROPERTY");
  return result;
};

const below = (source: JsonSource, at: string, value: Readonly<Record<string, unknown>>): JsonSource => ({
  at,
  value,
  asked: new Set(),
  report: source.report,
});

/** The object under a key; null where there is none. */
export const maybeInner = <A>(source: JsonSource, key: string, read: Reads<A>): A | null =>
  optional(source, key, (value) =>
    isObject(value) ? closed(below(source, pathOf(source, key), value), read) : undefined,
  );

/** The object under a key; where there is none, what an empty one reads as, and the document is malformed. */
export const inner = <A>(source: JsonSource, key: string, read: Reads<A>): A => {
  const found = maybeInner(source, key, read);
  if (found !== null) return found;
  required(source, key, null);
  return read({ at: pathOf(source, key), value: {}, asked: new Set(), report: { wrong: [], odd: [] } });
};

type Item<A> = (value: unknown, at: string, source: JsonSource) => A | undefined;

const listOf = <A>(source: JsonSource, key: string, item: Item<A>): ReadonlyArray<A> | null =>
  optional(source, key, (value) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown, index): ReadonlyArray<A> => {
          const at = `${pathOf(source, key)}[${index}]`;
          const read = item(one, at, source);
          if (read === undefined) source.report.wrong.push({ path: at, rule: "WRONG_TYPE" });
          return read === undefined ? [] : [read];
        })
      : undefined,
  );

/** The objects of a list; none where there is no list. */
export const items = <A>(source: JsonSource, key: string, read: Reads<A>): ReadonlyArray<A> =>
  listOf(source, key, (value, at) => (isObject(value) ? closed(below(source, at, value), read) : undefined)) ?? [];

/** The texts of a list; none where there is no list. */
export const texts = (source: JsonSource, key: string): ReadonlyArray<string> =>
  listOf(source, key, (value) => asText(value)) ?? [];

/** The entries of a map of objects, in the order written. */
export const entries = <A>(source: JsonSource, read: (key: string, source: JsonSource) => A): ReadonlyArray<A> =>
  Object.entries(source.value).flatMap(([key, value], index) => {
    source.asked.add(key);
    const at = `${source.at}{${index}}`;
    if (isObject(value)) return [closed(below(source, at, value), (one) => read(key, one))];
    source.report.wrong.push({ path: at, rule: "WRONG_TYPE" });
    return [];
  });

/** Reads a whole document. */
export const readObject = <A>(value: unknown, read: Reads<A>): { readonly value: A | undefined } & JsonReport => {
  const report: JsonReport = { wrong: [], odd: [] };
  if (!isObject(value)) return { value: undefined, wrong: [{ path: "", rule: "WRONG_TYPE" }], odd: [] };
  const read1 = closed({ at: "", value, asked: new Set(), report }, read);
  return { value: read1, ...report };
};
