import { address, below, code, envelope, identifier, organisation, receiptDue } from "./shapes.ts";

/** What stands outside the parts of MessageRefused. */
export const refusedTop: ReadonlyArray<string> = ["archiveId", "class", "receivedAt", "conflictsWith"];

/** Leaves of its case part. */
export const refusedCase: ReadonlyArray<string> = [
  "case.sender",
  "case.senderAliases[]",
  "case.wireMsgId",
  ...below("case.envelope", envelope),
  "case.findings[].path",
  "case.findings[].rule",
  ...below("case.receipt", receiptDue),
];

/** What stands outside the parts of DeliverySettled. */
export const settledTop: ReadonlyArray<string> = [
  "messageId",
  "archiveId",
  "receiverRole",
  "receiverIndex",
  "ahead",
  "outcome",
  "errorCodes[]",
  "format",
  "sentAt",
  "settledAt",
  "wasOverdue",
  "routeClosed",
  "warnings",
];

/** Leaves of its case part. */
export const settledCase: ReadonlyArray<string> = [
  "case.receiver.name",
  ...below("case.receiver.identifiers[]", identifier),
  ...below("case.answeredBy.role", code),
  "case.answeredBy.units[].level",
  ...below("case.answeredBy.units[].type", code),
  "case.answeredBy.units[].name",
  ...below("case.answeredBy.units[].identifiers[]", identifier),
  ...below("case.answeredBy.speciality", code),
  ...below("case.answeredBy.address", address),
  ...below("case.answeredBy.cityDistrict", code),
  "case.answeredBy.teleAddresses[]",
  ...below("case.answeredTo.role", code),
  "case.answeredTo.units[].level",
  ...below("case.answeredTo.units[].type", code),
  "case.answeredTo.units[].name",
  ...below("case.answeredTo.units[].identifiers[]", identifier),
  ...below("case.answeredTo.speciality", code),
  ...below("case.answeredTo.address", address),
  ...below("case.answeredTo.cityDistrict", code),
  "case.answeredTo.teleAddresses[]",
  "case.sender",
  "case.receiptId",
  ...below("case.messageType", code),
  "case.migVersion",
  "case.generatedAtText",
  "case.generatedAt",
  "case.softwareName",
  "case.softwareVersion",
  ...below("case.status", code),
  ...below("case.errors[]", code),
  ...below("case.originalType", code),
  "case.originalIssuedText",
  "case.originalId",
  "case.findings[].path",
  "case.findings[].rule",
];

/** What stands outside the parts of ReferralGranted. */
export const grantedTop: ReadonlyArray<string> = [
  "referralId",
  "archiveId",
  "aliases[]",
  "receivedAt",
  "madeAt",
  "revision",
  "outcome",
  "ahead",
  "recordedOnly",
  "warnings",
];

/** Leaves of its case part. */
export const grantedCase: ReadonlyArray<string> = [
  "case.sender",
  "case.senderAliases[]",
  ...below("case.envelope", envelope),
  "case.at.text",
  "case.at.day",
  ...below("case.by[]", organisation),
  "case.appointmentAt.text",
  "case.appointmentAt.day",
  "case.latestStart.text",
  "case.latestStart.day",
  "case.place",
  "case.warnings[].path",
  "case.warnings[].rule",
  ...below("case.receipt", receiptDue),
];
