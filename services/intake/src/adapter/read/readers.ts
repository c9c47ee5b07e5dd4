import type { MessageReceived } from "@samvirke/contracts";
import { readCertificate, refuseKind } from "./certificate.ts";
import { readDialogue } from "./dialogue.ts";
import { readFhir } from "./fhir.ts";
import {
  readAssessment,
  readBit,
  readCandidate,
  readJobSeeking,
  readLineManager,
  readMeeting,
  readNotice,
  readNumbers,
  readPersonEvent,
  readSpells,
} from "./follow-up.ts";
import { readHubMessage } from "./hub-referral.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { receivedOf, refusedFor } from "./inbound.ts";
import { readPlan } from "./plan.ts";
import { readReceipt } from "./receipt.ts";
import { readReferral } from "./referral.ts";
import { readReceived, readRemoval, readSykmeldingRecord, readUse, readValidation } from "./registered.ts";
import { readStatement } from "./statement.ts";
import { readSubmitted } from "./submission.ts";
import { readAnswer, readDialogueRecord, readOrder } from "./welfare-dialogue.ts";

/** One reader for each document; what has none is not taken. */
const byDocument: Partial<Record<MessageReceived["document"], Reader>> = {
  CERTIFICATE: readCertificate,
  DIALOGUE: readDialogue,
  REFERRAL: readReferral,
  MEDICAL_STATEMENT: readStatement,
  PLAN_FORM: readPlan,
  PLAN_REQUEST: readPlan,
  PLAN_NOTICE: readPlan,
  APP_REC: readReceipt,
  EDI_RECEIPT: readReceipt,
  WELFARE_RECEIPT: readReceipt,
  CERTIFICATE_SUBMISSION: readSubmitted,
  SYKMELDING_RECORD: readSykmeldingRecord,
  RECEIVED_SYKMELDING: readReceived,
  SYKMELDING_STATUS: readUse,
  VALIDATION_RESULT: readValidation,
  TOMBSTONE: readRemoval,
  DIALOGUE_RECORD: readDialogueRecord,
  DIALOGUE_ORDER: readOrder,
  REFERRAL_JSON: readHubMessage,
  MEETING_STATUS: readMeeting,
  MEETING_ANSWER: readAnswer,
  ACTIVITY_ASSESSMENT: readAssessment,
  ACTIVITY_NOTICE: readNotice,
  MEETING_CANDIDATE: readCandidate,
  JOB_SEEKING_DECISION: readJobSeeking,
  FOLLOW_UP_SPELLS: readSpells,
  SPELL_BIT: readBit,
  LINE_MANAGER: readLineManager,
  PERSON_NUMBERS: readNumbers,
  PERSON_EVENT: readPersonEvent,
};

/** For what the door has no name for. */
const byKind: Partial<Record<MessageReceived["kind"], Reader>> = {
  SICK_LEAVE: readCertificate,
  // What the door could not tell may be a certificate all the same.
  UNKNOWN: readCertificate,
};

/** What only welfare says; from another door it is somebody's claim. */
export const welfares: ReadonlySet<MessageReceived["document"]> = new Set([
  "SYKMELDING_RECORD",
  "RECEIVED_SYKMELDING",
  "SYKMELDING_STATUS",
  "VALIDATION_RESULT",
  "TOMBSTONE",
  "DIALOGUE_RECORD",
  "DIALOGUE_ORDER",
  "PLAN_NOTICE",
  "MEETING_STATUS",
  "MEETING_ANSWER",
  "ACTIVITY_ASSESSMENT",
  "ACTIVITY_NOTICE",
  "MEETING_CANDIDATE",
  "JOB_SEEKING_DECISION",
  "FOLLOW_UP_SPELLS",
  "SPELL_BIT",
  "LINE_MANAGER",
  "PERSON_NUMBERS",
  "PERSON_EVENT",
  "WELFARE_RECEIPT",
]);

const isSomebodysClaim = ({ document, door }: MessageReceived): boolean => door !== "WELFARE" && welfares.has(document);

/** A document of welfare's that came in by another door is refused, whatever it says. */
const refuseClaim: Reader = (arrived) =>
  refusedFor(receivedOf(arrived), [{ path: "", rule: "NOT_THE_SENDERS_TO_SAY" }], "SENDER");

const readerOf = ({ document, kind, format }: MessageReceived): Reader | undefined => {
  if (format === "FHIR") return readFhir;
  return document === "UNKNOWN" ? byKind[kind] : byDocument[document];
};

/** Reads the bytes of a received message. Whatever they are, something is asked for. */
export const readMessage = (arrived: Arrived, deps: ReadDeps): Inbound =>
  (isSomebodysClaim(arrived.message) ? refuseClaim : (readerOf(arrived.message) ?? refuseKind))(arrived, deps);
