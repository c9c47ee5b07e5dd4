import { ParseOption, XmlDocument, XmlParseError } from "libxml2-wasm";
import type { StructureLimits } from "./scan.ts";
import { scanXml } from "./scan.ts";
import type { Source } from "./source.ts";

const options = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE;
const longRun = 8192;
const notBase64 = /[^A-Za-z0-9+/=\s]/;
const declaration = /^\s*<\?xml\s[^?]*\?>/;

interface Run {
  readonly start: number;
  readonly end: number;
}

const longRuns = (text: string, limits: StructureLimits): ReadonlyArray<Run> => {
  const runs: Array<Run> = [];
  const nothing = (): void => undefined;
  const look = (start: number, end: number): void => {
    if (end - start > longRun && !notBase64.test(text.slice(start, end))) runs.push({ start, end });
  };
  scanXml(text, limits, { open: nothing, close: nothing, text: look });
  return runs;
};

/**
 * The text without its declaration (the encoding it names is not believed) and without long runs of base64: such a run
 * can break nothing, and an attachment of many megabytes would stay in the parser's memory, which never shrinks.
 */
const slimmed = (source: Source, limits: StructureLimits): string => {
  const { text } = source;
  const runs = text.length > longRun ? longRuns(text, limits) : [];
  const starts = [0, ...runs.map((run) => run.end)];
  const kept = starts.map((start, index) => text.slice(start, runs[index]?.start ?? text.length));
  return source.decode(kept.join("")).replace(declaration, "").trimStart();
};

/** libxml2's judgement, without its message: that quotes the document. */
export const isWellFormed = (source: Source, limits: StructureLimits): boolean => {
  try {
    XmlDocument.fromString(slimmed(source, limits), { option: options }).dispose();
    return true;
  } catch (failure) {
    if (failure instanceof XmlParseError) return false;
    throw failure;
  }
};
