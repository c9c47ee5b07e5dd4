import type { PatientContact, RegistryAnswers, SickLeaveCase, WireEnvelope } from "@samvirke/contracts";
import type { PreCheckFacts, PreCheckHit } from "../rules/index.ts";
import { firstFailedPreCheck, ruleSet } from "../rules/index.ts";
import { preCheckHit } from "./assessments.ts";
import type { RecordMissingCertificate, SickLeaveEvent } from "./model.ts";
import { preCheckRefusal } from "./receipts.ts";
import { sickLeaveIdOf } from "./register.ts";

const nobody: PatientContact = {
  contactPoints: [],
  familyDoctor: null,
  welfareOffice: null,
  bornOn: null,
  sex: null,
  nationality: null,
  address: null,
  envelopeContactPoints: [],
};

const notAsked: RegistryAnswers = {
  askedAt: null,
  personFound: "UNKNOWN",
  personBornOn: null,
  signerFound: "UNKNOWN",
  signerFoundToday: "UNKNOWN",
  signerIsPerson: "UNKNOWN",
  signerSuspended: "UNKNOWN",
  clinicianNumber: null,
  approvals: [],
  codeListVersion: null,
};

const emptyCase = (envelope: WireEnvelope): SickLeaveCase => ({
  envelope,
  sender: "",
  senderAliases: [],
  documentId: null,
  patient: nobody,
  clinicianNumbers: [],
  signer: null,
  positionPercent: null,
  employedOutlook: null,
  unemployedOutlook: null,
  forecastGiven: false,
  helpAsked: null,
  welfareMeasures: null,
  otherMeasures: null,
  planDialogue: null,
  lateContactReason: null,
  sendingSystem: { name: null, version: null },
  ruleSetVersionAsSent: null,
  barcode: null,
  unreadablePeriods: [],
  ruleHits: [],
  assessments: [],
  registryAnswers: notAsked,
  warnings: [],
  contentKey: null,
  related: [],
  receipt: null,
  journalPostId: null,
  abroad: null,
});

const factsOf = ({ received }: RecordMissingCertificate): PreCheckFacts => ({
  receivedAt: received.receivedAt,
  patient: { number: "", isKnown: false },
  signer: { isKnown: false, isInHpr: false },
  attachments: [],
});

const rejectedBy = ({ received, basis }: RecordMissingCertificate, hit: PreCheckHit): SickLeaveEvent => ({
  type: "SickLeaveRejected",
  value: {
    sickLeaveId: sickLeaveIdOf(received.archiveId),
    archiveId: received.archiveId,
    aliases: [],
    channel: "XML",
    receivedAt: received.receivedAt,
    ruleSetVersion: ruleSet,
    policyVersion: basis.policyVersion,
    warnings: 0,
    reasonClass: "CONTENT",
    duplicateOf: null,
    identity: null,
    work: null,
    case: {
      ...emptyCase(received.envelope),
      sender: received.sender,
      senderAliases: received.senderAliases,
      ruleHits: [preCheckHit(hit)],
      receipt: preCheckRefusal(received.envelope, hit),
    },
    medical: null,
  },
});

/** The fact that a message said it was a certificate and carried none; undefined when no check stops that. */
export const missingCertificate = (command: RecordMissingCertificate): SickLeaveEvent | undefined => {
  const hit = firstFailedPreCheck(factsOf(command), command.basis.policy);
  return hit === undefined ? undefined : rejectedBy(command, hit);
};
