/**
 * Why a leaf does not stand in DialogmeldingForKafka as it stands in the message.
 * NO_PLACE: the record has no field for it; OTHER_WAY: a message with questions of its own goes to clinicians, and the
 * record is for what comes from them; DECIDES_PART: list and code decide which part of the record it is; LIST_TEXT: the
 * list's own words stand in the record; WITH_CODE: what NAV's archive calls it follows from the code; MIDNIGHT: a day
 * becomes its midnight; ANSWER_ONLY, NOT_IN_ANSWER, NOTE_ONLY: only that part of the record has the field; FIRST_ONLY: the
 * record has one of them, the first.
 */
export type DialogueFieldRule =
  | "NO_PLACE"
  | "OTHER_WAY"
  | "DECIDES_PART"
  | "LIST_TEXT"
  | "WITH_CODE"
  | "ANSWER_ONLY"
  | "NOT_IN_ANSWER"
  | "NOTE_ONLY"
  | "FIRST_ONLY";

/** Where one leaf of a dialogue message's schema goes. */
export interface DialogueField {
  /** Path below the root element; an attribute begins with `@`. */
  readonly leaf: string;
  /** The edition that alone has the leaf; undefined where both have it. */
  readonly only: "1.1" | undefined;
  /** Every path of the event that says what the leaf says; `[]` for the items of a list. */
  readonly event: ReadonlyArray<string>;
  /** Every path of the record that follows from the leaf; empty where there is none, and then a rule says why. */
  readonly record: ReadonlyArray<string>;
  /** Named where the value is changed on its way to the record, does not get there, or not always. */
  readonly rule: DialogueFieldRule | undefined;
}

type Paths = string | ReadonlyArray<string>;

const listed = (paths: Paths): ReadonlyArray<string> => (typeof paths === "string" ? [paths] : paths);

/** A leaf that stands in the record. */
export const carried = (leaf: string, event: Paths, record: Paths): DialogueField => ({
  leaf,
  only: undefined,
  event: listed(event),
  record: listed(record),
  rule: undefined,
});

/** A leaf that stands in the record under a rule. */
export const ruled = (rule: DialogueFieldRule, field: DialogueField): DialogueField => ({ ...field, rule });

/** A leaf that the record does not have. */
export const kept = (leaf: string, event: Paths, rule: DialogueFieldRule): DialogueField => ({
  leaf,
  only: undefined,
  event: listed(event),
  record: [],
  rule,
});

/** Leaves that the newer edition alone has. */
export const newer = (fields: ReadonlyArray<DialogueField>): ReadonlyArray<DialogueField> =>
  fields.map((field) => ({ ...field, only: "1.1" }));

/** Leaves that lie below another element, and the reason that holds there. */
export const because = (rule: DialogueFieldRule, fields: ReadonlyArray<DialogueField>): ReadonlyArray<DialogueField> =>
  fields.map((field) => ({ ...field, record: [], rule }));
