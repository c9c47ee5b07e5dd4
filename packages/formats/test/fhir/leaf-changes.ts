import { stepOf } from "../../src/fhir/known.ts";

type Json = Readonly<Record<string, unknown>>;
type Step = string | number;

/** A leaf of a FHIR document in JSON: where it is, and what the table calls it. */
export interface FhirLeaf {
  readonly path: ReadonlyArray<Step>;
  readonly name: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const nameBelow = (name: string, key: string, value: unknown): string => {
  if (isObject(value) && typeof value["resourceType"] === "string") return value["resourceType"];
  const url = isObject(value) && typeof value["url"] === "string" ? value["url"] : null;
  return `${name}.${stepOf({ name: key, url, resourceType: null, value: null, children: [] })}`;
};

const labels: ReadonlySet<string> = new Set(["resourceType", "url"]);
const isLabel = (object: Json, key: string): boolean =>
  labels.has(key) && (key === "resourceType" || Object.keys(object).some((one) => /^(value|extension)/.test(one)));

/** Every leaf of a document. */
export const leavesOf = (value: unknown, path: ReadonlyArray<Step> = [], name = ""): ReadonlyArray<FhirLeaf> => {
  if (!isObject(value)) return [{ path, name }];
  const own = name === "" ? String(value["resourceType"]) : name;
  return Object.entries(value).flatMap(([key, below]) => {
    if (isLabel(value, key)) return [];
    const items: ReadonlyArray<unknown> = Array.isArray(below) ? below : [below];
    const at = (index: number): ReadonlyArray<Step> => (Array.isArray(below) ? [...path, key, index] : [...path, key]);
    return items.flatMap((item, index) => leavesOf(item, at(index), nameBelow(own, key, item)));
  });
};

// Words whose change decides something.
const words: Readonly<Record<string, string>> = {
  active: "entered-in-error",
  permit: "deny",
  confirmed: "refuted",
  JVBERi0x: "JVBERi0xJVBE",
};

const changedText = (text: string): string =>
  words[text] ?? (/^\d{4}-\d{2}-\d{2}/.test(text) ? text.replace(/-(\d{2})(?=$|T)/, "-28") : `${text}x`);

const changed = (leaf: unknown): unknown => {
  if (typeof leaf === "boolean") return !leaf;
  if (typeof leaf === "number") return leaf + 1;
  return typeof leaf === "string" ? changedText(leaf) : leaf;
};

/** The document with one leaf changed. */
export const withLeaf = (value: unknown, [step, ...rest]: ReadonlyArray<Step>): unknown => {
  if (step === undefined) return changed(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? withLeaf(item, rest) : item));
  const object = value as Json;
  return { ...object, [step]: withLeaf(object[step], rest) };
};
