/**
 * Why a leaf is not printed. SAID_ELSEWHERE: another leaf says the same; SYSTEM_FOLLOWS: from the type beside it; FIXED: the
 * form always says it; NOT_SUBMITTED: the form does not ask; HUBS_OWN: the hub's own of the message; NO_PLACE: FHIR has none.
 */
export type OutRule = "SAID_ELSEWHERE" | "SYSTEM_FOLLOWS" | "FIXED" | "NOT_SUBMITTED" | "HUBS_OWN" | "NO_PLACE";

/** Where one leaf goes when it is printed as FHIR. */
export interface OutField {
  readonly leaf: string;
  /** Elements of the resources, an answer by its question; `document` is the text of a readable part. */
  readonly to: ReadonlyArray<string>;
  readonly rule: OutRule | undefined;
}

const rules: ReadonlyArray<OutRule> = [
  "SAID_ELSEWHERE",
  "SYSTEM_FOLLOWS",
  "FIXED",
  "NOT_SUBMITTED",
  "HUBS_OWN",
  "NO_PLACE",
];

const fieldOf = (line: string): OutField => {
  const [leaf = "", target = ""] = line.split(" -> ");
  const [to = "", stated] = target.split("# ");
  return { leaf, to: to.split(" | ").flatMap((path) => path.trim() || []), rule: rules.find((one) => one === stated) };
};

/** A table written one line a leaf: `leaf -> path | path`, or `leaf -> # RULE`. */
export const outFields = (text: string): ReadonlyArray<OutField> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map(fieldOf);
