/**
 * Why a leaf has no field of its own. LINK: ids and references within the document, which say what belongs together;
 * KIND: it says in which sense what stands beside it is
 * read; FIXED: the standard demands it and the hub takes it in one sense; NOT_KEPT: read past.
 */
export type FhirFieldRule = "LINK" | "KIND" | "FIXED" | "NOT_KEPT";

/** Where one leaf of a resource goes. */
export interface FhirField {
  /** From the resource's type; an extension by the name that the hub has for it. */
  readonly leaf: string;
  /** Every path of what is read that says what the leaf says. */
  readonly event: ReadonlyArray<string>;
  readonly rule: FhirFieldRule | undefined;
}

const rules: ReadonlyArray<FhirFieldRule> = ["LINK", "KIND", "FIXED", "NOT_KEPT"];

const fieldOf = (line: string): FhirField => {
  const [leaf = "", target = ""] = line.split(" -> ");
  const [event = "", stated] = target.split("# ");
  const rule = rules.find((each) => stated === each);
  return { leaf, event: event.split(" | ").flatMap((path) => path.trim() || []), rule };
};

/** A table written one line a leaf: `leaf -> path | path`, or `leaf -> # RULE`. */
export const fhirFields = (text: string): ReadonlyArray<FhirField> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map(fieldOf);
