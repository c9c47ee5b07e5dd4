import type { SickLeaveCase, SickLeaveMedical, SickLeaveWork } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { osloDay, osloOffset } from "@samvirke/kernel";
import { undecided } from "../certificate/undecided.ts";
import { printInstant } from "../xml/print-time.ts";
import { hprNumber, lists, nationalNumber, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { inner, text } from "./json-source.ts";
import type { Malformed, Read } from "./malformed.ts";
import { readLenient } from "./malformed.ts";
import type { CertificateParts } from "./registered.ts";
import type { SubmittedMeta, SubmittedValues } from "./submission-values.ts";
import { metaOf, valuesOf } from "./submission-values.ts";

/** A certificate as a clinician's system submits it. */
export interface Submission extends CertificateParts {
  /** The sender's idempotency id: the same one again is the same submission. */
  readonly submitId: string;
}

const employmentOf = ({ employer }: SubmittedValues): SickLeaveWork["employment"] => {
  if (employer === null) return { count: "UNKNOWN", countCode: null, employerName: null, occupation: null };
  return {
    count: employer.isSeveral ? "SEVERAL" : "ONE",
    countCode: plainCode(employer.isSeveral ? "2" : "1"),
    employerName: employer.name,
    occupation: null,
  };
};

// The form has no time of treatment: the person was seen when the form was sent.
const workOf = (values: SubmittedValues, { hpr, phone }: SubmittedMeta, receivedAt: Instant): SickLeaveWork => ({
  periods: values.activity.periods,
  spellStart: null,
  employment: employmentOf(values),
  fitAfterPeriod: null,
  consideration: null,
  workplaceMeasures: null,
  messageToEmployer: values.messages.toEmployer,
  contactOn: values.backdating?.on ?? null,
  treatedAt: printInstant(receivedAt),
  treatedOn: osloDay(receivedAt),
  treatedClock: receivedAt + osloOffset(receivedAt),
  signedOn: osloDay(receivedAt),
  clinician: { name: null, hprNumber: hpr, address: null, contactPoints: [{ type: null, address: phone }] },
  foreignCountry: null,
});

const officeOf = ({ organisationNumber, phone }: SubmittedMeta): SickLeaveCase["envelope"]["sender"] => ({
  comMethod: null,
  organisations: [
    {
      name: null,
      type: null,
      identifiers: [{ value: organisationNumber, type: plainCode("ENH", lists.organisationIds) }],
      address: null,
      contactPoints: [{ type: null, address: phone }],
      healthcareProfessional: null,
    },
  ],
});

const envelopeOf = (submitId: string, meta: SubmittedMeta, receivedAt: Instant): SickLeaveCase["envelope"] => ({
  format: "UNKNOWN",
  messageType: plainCode("SYKMELD"),
  migVersion: null,
  generatedAtText: printInstant(receivedAt),
  generatedAt: receivedAt,
  messageId: submitId,
  processingStatus: null,
  requestedPriority: null,
  // The answer is the HTTP status; nothing else is wanted.
  ack: plainCode("N"),
  parentReference: null,
  conversationReference: null,
  sender: officeOf(meta),
  receiver: null,
  otherReceivers: [],
  receivingStation: null,
});

const nobodySaid: SickLeaveCase["patient"] = {
  contactPoints: [],
  familyDoctor: null,
  welfareOffice: null,
  bornOn: null,
  sex: null,
  nationality: null,
  address: null,
  envelopeContactPoints: [],
};

const caseOf = (values: SubmittedValues, meta: SubmittedMeta, envelope: SickLeaveCase["envelope"]): SickLeaveCase => ({
  ...undecided,
  envelope,
  documentId: null,
  patient: nobodySaid,
  clinicianNumbers: [hprNumber(meta.hpr)],
  signer: { numbers: [hprNumber(meta.hpr)], name: null, category: null },
  positionPercent: null,
  employedOutlook: null,
  unemployedOutlook: null,
  forecastGiven: false,
  // Text to welfare asks for help; how fast, the form does not ask.
  helpAsked: values.messages.toWelfare === null ? null : { atOnce: null, text: values.messages.toWelfare },
  welfareMeasures: null,
  otherMeasures: null,
  planDialogue: null,
  lateContactReason: values.backdating?.reason ?? null,
  sendingSystem: { name: meta.source, version: null },
  ruleSetVersionAsSent: null,
  barcode: null,
  unreadablePeriods: [],
  warnings: [],
});

const medicalOf = (values: SubmittedValues): SickLeaveMedical => ({
  mainDiagnosis: values.mainDiagnosis,
  otherDiagnoses: values.otherDiagnoses,
  otherAbsence: values.otherAbsence,
  pregnancy: values.pregnancy,
  occupationalInjury: values.injury?.is ?? false,
  occupationalInjuryOn: values.injury?.on ?? null,
  shieldedFromPerson: values.shielded,
  medicalCauses: values.activity.medicalCauses,
  answerGroups: values.answers === null ? [] : [values.answers],
  attachments: [],
  mismatches: [],
});

const submissionOf =
  (receivedAt: Instant) =>
  (source: JsonSource): Submission => {
    const submitId = text(source, "submitId");
    const meta = inner(source, "meta", metaOf);
    const values = inner(source, "values", valuesOf);
    return {
      submitId,
      identity: {
        number: nationalNumber(meta.patient),
        name: null,
        envelopeNumbers: [],
        envelopeName: null,
        currentNumber: null,
      },
      work: workOf(values, meta, receivedAt),
      case: caseOf(values, meta, envelopeOf(submitId, meta, receivedAt)),
      medical: medicalOf(values),
    };
  };

/**
 * A BehandlerOpprettSykmelding in the shapes of the events, to be decided by the hub's rules like any certificate.
 *
 * Unit:    days are literal; the form has no times, so receipt counts as treatment and signing (its clock in Oslo).
 * Rejects: Malformed. Unknown properties are only noted.
 * Source:  fact sheet 5.2, body of the submission; navikt/syk-inn-api, payload of the clinician's module.
 */
export const readSubmission = (json: unknown, receivedAt: Instant): Either<Malformed, Read<Submission>> =>
  readLenient(json, submissionOf(receivedAt));
