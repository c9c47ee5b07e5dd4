export { defaultLimits, guard } from "./xml/guard.ts";
export type { Hostile, HostileReason, MessageLimits } from "./xml/guard.ts";
export { readEnvelope } from "./envelope/read-envelope.ts";
export type { EnvelopeSummary, SenderParty } from "./envelope/read-envelope.ts";
export type { AnsweredMessage, PersonNumber } from "./envelope/json-door.ts";
export type { MessageKind } from "./envelope/message-kind.ts";
export { parseCertificate } from "./certificate/parse-certificate.ts";
export type { ParsedCertificate, Unreadable, UnreadableClass } from "./certificate/parse-certificate.ts";
export { isHospitalMessage } from "./certificate/signer.ts";
export { printCertificate } from "./sample/print-certificate.ts";
export type * from "./sample/model.ts";
export { printStatement } from "./sample/print-statement.ts";
export type * from "./sample/statement-model.ts";
export { printPlanBatch, printPlanForm } from "./sample/print-plan.ts";
export type * from "./sample/plan-model.ts";
export { printAppRec10, printAppRec11 } from "./apprec/print-apprec.ts";
export { printDeliveryStatus, readDeliveryStatus } from "./apprec/delivery-status.ts";
export type { StatusDelivery } from "./apprec/delivery-status.ts";
export { issuedForWelfare } from "./apprec/issued-for-welfare.ts";
export { parseAppRec } from "./apprec/parse-apprec.ts";
export { parseEdiReceipt } from "./apprec/parse-edi-receipt.ts";
export { looksLikeJson, parseReceipt } from "./apprec/parse-receipt.ts";
export { parseWelfareReceipt } from "./apprec/parse-welfare-receipt.ts";
export type { NoReceipt, NoReceiptClass, ParsedReceipt, ReceiptStatus } from "./apprec/receipt.ts";
export type { AppRecContent, NobodyToAnswer } from "./apprec/print-apprec.ts";
export { printSykmeldingRecord } from "./sykmelding-record/print-record.ts";
export type { PrintedRecord } from "./sykmelding-record/print-record.ts";
export type { Loss, LossReason } from "./sykmelding-record/losses.ts";
export type { Json, JsonObject } from "./sykmelding-record/json.ts";
export { isReadable } from "./sykmelding-record/source.ts";
export type { ReadableRejection, RecordSource } from "./sykmelding-record/source.ts";
export { readSykmeldingRecord } from "./sykmelding-record/read-record.ts";
export type { RecordMismatch } from "./sykmelding-record/read-record.ts";
export { parseStatement } from "./statement/parse-statement.ts";
export type { NoStatement, NoStatementClass, ParsedStatement } from "./statement/parse-statement.ts";
export { printStatementMessage } from "./statement/print-kafka-message.ts";
export type { PrintedStatement, StatementDelivery } from "./statement/print-kafka-message.ts";
export { readStatementBody, readStatementMessage } from "./statement/read-kafka-message.ts";
export { statementFieldTable } from "./fields/statement-fields.ts";
export { parsePlanRequest, planRequestFindings } from "./plan/parse-plan-request.ts";
export type { PlanRefused } from "./plan/parse-plan-request.ts";
export { parsePlanNotice, printPlanNotice, readPlanNotice } from "./plan/plan-notice.ts";
export { parsePlanForm } from "./plan/parse-plan-form.ts";
export type { NoPlan, NoPlanClass, ParsedPlan } from "./plan/plan.ts";
export { planFormFieldTable, planRequestFieldTable } from "./fields/plan-fields.ts";
export { appRecFieldTable, ediReceiptFieldTable, welfareReceiptFieldTable } from "./fields/apprec-fields.ts";
export { paperFieldsDocument, paperFieldsPath } from "./fields/paper-document.ts";
export type { PaperField, PaperRule } from "./fields/paper-field.ts";
export { certificateFieldTable } from "./fields/certificate-fields.ts";
export type { CertificateField, FieldRule } from "./fields/field.ts";
export { certificateFieldsDocument, certificateFieldsPath, isUpToDate } from "./fields/fields-document.ts";
export { parseDialogue } from "./dialogue/parse-dialogue.ts";
export type { ParsedDialogue, ReferralStatus, UnreadableDialogue, UnreadableDialogueClass } from "./dialogue/parsed.ts";
export type { MessageShape, StatusOutcome } from "./dialogue/kind.ts";
export type { References } from "./dialogue/references.ts";
export { isUuidReference, plainReference } from "./dialogue/references.ts";
export type { DialogueRefusal } from "./dialogue/refusals.ts";
export type { Sides } from "./dialogue/sides.ts";
export { attachmentBytes } from "./dialogue/attachments.ts";
export { printDialogue } from "./dialogue/print-dialogue.ts";
export type { DialogueDocument, DialogueEnclosure } from "./dialogue/print-dialogue.ts";
export { dialogueDocumentOf, printDialogueSample } from "./sample/print-dialogue-sample.ts";
export type { DialogueSample, DialogueSampleKind } from "./sample/dialogue-model.ts";
export { readRegisteredRecord } from "./nav-sick-leave/read-record.ts";
export { partTexts } from "./nav-sick-leave/registered.ts";
export type { CertificateParts, RegisteredCertificate, StatedValidation } from "./nav-sick-leave/registered.ts";
export type { Malformed, Read } from "./nav-sick-leave/malformed.ts";
export { readReceivedSykmelding } from "./nav-sick-leave/read-received.ts";
export { readValidationResult } from "./nav-sick-leave/validation-result.ts";
export { readStatus, readTombstone } from "./nav-sick-leave/read-status.ts";
export type { StatusKind, StatusMessage, Tombstone } from "./nav-sick-leave/read-status.ts";
export { readSubmission } from "./nav-sick-leave/read-submission.ts";
export type { Submission } from "./nav-sick-leave/read-submission.ts";
export { printRemoval, printStatus } from "./nav-sick-leave/print-status.ts";
export type { PrintedRemoval, PrintedUse, StatusAddress } from "./nav-sick-leave/print-status.ts";
export { printEmployerSykmelding } from "./nav-sick-leave/print-employer.ts";
export type { EmployerCopy } from "./nav-sick-leave/print-employer.ts";
export { readEmployerSykmelding } from "./nav-sick-leave/read-employer.ts";
export { printReceivedSykmelding, printValidationResult } from "./nav-sick-leave/print-received.ts";
export { navFieldsDocument, navFieldsPath, navFormats } from "./nav-sick-leave/fields/nav-fields-document.ts";
export type { NavField, NavFieldRule } from "./nav-sick-leave/fields/nav-field.ts";
export { parseReferral } from "./referral/parse-referral.ts";
export type { ParsedReferral, UnreadableReferral, UnreadableReferralClass } from "./referral/parse-referral.ts";
export type { ReferralParts } from "./referral/parts.ts";
export type { AvroDocument } from "./nav-follow-up/avro-document.ts";
export { readMeetingStatus } from "./nav-follow-up/read-meeting-status.ts";
export type { MeetingCallContent, MeetingEndContent, MeetingStatus } from "./nav-follow-up/read-meeting-status.ts";
export { readMeetingAnswer } from "./nav-follow-up/read-meeting-answer.ts";
export type { MeetingAnswerRecord } from "./nav-follow-up/read-meeting-answer.ts";
export type { DecisionRecord } from "./nav-follow-up/decision.ts";
export {
  readActivityAssessment,
  readActivityNotice,
  readJobSeekingDecision,
  readMeetingCandidate,
} from "./nav-follow-up/read-decisions.ts";
export { readFollowUpSpells, readSpellBit } from "./nav-follow-up/read-spells.ts";
export type { SpellBitRecord, WelfareSpellRecord, WelfareSpells } from "./nav-follow-up/read-spells.ts";
export { readLineManager } from "./nav-follow-up/read-line-manager.ts";
export type { LineManager } from "./nav-follow-up/read-line-manager.ts";
export { readPersonRegisterEvent, readRegisteredNumbers } from "./nav-follow-up/read-person-register.ts";
export type { PersonRegisterEvent, RegisteredNumbers } from "./nav-follow-up/read-person-register.ts";
export { followUpSampleKinds, printFollowUpSample } from "./nav-follow-up/print-sample.ts";
export type { FollowUpSample, FollowUpSampleKind, PrintedSample } from "./nav-follow-up/sample-model.ts";
export {
  followUpFieldsDocument,
  followUpFieldsPath,
  followUpFormats,
} from "./nav-follow-up/fields/follow-up-fields-document.ts";
export { printDialogueLetter } from "./dialogue/print-letter.ts";
export type { LetterDelivery, NotALetter } from "./dialogue/print-letter.ts";
export { printDialogmeldingForKafka } from "./dialogue-json/print-kafka.ts";
export type { KafkaExtras, NoNationalNumber, PrintedDialogue } from "./dialogue-json/print-kafka.ts";
export type { KafkaSource } from "./dialogue-json/part-json.ts";
export { withoutAttachments } from "./dialogue-json/without-attachments.ts";
export { readKafkaRecord } from "./dialogue-json/read-kafka.ts";
export type { DialogueMismatch, KafkaRecord } from "./dialogue-json/read-kafka.ts";
export { readDialogmeldingForKafka } from "./dialogue-json/from-kafka.ts";
export { orderAttachment, readDialogueOrder } from "./dialogue-json/read-order.ts";
export { dialogueFieldTable } from "./dialogue-fields/dialogue-fields.ts";
export { dialogueFieldsDocument, dialogueFieldsPath } from "./dialogue-fields/fields-document.ts";
export type { DialogueField, DialogueFieldRule } from "./dialogue-fields/field.ts";
export { printDigitalRecord } from "./nav-sick-leave/print-digital.ts";
export { printReferral } from "./referral/print/print-referral.ts";
export type {
  NotPrintable,
  PrintedReferral,
  ReferralToPrint,
  ReferralVersion,
} from "./referral/print/print-referral.ts";
export type { ReferralLoss, ReferralLossReason } from "./referral/print/losses.ts";
export { printReferralSample } from "./sample/print-referral-sample.ts";
export type { ReferralSample, ReferralSampleParty, ReferralSamplePerson } from "./sample/referral-model.ts";
export { hubContract } from "./referral/hub/model.ts";
export type { HubBody, HubParty, HubPerson, HubReferral } from "./referral/hub/model.ts";
export { isHubReferral, readHubReferral } from "./referral/hub/read-hub.ts";
export { printHubReferral } from "./referral/hub/print-hub.ts";
export { hubEnvelope, hubIdentity, hubLevels, hubParts } from "./referral/hub/hub-parts.ts";
export { hubReferralOf } from "./referral/hub/from-parts.ts";
export type { HubPrinting } from "./referral/hub/from-parts.ts";
export { hubStatus } from "./referral/hub/hub-status.ts";
export type { StatedStatus } from "./referral/hub/hub-status.ts";
export { kafkaFieldTable, orderFieldTable } from "./dialogue-fields/json-fields.ts";
export type { JsonField, JsonFieldRule } from "./dialogue-fields/json-fields.ts";
export { namedEditions, referralFieldTable } from "./referral/field-table.ts";
export type { ReferralField, ReferralFieldRule } from "./referral/field-table.ts";
export { referralFieldsDocument, referralFieldsPath } from "./referral/field-document.ts";
