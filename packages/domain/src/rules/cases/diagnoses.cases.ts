import { codeList } from "../code-lists.ts";
import { publishedCodeLists } from "../published-code-lists.ts";
import { findDiagnosis, icd10, icpc2, icpc2b } from "../diagnosis.ts";
import { diagnosisFindings } from "../diagnosis-findings.ts";
import type { Diagnosis } from "../facts.ts";
import { identityNumberFindings } from "../identity-number.ts";
import type { Case } from "./builder.cases.ts";
import { basis, says, saysWithout } from "./builder.cases.ts";

const diagnosis = (code: string, system: string): { mainDiagnosis: Diagnosis } => ({ mainDiagnosis: { code, system } });
const second = (code: string, system: string) => ({ secondDiagnoses: [{ code, system }] });
const noReason = "INVALID FRAVAERSGRUNN_MANGLER";
const noMain = "INVALID UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE";
const noSecond = "INVALID UGYLDIG_KODEVERK_FOR_BIDIAGNOSE";

const lists: Case = {
  title: "the code systems have their national OIDs",
  actual: () => [icpc2, icpc2b, icd10],
  expected: ["2.16.578.1.12.4.1.1.7170", "2.16.578.1.12.4.1.1.7171", "2.16.578.1.12.4.1.1.7110"],
};

const reasons: ReadonlyArray<Case> = [
  saysWithout("neither diagnosis nor other reason is refused", ["mainDiagnosis"], noReason),
  saysWithout("another reason by code is enough", ["mainDiagnosis"], "OK", { otherAbsence: { codes: ["6"] } }),
  saysWithout("another reason by text is enough", ["mainDiagnosis"], "OK", {
    otherAbsence: { codes: [], text: "Donor" },
  }),
  saysWithout("another reason of blanks is none", ["mainDiagnosis"], noReason, {
    otherAbsence: { codes: [], text: " " },
  }),
  saysWithout("another reason without content is none", ["mainDiagnosis"], noReason, { otherAbsence: { codes: [] } }),
  says("an empty other reason beside a diagnosis passes", { otherAbsence: { codes: [] } }, "OK"),
];

const mains: ReadonlyArray<Case> = [
  says("an ICPC-2 code of the list passes", diagnosis("L84", icpc2), "OK"),
  says("an ICPC-2 code outside the list is refused", diagnosis("L00", icpc2), noMain),
  says("an ICD-10 code passes", diagnosis("M545", icd10), "OK"),
  says("an ICD-10 code with its dot passes", diagnosis("M54.5", icd10), "OK"),
  says("case is repaired", diagnosis("m54.5", icd10), "OK"),
  says("an ICD-10 category without leaf is refused", diagnosis("M54", icd10), noMain),
  says("an ICPC-2 code under the ICD-10 OID is refused when ICD-10 has no such code", diagnosis("P02", icd10), noMain),
  says("an ICPC-2B code passes by its parent", diagnosis("R74.0001", icpc2b), "OK"),
  says("an ICPC-2B code without dot is refused", diagnosis("R740001", icpc2b), noMain),
  says("an ICPC-2B code without known parent is refused", diagnosis("R00.0001", icpc2b), noMain),
  says("a bare ICPC-2 code under the ICPC-2B OID is refused", diagnosis("R74", icpc2b), noMain),
  says("NAV's way refuses ICPC-2B", diagnosis("R74.0001", icpc2b), noMain, { icpc2b: "refused" }),
  says("NAV's way for ICPC-2B leaves ICPC-2 alone", diagnosis("L84", icpc2), "OK", { icpc2b: "refused" }),
  says("another code system is refused", diagnosis("L84", "2.16.578.1.12.4.1.1.7112"), noMain),
  says("an empty code system is refused", diagnosis("L84", ""), noMain),
];

const zs: ReadonlyArray<Case> = [
  says("a Z code in ICPC-2 is refused", diagnosis("Z09", icpc2), "INVALID ICPC_2_Z_DIAGNOSE"),
  says("a Z code in ICPC-2B is refused", diagnosis("Z09.0001", icpc2b), "INVALID ICPC_2_Z_DIAGNOSE"),
  says("a Z code in ICD-10 passes", diagnosis("Z560", icd10), "OK"),
  says("a Z code as second diagnosis passes", second("Z09", icpc2), "OK"),
];

