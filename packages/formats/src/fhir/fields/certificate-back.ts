import type { Finding } from "@samvirke/contracts";
import type { RecordSource } from "../../sykmelding-record/source.ts";
import { certificateBackRows } from "./certificate-back-rows.ts";
import type { OutField } from "./out-field.ts";
import { outFields } from "./out-field.ts";

/** Every leaf that a submitted certificate can have, and where it goes. */
export const certificateBackTable: ReadonlyArray<OutField> = outFields(certificateBackRows);

const leavesOf = (value: unknown, path: string): ReadonlyArray<string> => {
  if (Array.isArray(value)) return (value as unknown[]).flatMap((one) => leavesOf(one, `${path}[]`));
  if (typeof value !== "object" || value === null) return value === null || value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, path === "" ? key : `${path}.${key}`));
};

const inDocumentOnly: ReadonlySet<string> = new Set(
  certificateBackTable
    .filter(({ to }) => to.length > 0 && to.every((one) => one === "document"))
    .map(({ leaf }) => leaf),
);

/** What the structured part of a certificate leaves to the readable one; paths, never values. */
export const leftToDocument = ({ identity, work, case: shared, medical }: RecordSource): ReadonlyArray<Finding> =>
  [...new Set(leavesOf({ identity, work, case: shared, medical }, ""))]
    .filter((leaf) => inDocumentOnly.has(leaf))
    .map((path) => ({ path, rule: "IN_DOCUMENT" }));
