export { birthDayOfNumber } from "./birth-day.ts";
export { sickLeave } from "./decide.ts";
export {
  clinicianQuestion,
  hospitalNumber,
  isHospitalMessage,
  nationalNumber,
  personNumber,
  signerNumbers,
} from "./signer.ts";
export { nationalNumbers, patientNumber } from "./identifiers.ts";
export type * from "./model.ts";
export { dayMade, madeAt } from "./made-at.ts";
export { attachmentsOf, preCheckFactsOf } from "./pre-check-facts.ts";
export { sickLeaveIdOf } from "./register.ts";
export { ruleFactsOf } from "./rule-facts.ts";
export { employerChanges, employerRows, evolveEmployerView, rowsOfEmployer } from "./employer-view.ts";
export type { EmployerCase, EmployerChange, EmployerRow, EmployerView } from "./employer-view.ts";
export { decidedByWelfare, recordKey } from "./record-key.ts";
export { remarksOf } from "./life.ts";
export { isCertificateKnown } from "./names.ts";
export type { RecordDigests } from "./record-key.ts";
export type * from "./use-model.ts";
export { waitedForInSickLeaves } from "./waiting.ts";
export { useTable } from "./use-table.ts";
export type { Move } from "./use-table.ts";
