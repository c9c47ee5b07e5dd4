import type { Finding } from "@samvirke/contracts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt } from "../element.ts";

/** A resource and where it can be found by references. */
export interface Resource {
  readonly type: string;
  readonly element: FhirElement;
  readonly fullUrl: string | null;
  readonly id: string | null;
  /** The resource that contains it. */
  readonly owner: FhirElement | undefined;
}

/** A document while it is read. */
export interface Reading {
  readonly root: FhirElement;
  readonly resources: ReadonlyArray<Resource>;
  /** Notes what is odd, each once. */
  readonly note: (path: string, rule: string) => void;
  readonly found: ReadonlyArray<Finding>;
}

const resourceOf = (element: FhirElement, fullUrl: string | null, owner: FhirElement | undefined): Resource => ({
  type: element.resourceType ?? "",
  element,
  fullUrl,
  id: tokenAt(element, "id"),
  owner,
});

const withContained = (one: Resource): ReadonlyArray<Resource> => [
  one,
  ...kids(one.element, "contained").map((element) => resourceOf(element, null, one.element)),
];

const resourcesIn = (root: FhirElement): ReadonlyArray<Resource> => {
  const entries = root.resourceType === "Bundle" ? kids(root, "entry") : [];
  const inside = entries.flatMap((entry) => {
    const element = kid(entry, "resource");
    return element === undefined ? [] : [resourceOf(element, tokenAt(entry, "fullUrl"), undefined)];
  });
  const own = root.resourceType === "Bundle" ? [] : [resourceOf(root, null, undefined)];
  return [...own, ...inside].flatMap(withContained);
};

/** Begins to read a document. */
export const readingOf = (root: FhirElement): Reading => {
  const found: Array<Finding> = [];
  const note: Reading["note"] = (path, rule) => {
    if (!found.some((one) => one.path === path && one.rule === rule)) found.push({ path, rule });
  };
  return { root, resources: resourcesIn(root), found, note };
};

/** The resources of a type, contained ones left out. */
export const ofType = ({ resources }: Reading, type: string): ReadonlyArray<FhirElement> =>
  resources.filter((one) => one.type === type && one.owner === undefined).map(({ element }) => element);

const isCalled = ({ fullUrl, type, id }: Resource, reference: string): boolean => {
  if (fullUrl === reference) return true;
  const local = `${type}/${id}`;
  const isRelative = !reference.includes(":");
  return id !== null && reference.endsWith(local) && (isRelative ? reference === local : fullUrl === null);
};

const hasIdentifier = ({ element }: Resource, identifier: FhirElement): boolean => {
  const [system, value] = [tokenAt(identifier, "system"), tokenAt(identifier, "value")];
  return (
    value !== null &&
    kids(element, "identifier").some((one) => tokenAt(one, "value") === value && tokenAt(one, "system") === system)
  );
};

/** The resource that a reference means, where it is sent along. Source: HL7 FHIR R4, References and Bundle. */
export const resolve = (
  { resources }: Reading,
  from: FhirElement,
  reference: FhirElement | undefined,
): FhirElement | undefined => {
  const written = tokenAt(reference, "reference")?.replace(/\/_history\/[^/]*$/, "");
  if (written?.startsWith("#")) {
    const within = resources.filter((one) => one.id === written.slice(1) && one.owner !== undefined);
    return (within.find(({ owner }) => owner === from) ?? within[0])?.element;
  }
  const identifier = kid(reference, "identifier");
  return resources.find(
    (one) =>
      one.owner === undefined &&
      ((written !== undefined && isCalled(one, written)) ||
        (identifier !== undefined && hasIdentifier(one, identifier))),
  )?.element;
};
