import type { Finding } from "@samvirke/contracts";
import type { RecordSource } from "../../sykmelding-record/source.ts";
import { certificateBackRows } from "./certificate-back-rows.ts";

/**
 * Why a leaf does not go back. SAID_ELSEWHERE: another leaf says the same; SYSTEM_FOLLOWS: from the type beside it; FIXED: the
 * form always says it; NOT_SUBMITTED: the form does not ask; HUBS_OWN: the hub's own of the message.
 */
export type BackRule = "SAID_ELSEWHERE" | "SYSTEM_FOLLOWS" | "FIXED" | "NOT_SUBMITTED" | "HUBS_OWN";

/** Where one leaf of a submitted certificate goes. */
export interface BackField {
  readonly leaf: string;
  /** Elements of the resources, an answer by its question; `document` is the text of the readable part. */
  readonly to: ReadonlyArray<string>;
  readonly rule: BackRule | undefined;
}

const rules: ReadonlyArray<BackRule> = ["SAID_ELSEWHERE", "SYSTEM_FOLLOWS", "FIXED", "NOT_SUBMITTED", "HUBS_OWN"];

const fieldOf = (line: string): BackField => {
  const [leaf = "", target = ""] = line.split(" -> ");
  const [to = "", stated] = target.split("# ");
  return { leaf, to: to.split(" | ").flatMap((path) => path.trim() || []), rule: rules.find((one) => one === stated) };
};

/** Every leaf that a submitted certificate can have, and where it goes. */
export const certificateBackTable: ReadonlyArray<BackField> = certificateBackRows
  .split("\n")
  .filter((line) => line !== "")
  .map(fieldOf);

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