const seconds: ReadonlyArray<Case> = [
  says("a known second diagnosis passes", second("P76", icpc2), "OK"),
  says("an unknown second diagnosis is refused", second("-57", icpc2), noSecond),
  says("a second diagnosis in another code system is refused", second("P76", "7170"), noSecond),
  says(
    "one unknown second diagnosis among known ones is refused",
    {
      secondDiagnoses: [
        { code: "P76", system: icpc2 },
        { code: "P00", system: icpc2 },
      ],
    },
    noSecond,
  ),
  saysWithout("an unknown second diagnosis without main diagnosis is refused", ["mainDiagnosis"], noSecond, {
    ...second("P00", icpc2),
    otherAbsence: { codes: ["6"] },
  }),
];

const entry = (title: string, one: Diagnosis, expected: string | undefined): Case => ({
  title,
  actual: () => findDiagnosis(one, basis())?.code,
  expected,
});

const lookups: ReadonlyArray<Case> = [
  entry("a found diagnosis has the list's own spelling", { code: "i21.0A", system: icd10 }, "I210a"),
  entry("a found ICPC-2B diagnosis has its parent's code", { code: "R74.0001", system: icpc2b }, "R74"),
  entry("an unknown diagnosis has none", { code: "XXX", system: icd10 }, undefined),
  {
    title: "the lists are complete",
    actual: () => [publishedCodeLists.version, publishedCodeLists.icpc2.find("A01")?.text],
    expected: ["@navikt/diagnosekoder 1.2026.0", "Smerte generell/flere steder"],
  },
];

const mismatch = { code: "DIAGNOSIS_TEXT_MISMATCH", path: "mainDiagnosis" };
const foreign = { code: "ICPC2_CODE_UNDER_ICD10", path: "mainDiagnosis" };

const finds = (title: string, one: Diagnosis, ...expected: ReadonlyArray<unknown>): Case => ({
  title,
  actual: () => diagnosisFindings({ mainDiagnosis: one, secondDiagnoses: [] }, basis()),
  expected,
});

const findings: ReadonlyArray<Case> = [
  finds("text and code that agree give no warning", { code: "L84", system: icpc2, text: "Ryggsyndrom" }),
  finds(
    "back syndrome sent as corns is warned of twice",
    { code: "L84", system: icd10, text: "Ryggsyndrom" },
    mismatch,
    foreign,
  ),
  finds("corns sent as corns give no warning", { code: "L84", system: icd10, text: "Liktorner eller hornhud" }),
  finds(
    "another text for an ICPC-2 code is a mismatch",
    { code: "L84", system: icpc2, text: "Depressiv lidelse" },
    mismatch,
  ),
  finds(
    "a text that fits neither list is a mismatch only",
    { code: "L84", system: icd10, text: "Depressiv lidelse" },
    mismatch,
  ),
  finds("a code that only ICPC-2 has is warned of", { code: "P02", system: icd10, text: "Psykisk ubalanse" }, foreign),
  finds("a code that only ICPC-2 has is warned of without text", { code: "P02", system: icd10 }, foreign),
  finds("a code that no list has gives no warning", { code: "X99999", system: icd10, text: "Noe annet" }),
  finds("an ICPC-2 code under its own OID gives no warning", { code: "P02", system: icpc2, text: "Psykisk ubalanse" }),
  finds(
    "a mismatch where ICPC-2 has no such code stands alone",
    { code: "M545", system: icd10, text: "Depresjon" },
    mismatch,
  ),
  finds("an absent text gives no warning", { code: "L84", system: icd10 }),
  finds("a text of short words only gives no warning", { code: "L84", system: icpc2, text: "RYG IKA" }),
  finds("case does not matter", { code: "L84", system: icpc2, text: "RYGGSYNDROM" }),
  finds(
    "an ICPC-2B code is held against its parent",
    { code: "R74.0001", system: icpc2b, text: "Depresjon" },
    mismatch,
  ),
  {
    title: "second diagnoses are named by their place",
    actual: () =>
      diagnosisFindings(
        {
          secondDiagnoses: [
            { code: "L84", system: icpc2, text: "Ryggsyndrom" },
            { code: "F72", system: icd10 },
          ],
        },
        basis(),
      ),
    expected: [{ code: "ICPC2_CODE_UNDER_ICD10", path: "secondDiagnoses/1" }],
  },
];

