import type { Day } from "@samvirke/kernel";
import { openSource } from "../xml/source.ts";
import type { Lexical } from "../xml/values.ts";
import { readDay } from "../xml/values.ts";
import type { Warning } from "@samvirke/contracts";

/** A JSON value and where it stands. */
export interface JsonPlace {
  /** Undefined where the key is missing. */
  readonly value: unknown;
  /** JSON Pointer (RFC 6901); of our own key names, never of the sender's. */
  readonly pointer: string;
  readonly note: (code: JsonFinding, pointer: string) => void;
}

/** Kinds of findings in a JSON document. */
export type JsonFinding =
  | "UNKNOWN_FIELD"
  | "VALUE_UNREADABLE"
  | "VALUE_TRIMMED"
  | "DATE_WITH_OFFSET"
  | "DATE_NOT_ISO"
  | "UNKNOWN_CODE"
  | "CODE_SWAPPED"
  | "MISSING_FIELD";

/** Collects findings; they name place and kind, never a value. */
export const jsonFindings = (): {
  readonly note: JsonPlace["note"];
  readonly list: ReadonlyArray<Warning>;
} => {
  const list: Array<Warning> = [];
  return { note: (code, pointer) => void list.push({ code, path: pointer }), list };
};

/** A receipt or a plan is some kilobytes; what is larger than this is not read. Unit: bytes. */
const largest = 1024 * 1024;

/**
 * A JSON document's value; undefined when the bytes are none, or more than `most`. Bytes in another encoding than UTF-8
 * are read as they are.
 */
export const readJson = (bytes: Uint8Array, most: number = largest): unknown => {
  if (bytes.length > most) return undefined;
  const source = openSource(bytes);
  try {
    return JSON.parse(source.decode(source.text)) as unknown;
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a JSON object. */
export const isJsonObject = isObject;

/** What stands under a key. */
export const at = ({ value, pointer, note }: JsonPlace, key: string): JsonPlace => ({
  value: isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined,
  pointer: `${pointer}/${key}`,
  note,
});

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Whether there is something. */
export const isThere = ({ value }: JsonPlace): boolean => !isNothing(value);

/** The items of a list; none where there is no list. */
export const itemsAt = (place: JsonPlace, key: string): ReadonlyArray<JsonPlace> => {
  const { value, pointer, note } = at(place, key);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({ value: item, pointer: `${pointer}/${index}`, note }));
  }
  if (!isNothing(value)) note("VALUE_UNREADABLE", pointer);
  return [];
};

/** The text under a key as written, a number as its digits; null where there is none. */
export const textAt = (place: JsonPlace, key: string): string | null => {
  const { value, pointer, note } = at(place, key);
  if (isNothing(value)) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  note("VALUE_UNREADABLE", pointer);
  return null;
};

/** The same with outer blanks cut, for what a machine compares. */
export const tokenAt = (place: JsonPlace, key: string): string | null => {
  const text = textAt(place, key);
  const trimmed = text?.trim() ?? null;
  if (trimmed !== text) place.note("VALUE_TRIMMED", `${place.pointer}/${key}`);
  return trimmed;
};

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

/** The boolean under a key; also where it is written as a text. */
export const booleanAt = (place: JsonPlace, key: string): boolean | null => {
  const { value, pointer, note } = at(place, key);
  if (isNothing(value)) return null;
  if (typeof value === "boolean") return value;
  const read = typeof value === "string" ? booleans[value.trim().toLowerCase()] : undefined;
  if (read === undefined) note("VALUE_UNREADABLE", pointer);
  return read ?? null;
};

/** The literal calendar day under a key. */
export const dayAt = (place: JsonPlace, key: string): Day | null => {
  const text = textAt(place, key);
  if (text === null) return null;
  const { value, finding }: Lexical<Day> = readDay(text);
  if (finding) place.note(finding as JsonFinding, `${place.pointer}/${key}`);
  return value ?? null;
};

/** Notes keys that the format does not have; the key itself is the sender's own word and is not told. */
export const noteUnknown = ({ value, pointer, note }: JsonPlace, known: ReadonlyArray<string>): void => {
  if (isObject(value) && Object.keys(value).some((key) => !known.includes(key))) note("UNKNOWN_FIELD", `${pointer}/*`);
};
