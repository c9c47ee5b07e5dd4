/**
 * Why a leaf does not stand in welfare's record as it stands in the certificate.
 * CODE_SAYS_IT: the record has an enum for the code, the words beside it add nothing; LIST_IS_FIXED: the list is the same for every
 * sender; NO_PLACE: the record has no field; ENUM: an enum takes the code's place; AS_KEY: the value is a key of a map;
 * ONLY_WHEN_TRUE: the field exists only where the answer is yes; PERIOD_NEEDS_KIND: a period that says no to its only kind
 * is left out; NO_DOTS: dots of ICD-10 codes are left out; WRITTEN_CLOCK: the clock time as written, under a Z.
 */
export type FieldRule =
  | "CODE_SAYS_IT"
  | "LIST_IS_FIXED"
  | "NO_PLACE"
  | "ENUM"
  | "AS_KEY"
  | "ONLY_WHEN_TRUE"
  | "PERIOD_NEEDS_KIND"
  | "NO_DOTS"
  | "WRITTEN_CLOCK";

/** Where one leaf of the certificate's schema goes. */
export interface CertificateField {
  /** Path below the root element; an attribute begins with `@`. */
  readonly leaf: string;
  /** Every path of the event that says what the leaf says; `[]` for the items of a list. */
  readonly event: ReadonlyArray<string>;
  /** Every path of SykmeldingRecord v27 that follows from the leaf; empty when there is none, and then a rule says why. */
  readonly record: ReadonlyArray<string>;
  /** Named where the value is changed on its way to the record, or does not get there. */
  readonly rule: FieldRule | undefined;
}

type Paths = string | ReadonlyArray<string>;

const listed = (paths: Paths): ReadonlyArray<string> => (typeof paths === "string" ? [paths] : paths);

/** A leaf that stands in the record as it is. */
export const carried = (leaf: string, event: Paths, record: Paths): CertificateField => ({
  leaf,
  event: listed(event),
  record: listed(record),
  rule: undefined,
});

/** A leaf that is changed on its way to the record. */
export const changed = (rule: FieldRule, field: CertificateField): CertificateField => ({ ...field, rule });

/** A leaf that the record does not have. */
export const kept = (leaf: string, event: Paths, rule: FieldRule): CertificateField => ({
  leaf,
  event: listed(event),
  record: [],
  rule,
});
