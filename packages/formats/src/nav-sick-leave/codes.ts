import type { Code, Identifier } from "@samvirke/contracts";
import type { CodeTable } from "../sykmelding-record/code-tables.ts";

/** Code systems that the certificate's lists stand under. */
export const lists = {
  personIds: "2.16.578.1.12.4.1.1.8116",
  organisationIds: "2.16.578.1.12.4.1.1.9051",
} as const;

export const plainCode = (code: string | null, system: string | null = null): Code => ({
  system,
  code,
  text: null,
  originalText: null,
});

type Words = Readonly<Record<string, string>>;

const invert = (values: Words): Words => Object.fromEntries(Object.entries(values).map(([code, word]) => [word, code]));

const inverted = new Map<Words, Words>();

const codesOf = (values: Words): Words => {
  const known = inverted.get(values) ?? invert(values);
  inverted.set(values, known);
  return known;
};

/** The list's code for a word of welfare's; a word that stands for none stays as it is. */
export const codeOfWord = (values: Words, word: string): string => codesOf(values)[word] ?? word;

/** The code for an enum's word; null for the word that stands for nothing. */
export const codeFor = (table: CodeTable, word: string | null): Code | null => {
  if (word === null || (word === table.absent && word !== "UGYLDIG")) return null;
  return plainCode(codeOfWord(table.values, word));
};

/** An identifier whose type is a word of an enum. */
export const identifierFor = (
  table: CodeTable,
  system: string,
  { id, type }: { id: string; type: string },
): Identifier => ({
  value: id,
  type: { ...(codeFor(table, type) ?? plainCode(null)), system: type === table.absent ? null : system },
});

// A D-number begins with the day of birth plus 40.
const isDNumber = (value: string): boolean => /^[4-7]/.test(value);

/** A national identity number or D-number. */
export const nationalNumber = (value: string): Identifier => ({
  value,
  type: plainCode(isDNumber(value) ? "DNR" : "FNR", lists.personIds),
});

/** A clinician's number in the personnel register. */
export const hprNumber = (value: string): Identifier => ({ value, type: plainCode("HPR", lists.personIds) });
