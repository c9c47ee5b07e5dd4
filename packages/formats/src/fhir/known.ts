import type { Finding } from "@samvirke/contracts";
import type { FhirElement } from "./element.ts";
import { kids, tokenAt } from "./element.ts";
import { fhirFieldTable } from "./fields/field-table.ts";
import type { Reading } from "./read/reading.ts";
import { extensions } from "./systems.ts";

const stepsOf = (leaf: string): ReadonlyArray<string> =>
  leaf.split(".").map((_, index, all) => all.slice(0, index + 1).join("."));

// Every resource may have these; they say nothing of what the hub reads.
const everywhere: ReadonlySet<string> = new Set(["profile", "lastUpdated", "versionId"]);
const quiet: ReadonlySet<string> = new Set(["id", "language", "text"]);

const knownPaths: ReadonlySet<string> = new Set(fhirFieldTable.flatMap(({ leaf }) => stepsOf(leaf)));

const extensionNames: ReadonlyMap<string, string> = new Map(
  Object.entries(extensions).map(([name, url]) => [url, name]),
);

const holders: ReadonlySet<string> = new Set(["resource", "contained"]);

/** A step of a path: of an extension, the name that the hub has for it. */
export const stepOf = ({ name, url }: FhirElement): string =>
  name === "extension" ? `extension:${extensionNames.get(url ?? "") ?? (url?.includes(":") ? "other" : url)}` : name;

const isQuiet = (path: string, name: string): boolean => {
  const [, ...below] = path.split(".");
  return (below.length === 0 && quiet.has(name)) || (below.at(-1) === "meta" && everywhere.has(name));
};

const isRead = (path: string, step: string): boolean => step === "meta" || knownPaths.has(`${path}.${step}`);

const note = (reading: Reading, path: string, child: FhirElement): void =>
  child.name === "extension"
    ? reading.note(`${path}.extension`, "UNKNOWN_EXTENSION")
    : reading.note(`${path}.*`, "UNKNOWN_ELEMENT");

// How an entry is addressed and transported says nothing of its resource.
const checkEntry = (reading: Reading, entry: FhirElement): void => {
  for (const resource of kids(entry, "resource")) checkResource(reading, resource, "Bundle.entry.resource");
};

const checkBelow = (reading: Reading, element: FhirElement, path: string): void => {
  for (const child of element.children) {
    const step = stepOf(child);
    if (path === "Bundle" && child.name === "entry") checkEntry(reading, child);
    else if (child.name === "contained") checkResource(reading, child, `${path}.contained`);
    else if (isQuiet(path, child.name)) continue;
    else if (isRead(path, step)) checkBelow(reading, child, `${path}.${step}`);
    else note(reading, path, child);
  }
};

const checkResource = (reading: Reading, element: FhirElement, where: string): void => {
  const type = element.resourceType ?? "";
  if (knownPaths.has(type)) checkBelow(reading, element, type);
  else reading.note(where, "RESOURCE_NOT_READ");
};

/** Notes what the hub does not read; the sender's own words are not told. */
export const checkKnown = (reading: Reading): void => checkResource(reading, reading.root, "");

const elementsBelow = function* (element: FhirElement): Generator<FhirElement> {
  yield element;
  for (const child of element.children) yield* elementsBelow(child);
};

/**
 * What changes the meaning of a document in a way that the hub does not know, so that it must not be acted on.
 *
 * Source: HL7 FHIR R4, modifierExtension, implicitRules and other modifier elements.
 */
export const modifiersIn = ({ root, resources }: Reading): ReadonlyArray<Finding> =>
  [...(root.resourceType === "Bundle" ? [{ type: "Bundle", element: root }] : []), ...resources]
    .filter(({ type }) => knownPaths.has(type))
    .flatMap(({ type, element }) => {
      const own = {
        ...element,
        children: element.children.filter(({ name }) => !holders.has(name) && name !== "entry"),
      };
      const extended = [...elementsBelow(own)].some(({ name }) => name === "modifierExtension");
      return [
        ...(extended ? [{ path: `${type}.modifierExtension`, rule: "MODIFIER_EXTENSION" }] : []),
        ...(kids(own, "implicitRules").length > 0 ? [{ path: `${type}.implicitRules`, rule: "IMPLICIT_RULES" }] : []),
        ...(tokenAt(own, "doNotPerform") === "true" ? [{ path: `${type}.doNotPerform`, rule: "DO_NOT_PERFORM" }] : []),
      ];
    });
