import type { CodeEntry, CodeLists } from "./code-lists.ts";
import { plainCode } from "./code-lists.ts";
import type { Diagnosis } from "./facts.ts";
import type { RuleBasis } from "./rule.ts";

/** Full OIDs of the code systems a diagnosis may come from. */
export const icpc2 = "2.16.578.1.12.4.1.1.7170";
export const icpc2b = "2.16.578.1.12.4.1.1.7171";
export const icd10 = "2.16.578.1.12.4.1.1.7110";

// ICPC-2B: the parent's code, a dot, four digits. The published lists have no ICPC-2B, so the parent decides.
const icpc2bForm = /^([A-Z]\d{2})\.\d{4}$/;

const findByParent = (code: string, lists: CodeLists): CodeEntry | undefined =>
  lists.icpc2.find(icpc2bForm.exec(code)?.[1] ?? "");

/**
 * The entry of a diagnosis in the list of its system; undefined for an unknown system or code.
 *
 * Source: regulus-regula v52; dots and case are repaired as NAV's reception does it for ICPC-2 and ICD-10.
 */
export const findDiagnosis = (diagnosis: Diagnosis, { codeLists, policy }: RuleBasis): CodeEntry | undefined => {
  if (diagnosis.system === icd10) return codeLists.icd10.find(diagnosis.code);
  if (diagnosis.system === icpc2) return codeLists.icpc2.find(diagnosis.code);
  if (diagnosis.system !== icpc2b || policy.icpc2b === "refused") return undefined;
  return findByParent(diagnosis.code, codeLists);
};

/** Whether the main code belongs to ICPC-2's chapter Z (social problems). */
export const isZDiagnosis = ({ system, code }: Diagnosis): boolean =>
  (system === icpc2 || system === icpc2b) && plainCode(code).startsWith("Z");
