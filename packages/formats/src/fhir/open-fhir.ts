import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { looksLikeJson } from "../apprec/parse-receipt.ts";
import { jsonRefusal } from "../envelope/guard-json.ts";
import { isJsonObject, readJson } from "../json/read-json.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { guardedTree } from "../xml/guard.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import type { FhirElement } from "./element.ts";
import { resourceElement } from "./element.ts";
import { fhirNamespace, resourceAsJson } from "./xml-as-json.ts";

/** HOSTILE: refused by the guard, with its word; NOT_FHIR: a document of something else. */
export type NoFhir =
  | { readonly class: "HOSTILE"; readonly reason: string }
  | { readonly class: "NOT_WELL_FORMED" | "NOT_FHIR" };

const openJson = (bytes: Uint8Array, limits: MessageLimits): Either<NoFhir, FhirElement> => {
  const reason = bytes.length > limits.maxBytes ? "TOO_LARGE" : jsonRefusal(bytes, limits);
  if (reason !== undefined) return E.left({ class: "HOSTILE", reason });
  const json = readJson(bytes, limits.maxBytes);
  if (json === undefined) return E.left({ class: "NOT_WELL_FORMED" });
  const isResource = isJsonObject(json) && typeof json["resourceType"] === "string";
  return isResource ? E.right(resourceElement(json)) : E.left({ class: "NOT_FHIR" });
};

const openXml = (bytes: Uint8Array, limits: MessageLimits): Either<NoFhir, FhirElement> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return E.left({ class: "HOSTILE", reason: guarded.left.reason });
  const { root, outcome } = guarded.right;
  if (root === undefined || outcome !== "done" || !isWellFormed(guarded.right))
    return E.left({ class: "NOT_WELL_FORMED" });
  return root.namespace === fhirNamespace
    ? E.right(resourceElement(resourceAsJson(root)))
    : E.left({ class: "NOT_FHIR" });
};

/** A FHIR resource from bytes in either notation. */
export const openFhir = (bytes: Uint8Array, limits: MessageLimits): Either<NoFhir, FhirElement> =>
  looksLikeJson(bytes) ? openJson(bytes, limits) : openXml(bytes, limits);
