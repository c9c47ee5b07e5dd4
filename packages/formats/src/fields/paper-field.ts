/**
 * Why a leaf does not stand in the event, or in what is printed from it, as it stands on the wire.
 * TRANSPORT: the portal's own bookkeeping, of no use to anybody here;
 * LISTED: a word of the contract takes the code's place, a code outside the list is kept apart; DERIVED: another field follows
 * from it as well; NO_PLACE: what is printed has no field for it; FLAG: only whether it is there or what it says counts;
 * JOINED: printed as one text with its neighbours; FIRST_ONLY: only the first of several is printed; KEY_ONLY: only names the
 * record.
 */
export type PaperRule = "TRANSPORT" | "LISTED" | "DERIVED" | "NO_PLACE" | "FLAG" | "JOINED" | "FIRST_ONLY" | "KEY_ONLY";

/** Where one leaf of a document's schema goes. */
export interface PaperField {
  /** Path below the root element, an attribute begins with `@`; in JSON the path of keys, `[]` for the items of a list. */
  readonly leaf: string;
  /** Every path of the event that says what the leaf says; empty where a rule drops it. */
  readonly event: ReadonlyArray<string>;
  /** Every path of what is printed for the other side; empty where nothing is, or a rule says why. */
  readonly out: ReadonlyArray<string>;
  readonly rule: PaperRule | undefined;
}

type Paths = string | ReadonlyArray<string>;

const listed = (paths: Paths): ReadonlyArray<string> => (typeof paths === "string" ? [paths] : paths);

/** A leaf that the event has, and what is printed from it where anything is. */
export const takes = (leaf: string, event: Paths, out: Paths = []): PaperField => ({
  leaf,
  event: listed(event),
  out: listed(out),
  rule: undefined,
});

/** The same, changed on its way, or not printed, by a named rule. */
export const by = (rule: PaperRule, field: PaperField): PaperField => ({ ...field, rule });

/** A leaf that a named rule drops. */
export const drops = (rule: PaperRule, leaf: string): PaperField => ({ leaf, event: [], out: [], rule });
