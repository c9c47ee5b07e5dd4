import type { XmlDraft } from "../../xml/write.ts";
import { element, printXml } from "../../xml/write.ts";
import { isJsonObject } from "../../json/read-json.ts";
import { fhirNamespace } from "../xml-as-json.ts";

/** A resource or element to be printed, its keys in the order of the standard; null and empty say nothing. */
export type FhirOut = Readonly<Record<string, unknown>>;

/** Media types application/fhir+json and application/fhir+xml. */
export type FhirNotation = "JSON" | "XML";

// Control characters that no FHIR string may hold.
const notAllowed = /[^\t\n\r\u0020-\uFFFF]/g;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** FHIR has neither null nor empty texts, lists and objects. */
const filled = (value: unknown): unknown => {
  if (typeof value === "string") return value.replace(notAllowed, "");
  if (Array.isArray(value)) return (value as unknown[]).map(filled).filter((one) => !isNothing(one));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, below]) => {
    const one = filled(below);
    return isNothing(one) ? [] : [[key, one] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const scalar = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const draftsOf = (name: string, value: unknown): ReadonlyArray<XmlDraft> => {
  if (Array.isArray(value)) return (value as unknown[]).flatMap((one) => draftsOf(name, one));
  if (!isJsonObject(value)) return [element(name, { value: scalar(value) })];
  if (typeof value["resourceType"] === "string") return [element(name, {}, [resourceDraft(value)])];
  const { url, ...rest } = value;
  const isExtension = name === "extension";
  return [element(name, isExtension ? { url: scalar(url) } : {}, contentOf(isExtension ? rest : value))];
};

const contentOf = (value: FhirOut): ReadonlyArray<XmlDraft> =>
  Object.entries(value).flatMap(([key, below]) => draftsOf(key, below));

const resourceDraft = ({ resourceType, ...rest }: FhirOut, namespace?: string): XmlDraft =>
  element(scalar(resourceType), { xmlns: namespace }, contentOf(rest));

/** A resource in UTF-8. Source: HL7 FHIR R4, JSON and XML representation of resources. */
export const printResource = (resource: FhirOut, notation: FhirNotation): Uint8Array => {
  const whole = filled(resource) as FhirOut;
  return notation === "JSON" ? Buffer.from(JSON.stringify(whole)) : printXml(resourceDraft(whole, fhirNamespace));
};
