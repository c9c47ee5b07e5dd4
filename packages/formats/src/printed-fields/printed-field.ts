/**
 * How a leaf of an event is changed on its way out, or why it does not go out; the reasons stand below, and in the document.
 */
export type PrintedRule = TransformRule | DropRule;

type TransformRule = "FORM" | "WORD" | "CHOOSES" | "PART_OF" | "KEY";
type DropRule = "SEALED" | "NOT_ALLOWED" | "NO_PLACE" | "HUBS_OWN";

/** Where one leaf of an event goes in what is printed from it. */
export interface PrintedField {
  /** Path of the event's Avro contract, `[]` for the items of a list. */
  readonly leaf: string;
  readonly kind: "CARRIED" | "TRANSFORMED" | "DROPPED";
  /** Every place of the printed document that the leaf has a say in; none when it is dropped. */
  readonly to: ReadonlyArray<string>;
  /** Why it is not carried as it stands. */
  readonly rule: PrintedRule | undefined;
}

const reasons: Readonly<Record<PrintedRule, string>> = {
  FORM: "written as the outbound standard writes it: a day, a time, a number",
  WORD: "a word of the outbound list takes its place",
  CHOOSES: "it decides which of several is printed, or whether something is",
  PART_OF: "printed in one text with its neighbours",
  KEY: "it is a key of a map",
  SEALED: "of a part that the reader has no key for",
  NOT_ALLOWED: "the reader may not have it, though it lies in a part that it can open",
  NO_PLACE: "what is printed has no field for it",
  HUBS_OWN: "the hub's own of the message",
};

const isRule = (word: string | undefined): word is PrintedRule => word !== undefined && Object.hasOwn(reasons, word);

/** The rules that a document of tables explains, with their reasons. */
export const printedRules: ReadonlyArray<readonly [rule: PrintedRule, reason: string]> = Object.entries(
  reasons,
).flatMap(([rule, reason]) => (isRule(rule) ? [[rule, reason] as const] : []));

const fieldOf = (line: string): PrintedField => {
  const [leaf = "", target = ""] = line.split(" -> ");
  const [places = "", stated] = target.split("# ");
  const to = places.split(" | ").flatMap((place) => place.trim() || []);
  const rule = isRule(stated) ? stated : undefined;
  if (to.length === 0) return { leaf, kind: "DROPPED", to, rule };
  return { leaf, kind: rule === undefined ? "CARRIED" : "TRANSFORMED", to, rule };
};

// One line a leaf: `leaf -> place | place`, `leaf -> place # RULE` for a change, `leaf -> # RULE` for a loss.
const printedFields = (text: string): ReadonlyArray<PrintedField> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map(fieldOf);

// Leaves that one rule drops, one by one.
const dropped = (rule: PrintedRule, leaves: ReadonlyArray<string>): ReadonlyArray<PrintedField> =>
  leaves.map((leaf) => ({ leaf, kind: "DROPPED", to: [], rule }));

/** The leaves of a part and the rule that drops those of them which no row speaks of. */
export type Rest = readonly [rule: PrintedRule, leaves: ReadonlyArray<string>];

/** A whole table: rows for what goes out, and the rest of each part by its rule, every leaf named. */
export const printedTable = (rows: string, ...parts: ReadonlyArray<Rest>): ReadonlyArray<PrintedField> => {
  const stated = printedFields(rows);
  const known = new Set(stated.map(({ leaf }) => leaf));
  return [
    ...stated,
    ...parts.flatMap(([rule, leaves]) =>
      dropped(
        rule,
        leaves.filter((leaf) => !known.has(leaf)),
      ),
    ),
  ];
};

const underPlace = (place: string, target: string): string => {
  const [places = "", rule] = target.split("# ");
  const below = places.split(" | ").map((one) => place + one.trim());
  return rule === undefined ? below.join(" | ") : `${below.join(" | ")} # ${rule}`;
};

/** The rows of a part that stands in several places: leaves and places below the paths given. */
export const under = (leaf: string, place: string, rows: string): string =>
  rows
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [part = "", target = ""] = line.split(" -> ");
      return `${leaf}${part} -> ${underPlace(place, target)}\n`;
    })
    .join("");