const bothWays: Case = {
  title: "the main diagnosis is named before second ones",
  actual: () =>
    diagnosisFindings(
      { mainDiagnosis: { code: "P02", system: icd10 }, secondDiagnoses: [{ code: "F72", system: icd10 }] },
      basis(),
    ).map(({ path }) => path),
  expected: ["mainDiagnosis", "secondDiagnoses/0"],
};

const alike = (title: string, written: string, listed: string, expected: boolean): Case => ({
  title: `${title}: "${written}" for "${listed}"`,
  actual: () =>
    diagnosisFindings(
      { mainDiagnosis: { code: "A01", system: icpc2, text: written }, secondDiagnoses: [] },
      {
        ...basis(),
        codeLists: { version: "t", icd10: codeList([]), icpc2: codeList([{ code: "A01", text: listed }]) },
      },
    ).length === 0,
  expected,
});

const likeness: ReadonlyArray<Case> = [
  ...["eller", "annen", "andre", "annet", "uten", "ikke", "uspesifisert", "spesifisert"].map((word) =>
    alike(`the word ${word} says nothing`, `Hudplage ${word}`, `Beinbrudd ${word}`, false),
  ),
  alike("four letters are a word", "Gikt", "Gikt i fot", true),
  alike("three letters are none", "Tan", "Beinbrudd", true),
  alike("three shared letters are not enough", "Øre vondt", "Øre brudd", false),
  alike("five shared letters are enough", "Hjertefeil", "Hjertinfarkt", true),
  alike("four shared letters are not", "Leddvondt", "Leddrim", false),
  alike("four shared letters inside are not", "Bankesår", "Tankefeil", false),
  alike("one shared word among others is enough", "Depresjon etter ulykke", "Depressiv episode", true),
  alike("four letters are enough for a mismatch", "Gikt", "Beinbrudd", false),
  alike("the sixth letter does not matter", "Betennelse", "Beten", true),
  alike("a longer word of the list is found in a written compound", "Korsryggsmerter", "Smerter i korsryggen", true),
  alike("the list's compound is found in the written words", "Smerter", "Leddsmerter", true),
  alike("the written compound holds the list's word", "Leddsmerter", "Smerter", true),
  alike("marks do not matter", "Astma/KOLS", "(astma)", true),
];

const number = (title: string, value: string, type: string, ...expected: ReadonlyArray<string>): Case => ({
  title,
  actual: () => identityNumberFindings(value, type),
  expected,
});

const numbers: ReadonlyArray<Case> = [
  number("a synthetic number passes", "15889050028", "FNR"),
  number("a synthetic D-number passes", "55889050003", "DNR"),
  number("a wrong check digit is warned of", "15889050029", "FNR", "IDENTITY_NUMBER_CHECKSUM"),
  number("a wrong check digit of a D-number is warned of", "55889050004", "DNR", "IDENTITY_NUMBER_CHECKSUM"),
  number("ten digits are warned of", "1588905432", "FNR", "IDENTITY_NUMBER_LENGTH"),
  number("a day that does not exist is warned of", "31829000051", "FNR", "IDENTITY_NUMBER_DATE"),
  ...["HNR", "FHN", "DUF", ""].map((type) => number(`a number of type "${type}" is not checked`, "12345678901", type)),
];

export const diagnosisCases: ReadonlyArray<Case> = [
  lists,
  ...reasons,
  ...mains,
  ...zs,
  ...seconds,
  ...lookups,
  ...findings,
  bothWays,
  ...likeness,
  ...numbers,
];
