import { ICD10, ICPC2 } from "@navikt/diagnosekoder";
import type { CodeLists } from "./code-lists.ts";
import { codeList } from "./code-lists.ts";

/** ICD-10 and ICPC-2 as the Norwegian Directorate of Health publishes them, through NAV's package. A door of its own: who never judges a diagnosis need not hold 20,000 codes. */
export const publishedCodeLists: CodeLists = {
  version: "@navikt/diagnosekoder 1.2026.0",
  icd10: codeList(ICD10),
  icpc2: codeList(ICPC2),
};
