import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { StatementSample } from "../src/index.ts";

export const day = (text: string): Day => parseDay(text) as Day;

/** A statement of ours that says something in every field of the sample. */
export const typicalStatement: StatementSample = {
  wrapping: "fellesformat",
  messageId: "1c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  generatedAt: "2026-03-02T08:15:30+01:00",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "2603020815sample2.1",
  person: { number: "01857012026", name: { given: "Ronja", middle: "Fjell", family: "Testdal" } },
  clinician: { number: "14838110577", hprNumber: "9988776", name: { given: "Odd", family: "Kvist" } },
  unit: { name: "Legehuset Tangen", organisationNumber: "999977773", herId: "8094866" },
  occasions: ["1", "3"],
  severalEmployments: "2",
  welfareOffice: "NAV Tangen",
  employment: {
    employerName: "Tangen Verksted",
    employerNumber: "999966661",
    employerAddress: { kind: "WP", street: "Verkstedveien 2", postalCode: "0099", city: "Tangen", country: "Norge" },
    occupation: "Mekaniker",
    occupationCode: "7231",
    isPrimary: true,
  },
  addresses: [
    {
      kind: "H",
      street: "Tunet 1",
      postalCode: "0098",
      city: "Tangen",
      phone: { kind: "MC", number: "55501003" },
    },
  ],
  plan: {
    examination: { text: "MR av rygg", on: day("2026-02-20"), weeks: 4 },
    treatment: { text: "Fysioterapi", on: day("2026-02-21"), weeks: 2 },
    newInformationWhen: "om tre måneder",
    noFurtherTreatment: "ikke aktuelt",
    earlierPlan: "holder",
    treatmentPlan: "opptrening",
    examinationPlan: "bilder",
  },
  diagnosisSystem: "5",
  diagnoses: [{ code: "L84", text: "Ryggsyndrom" }, { code: "P02" }],
  unfitFrom: day("2026-01-05"),
  injury: { assess: true, on: day("2026-01-04") },
  status: "Bedre enn før",
  history: "Fall på jobb",
  measuresRelevant: true,
  measures: [
    { code: "4", text: "hev- og senkbord" },
    { code: "7", text: "veiledning" },
  ],
  measuresDetails: "mer om tiltak",
  limits: "ikke løft",
  situations: [{ code: "1" }, { code: "4", text: "frivillig" }],
  ability: {
    cannotDo: "løfte tungt",
    otherWork: "sittende arbeid",
    canResume: false,
    resumeWhen: "2",
    canTakeOther: true,
    takeOtherWhen: "1",
  },
  function: "går sakte",
  demands: "tunge løft",
  outlook: { better: true, illness: "et år", functionLoss: "et halvt år", workAbility: "tre måneder" },
  weight: "stor",
  withheld: "alvorlig mistanke",
  other: { text: "ingen", wantsCopy: true },
  contacts: [{ code: "2" }, { code: "5", text: "kommunen" }],
};
