/** What stands outside the parts of SickLeaveSentToEmployer. */
export const sentTop: ReadonlyArray<string> = [
  "sickLeaveId",
  "archiveId",
  "aliases[]",
  "receivedAt",
  "standing",
  "warnings",
  "again",
];

/** Leaves of its work part. */
export const sentWork: ReadonlyArray<string> = [
  "work.employer.organisationNumber",
  "work.employer.legalUnit",
  "work.employer.name",
  "work.previousEmployer.organisationNumber",
  "work.previousEmployer.name",
  "work.previousEmployer.certificateId",
  "work.answers[].name",
  "work.answers[].kind",
  "work.answers[].question",
  "work.answers[].answer",
  "work.sentAt",
  "work.sentAtText",
];

/** Leaves of its case part. */
export const sentCase: ReadonlyArray<string> = [
  "case.sender",
  "case.senderAliases[]",
  "case.at",
  "case.atText",
  "case.source",
  "case.workSituation",
  "case.answers[].name",
  "case.answers[].kind",
  "case.answers[].question",
  "case.answers[].answer",
  "case.answersUpdated",
  "case.findings[].path",
  "case.findings[].rule",
];

/** What stands outside the parts of SickLeaveReviewed. */
export const reviewedTop: ReadonlyArray<string> = [
  "sickLeaveId",
  "archiveId",
  "aliases[]",
  "receivedAt",
  "standing",
  "warnings",
  "outcome",
];

/** Leaves of its case part. */
export const reviewedCase: ReadonlyArray<string> = [
  "case.sender",
  "case.senderAliases[]",
  "case.rules[].name",
  "case.rules[].outcome",
  "case.rules[].manual",
  "case.rules[].textForSender",
  "case.rules[].textForPerson",
  "case.rules[].at",
  "case.at",
  "case.office",
  "case.findings[].path",
  "case.findings[].rule",
];
