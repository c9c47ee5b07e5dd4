import type { CodeEntry, CodeLists } from "./code-lists.ts";
import { icd10, findDiagnosis } from "./diagnosis.ts";
import type { Diagnosis, RuleFacts } from "./facts.ts";
import type { RuleBasis } from "./rule.ts";

/** A warning about a diagnosis. `path` names the place, never a value. */
export interface DiagnosisFinding {
  readonly code: "DIAGNOSIS_TEXT_MISMATCH" | "ICPC2_CODE_UNDER_ICD10";
  readonly path: string;
}

// Words that say nothing about what the diagnosis is.
const emptyWords: ReadonlyArray<string> = [
  "eller",
  "annen",
  "andre",
  "annet",
  "uten",
  "ikke",
  "uspesifisert",
  "spesifisert",
];
const stemLength = 5;

const words = (text: string): ReadonlyArray<string> =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 && !emptyWords.includes(word));

const hasWordOf = (from: string, into: string): boolean =>
  words(from).some((word) => words(into).some((other) => other.includes(word.slice(0, stemLength))));

/** Whether two texts speak of the same thing; lenient: one shared stem is enough, also inside a compound. */
const isAlike = (one: string, other: string): boolean => hasWordOf(one, other) || hasWordOf(other, one);

const isOther = (text: string | undefined, entry: CodeEntry | undefined): boolean =>
  text !== undefined && words(text).length > 0 && entry !== undefined && !isAlike(text, entry.text);

const isIcpc2 = ({ code, text }: Diagnosis, lists: CodeLists): boolean => {
  const own = lists.icd10.find(code);
  const foreign = lists.icpc2.find(code);
  if (own === undefined) return foreign !== undefined;
  return isOther(text, own) && foreign !== undefined && !isOther(text, foreign);
};

const findingsOf = (diagnosis: Diagnosis, basis: RuleBasis): ReadonlyArray<DiagnosisFinding["code"]> => [
  ...(isOther(diagnosis.text, findDiagnosis(diagnosis, basis)) ? (["DIAGNOSIS_TEXT_MISMATCH"] as const) : []),
  ...(diagnosis.system === icd10 && isIcpc2(diagnosis, basis.codeLists) ? (["ICPC2_CODE_UNDER_ICD10"] as const) : []),
];

/**
 * Warnings about codes that probably mean something else than the sender's text says.
 *
 * Source: the official certificate examples, which send ICPC-2 codes under the ICD-10 OID; L84 is then another diagnosis.
 */
export const diagnosisFindings = (
  facts: Pick<RuleFacts, "mainDiagnosis" | "secondDiagnoses">,
  basis: RuleBasis,
): ReadonlyArray<DiagnosisFinding> => {
  const main = facts.mainDiagnosis === undefined ? [] : [{ path: "mainDiagnosis", diagnosis: facts.mainDiagnosis }];
  const second = facts.secondDiagnoses.map((diagnosis, index) => ({ path: `secondDiagnoses/${index}`, diagnosis }));
  return [...main, ...second].flatMap(({ path, diagnosis }) =>
    findingsOf(diagnosis, basis).map((code) => ({ code, path })),
  );
};
