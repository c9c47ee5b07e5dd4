import { below, identity, name } from "./shapes.ts";

/** What stands outside the parts of FollowUpPlanShared. */
export const planTop: ReadonlyArray<string> = [
  "planId",
  "archiveId",
  "aliases[]",
  "revision",
  "format",
  "receivedAt",
  "policyVersion",
  "warnings",
  "toWelfare",
  "toClinician",
];

/** Leaves of its identity part. */
export const planIdentity: ReadonlyArray<string> = [...below("identity", identity)];

/** Leaves of its work part. */
export const planWork: ReadonlyArray<string> = [
  "work.employer.number",
  "work.employer.name",
  "work.employer.isInclusive",
  "work.employer.hasOccupationalHealth",
  "work.contacts[].role",
  ...below("work.contacts[].name", name),
  "work.contacts[].fullName",
  "work.contacts[].phone",
  "work.contacts[].email",
  "work.position",
  "work.firstAbsenceDay",
  "work.certificateDay",
  "work.certificateGrade",
  "work.ordinaryTasks",
  "work.possibleTasks",
  "work.impossibleTasks",
  "work.earlierAdaptation",
  "work.plannedAdaptation",
  "work.otherOptions",
  "work.followUp",
  "work.evaluationDay",
  "work.employeeTookPart",
  "work.whyNotTakingPart",
  "work.measures[].index",
  "work.measures[].goal",
  "work.measures[].text",
  "work.measures[].from",
  "work.measures[].to",
  "work.measures[].grade",
  "work.measures[].impossibleTasks",
  "work.measures[].signedCopyExists",
  "work.measures[].signedOn",
  "work.measures[].newMeasuresNeeded",
];

/** Leaves of its case part. */
export const planCase: ReadonlyArray<string> = [
  "case.sender",
  "case.senderAliases[]",
  "case.helpWanted",
  "case.helpText",
  "case.measureHelp[].index",
  "case.measureHelp[].kind",
  "case.measureHelp[].wanted",
  "case.measureHelp[].text",
  "case.messageToClinician",
  "case.clarifications[].index",
  "case.clarifications[].text",
  "case.personPhone",
  "case.systemName",
  "case.systemVersion",
  "case.systemEmail",
  "case.changedOn",
  "case.portalReference",
  "case.portalTime",
  "case.portalReporter",
  "case.portalService",
  "case.registryAnswers.askedAt",
  "case.registryAnswers.activeEmployment",
  "case.registryAnswers.sentCertificate",
  "case.warnings[].path",
  "case.warnings[].rule",
];

/** Leaves of its medical part. */
export const planMedical: ReadonlyArray<string> = [
  "medical.additionalInformation",
  "medical.measureNotes[].index",
  "medical.measureNotes[].conversationLog",
  "medical.measureNotes[].adaptationNotPossible",
  "medical.measureNotes[].assessment",
];
