import { isJsonObject } from "../json/read-json.ts";
import type { FhirJson } from "./xml-as-json.ts";

/** An element of a FHIR resource, whatever the notation. */
export interface FhirElement {
  readonly name: string;
  /** Of a resource. */
  readonly resourceType: string | null;
  /** Of an extension. */
  readonly url: string | null;
  /** A primitive value as text. */
  readonly value: string | null;
  readonly children: ReadonlyArray<FhirElement>;
}

const listed = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? (value as unknown[]) : [value]);

const textOf = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
};

const childrenOf = (json: FhirJson): ReadonlyArray<FhirElement> => {
  const names = new Set(Object.keys(json).map((key) => key.replace(/^_/, "")));
  return [...names].flatMap((name) => elementsOf(name, json[name], json[`_${name}`]));
};

const elementOf = (name: string, value: unknown, beside: unknown): FhirElement => {
  const own = isJsonObject(value) ? childrenOf(value) : [];
  const around = isJsonObject(beside) ? childrenOf(beside) : [];
  const isResource = own.some((child) => child.name === "resourceType");
  const textIn = (key: string) => own.find((child) => child.name === key)?.value ?? null;
  return {
    name,
    resourceType: textIn("resourceType"),
    url: name.endsWith("xtension") ? textIn("url") : null,
    value: name === "div" ? "" : textOf(value),
    children: [...own, ...around].filter((child) => !isLabel(child.name, name, isResource)),
  };
};

// What the notation needs and the content does not: an element's id only links within the resource.
const isLabel = (name: string, parent: string, isResource: boolean): boolean =>
  name === "resourceType" || (name === "url" && parent.endsWith("xtension")) || (name === "id" && !isResource);

const elementsOf = (name: string, value: unknown, beside: unknown): ReadonlyArray<FhirElement> => {
  const values = value === undefined ? [] : listed(value);
  const besides = beside === undefined ? [] : listed(beside);
  return Array.from({ length: Math.max(values.length, besides.length) }, (_, index) =>
    elementOf(name, values[index], besides[index]),
  ).filter(
    (element) =>
      element.value !== null || element.url !== null || element.resourceType !== null || element.children.length > 0,
  );
};

/** A resource as elements. */
export const resourceElement = (json: FhirJson): FhirElement => elementOf("resource", json, undefined);

/** All children of a name, in the order sent. */
export const kids = (element: FhirElement | undefined, name: string): ReadonlyArray<FhirElement> =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element down a path of names. */
export const kid = (element: FhirElement | undefined, ...names: ReadonlyArray<string>): FhirElement | undefined =>
  names.reduce<FhirElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);

/** The value at the end of a path of names; null where there is none. */
export const valueAt = (element: FhirElement | undefined, ...names: ReadonlyArray<string>): string | null =>
  kid(element, ...names)?.value ?? null;

/** The same without outer blanks; what is empty is null. */
export const tokenAt = (element: FhirElement | undefined, ...names: ReadonlyArray<string>): string | null => {
  const token = valueAt(element, ...names)?.trim() ?? "";
  return token === "" ? null : token;
};

/** The extension of a URL. */
export const extensionOf = (element: FhirElement | undefined, url: string): FhirElement | undefined =>
  kids(element, "extension").find((extension) => extension.url === url);
