import type { Code } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { maybeInner, maybeText, maybeTime, odd, text, time } from "../nav-sick-leave/json-source.ts";

/** A required text that says something. */
export const token = (source: JsonSource, key: string): string => {
  const written = text(source, key).trim();
  if (written === "" && typeof source.value[key] === "string")
    source.report.wrong.push({ path: source.at === "" ? key : `${source.at}.${key}`, rule: "MISSING" });
  return written;
};

/** A person's number; welfare's services write it as a text or as an object that holds one. */
export const personNumber = (source: JsonSource, key: string): string =>
  typeof source.value[key] === "object"
    ? (maybeInner(source, key, (inner) => token(inner, "value")) ?? token(source, key))
    : token(source, key);

/** One of the words that a field may hold; another one is kept as sent and noted. */
export const listed = (source: JsonSource, key: string, words: ReadonlyArray<string>): string => {
  const word = token(source, key);
  if (word !== "" && !words.includes(word)) odd(source, key, "UNLISTED_CODE");
  return word;
};

/** The same for a field that decides what the record is: another word makes it malformed. */
export const known = <W extends string>(
  source: JsonSource,
  key: string,
  words: Readonly<Record<string, W>>,
): W | null => {
  const word = token(source, key);
  const found = Object.hasOwn(words, word) ? words[word] : undefined;
  if (found === undefined && word !== "")
    source.report.wrong.push({ path: source.at === "" ? key : `${source.at}.${key}`, rule: "UNLISTED_CODE" });
  return found ?? null;
};

/** A code of welfare's own, which has no system. */
export const plainCode = (code: string): Code => ({ system: null, code, text: null, originalText: null });

/** The instant of a time. */
export const instant = (source: JsonSource, key: string): Instant => time(source, key).at;
export const maybeInstant = (source: JsonSource, key: string): Instant | null => maybeTime(source, key)?.at ?? null;

/** An id of welfare's that an answer, a person or a decision is known by. */
export const maybeToken = (source: JsonSource, key: string): string | null => {
  const written = maybeText(source, key)?.trim() ?? "";
  return written === "" ? null : written;
};

/** A number that Avro's logical types stand for; avsc leaves them bare. */
export const number = (source: JsonSource, key: string): number => {
  source.asked.add(key);
  const value = source.value[key];
  return typeof value === "number" ? value : 0;
};
