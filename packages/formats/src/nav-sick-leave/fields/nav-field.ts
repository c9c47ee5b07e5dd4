/**
 * Why a leaf of one of welfare's formats has no field of its own.
 * SHAPE: it tells the shape of what stands beside it, and changed alone the document is malformed; NOT_KEPT: an id of
 * welfare's own systems, a repetition, or the XML that the archive holds.
 */
export type NavFieldRule = "SHAPE" | "NOT_KEPT";

/** Where one leaf of a JSON document goes. */
export interface NavField {
  /** `[]` for the items of a list, `{}` for the values of a map. */
  readonly leaf: string;
  /** Every path of what is read that says what the leaf says; empty where a rule says why. */
  readonly event: ReadonlyArray<string>;
  readonly rule: NavFieldRule | undefined;
}

const rules: ReadonlyArray<NavFieldRule> = ["SHAPE", "NOT_KEPT"];

const fieldOf = (line: string): NavField => {
  const [leaf = "", target = ""] = line.split(" -> ");
  const rule = rules.find((each) => target === `# ${each}`);
  return { leaf, event: rule === undefined ? target.split(" | ") : [], rule };
};

/** A table written one line a leaf: `leaf -> path | path`, or `leaf -> # RULE`. */
export const fieldTable = (text: string): ReadonlyArray<NavField> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map(fieldOf);
