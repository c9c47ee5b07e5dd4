import { isJsonObject, readJson } from "../json/read-json.ts";
import { defaultLimits } from "../xml/guard.ts";

/** A record of a topic as JSON: bare, or with its key beside it. */
export interface JsonRecord {
  /** Undefined where the document stands alone. */
  readonly key: string | undefined;
  /** Null: the record says that whatever its key names is gone. */
  readonly value: unknown;
}

const ownKeys: ReadonlySet<string> = new Set(["key", "value"]);

const isKeyed = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.hasOwn(value, "key") && Object.hasOwn(value, "value") && Object.keys(value).every((name) => ownKeys.has(name));

/**
 * The record in bytes; undefined when they are no JSON.
 *
 * Shape: `{"key": text, "value": object or null}` for a record whose key says something or whose value is null, else the
 *        value alone. The hub's own contract, since a topic's key has no place in the value.
 */
export const readJsonRecord = (bytes: Uint8Array): JsonRecord | undefined => {
  // Some records carry a whole message or a PDF; what structure they may have, the guard says.
  const value = readJson(bytes, defaultLimits.maxBytes);
  if (value === undefined) return undefined;
  if (!isJsonObject(value) || !isKeyed(value)) return { key: undefined, value };
  const { key } = value;
  return { key: typeof key === "string" && key.trim() !== "" ? key.trim() : undefined, value: value["value"] };
};

/** The bytes of a record whose value is null. */
export const printTombstone = (key: string): Uint8Array => Buffer.from(JSON.stringify({ key, value: null }));
