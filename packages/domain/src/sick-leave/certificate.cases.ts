import type { Code, Identifier, SickLeavePeriod, WireEnvelope } from "@samvirke/contracts";
import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { defaultPolicy } from "../rules/index.ts";
import { publishedCodeLists } from "../rules/published-code-lists.ts";
import type { CertificateContent, DecisionBasis, Received, RegisterCertificate, RegistryReplies } from "./model.ts";

export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error("no day");
  return parsed;
};

export const at = (text: string): number => Date.parse(text);

export const code = (value: string | null, system: string | null = null, text: string | null = null): Code => ({
  system,
  code: value,
  text,
  originalText: null,
});

export const id = (type: string, value: string): Identifier => ({
  value,
  type: code(type, "2.16.578.1.12.4.1.1.8116"),
});

export const patient = "14858030057";
export const doctor = "03916721098";
export const otherDoctor = "21827511894";
export const child = "09871665025";
export const icpc2 = "2.16.578.1.12.4.1.1.7170";

export const period = (from: string, to: string, more: Partial<SickLeavePeriod> = {}): SickLeavePeriod => ({
  index: 0,
  from: day(from),
  to: day(to),
  kind: "FULL",
  kindsAsSent: ["FULL"],
  grade: null,
  gradedTravelSupport: null,
  travelSupport: null,
  treatmentDaysPerWeek: null,
  inputToEmployer: null,
  workplaceCauses: null,
  ...more,
});

export const envelope: WireEnvelope = {
  format: "FELLESFORMAT_1",
  messageType: code("SYKMELD"),
  migVersion: "v1.2 2006-05-24",
  generatedAtText: "2026-03-02T10:00:00",
  generatedAt: at("2026-03-02T09:00:00Z"),
  messageId: "7d0a0e6f-0f3a-4a53-8d21-6b7f9f6c1a01",
  processingStatus: null,
  requestedPriority: null,
  ack: code("J"),
  parentReference: null,
  conversationReference: null,
  sender: {
    comMethod: null,
    organisations: [
      {
        name: "Fjellsiden legekontor",
        type: null,
        identifiers: [
          { value: "8765", type: code("HER") },
          { value: "912 345 678", type: code("ENH") },
        ],
        address: null,
        contactPoints: [],
        healthcareProfessional: null,
      },
    ],
  },
  receiver: null,
  otherReceivers: [],
  receivingStation: {
    ediLogId: "log-1",
    sender: null,
    ebXmlConversationId: null,
    receiptId: null,
    messageType: null,
    senderReference: null,
    signerNumber: doctor,
    receivedAtText: null,
    receivedAt: null,
    organisationNumber: null,
    signerOrganisationNumber: null,
    partnerReference: null,
    herId: null,
    ebRole: "Sykmelder",
    ebService: "Sykmelding",
    ebAction: "Registrering",
  },
};

export const content: CertificateContent = {
  hasMedicalAssessment: true,
  identity: {
    number: id("FNR", patient),
    name: { given: "Testa", middle: null, family: "Prøvesen" },
    envelopeNumbers: [id("FNR", patient)],
    envelopeName: null,
    currentNumber: null,
  },
  work: {
    periods: [period("2026-03-02", "2026-03-15")],
    spellStart: null,
    employment: { count: "ONE", countCode: code("1"), employerName: "Verkstedet", occupation: null },
    fitAfterPeriod: null,
    consideration: null,
    workplaceMeasures: null,
    messageToEmployer: null,
    contactOn: null,
    treatedAt: "2026-03-02T09:30:00",
    treatedOn: day("2026-03-02"),
    treatedClock: at("2026-03-02T09:30:00Z"),
    signedOn: day("2026-03-02"),
    clinician: { name: null, hprNumber: null, address: null, contactPoints: [] },
    foreignCountry: null,
  },
  case: {
    sender: "",
    senderAliases: [],
    envelope,
    documentId: null,
    patient: {
      contactPoints: [],
      familyDoctor: null,
      welfareOffice: null,
      bornOn: null,
      sex: null,
      nationality: null,
      address: null,
      envelopeContactPoints: [],
    },
    clinicianNumbers: [id("HPR", "7654321"), id("FNR", doctor)],
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
    sendingSystem: { name: "Journal", version: "1" },
    ruleSetVersionAsSent: "3",
    barcode: null,
    unreadablePeriods: [],
    ruleHits: [],
    assessments: [],
    registryAnswers: {
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
    },
    warnings: [],
    contentKey: null,
    related: [],
    receipt: null,
    journalPostId: null,
    abroad: null,
  },
  medical: {
    mainDiagnosis: code("L84", icpc2, "Ryggsyndrom uten smerteutstråling"),
    otherDiagnoses: [],
    otherAbsence: null,
    pregnancy: null,
    occupationalInjury: null,
    occupationalInjuryOn: null,
    shieldedFromPerson: null,
    medicalCauses: [],
    answerGroups: [],
    attachments: [],
    mismatches: [],
  },
};

const physician = {
  authorisation: { active: true, oid: 7704, value: "1" },
  category: { active: true, oid: 9060, value: "LE" },
  competences: [],
};

const register = { found: true, numbers: [id("HPR", "7654321"), id("FNR", doctor)], approvals: [physician] };

export const replies: RegistryReplies = {
  askedAt: at("2026-03-02T12:00:01Z"),
  patient: { found: true, currentNumber: patient, birthDay: day("1980-05-14") },
  signer: register,
  signerIsRegistered: true,
  signerIsKnown: true,
  signerIsSuspended: false,
  clinician: register,
  scans: [],
};

export const basis: DecisionBasis = { policy: defaultPolicy, codeLists: publishedCodeLists, policyVersion: "test" };

export const archive = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;

export const received: Received & { readonly envelope: WireEnvelope } = {
  archiveId: archive(1),
  receivedAt: at("2026-03-02T12:00:00Z"),
  conflictsWith: null,
  sender: "practice",
  senderAliases: ["a1"],
  wireMsgId: "7d0a0e6f-0f3a-4a53-8d21-6b7f9f6c1a01",
  envelope,
};

export const register1: RegisterCertificate = {
  type: "RegisterCertificate",
  received,
  content,
  contentKey: "c1",
  aliases: ["w1"],
  replies,
  basis,
};

type Change = {
  readonly [K in keyof CertificateContent]?: Partial<CertificateContent[K]>;
};

/** The certificate with some fields changed. */
export const withContent = (change: Change, base: RegisterCertificate = register1): RegisterCertificate => ({
  ...base,
  content: {
    ...base.content,
    ...(change.hasMedicalAssessment === undefined ? {} : { hasMedicalAssessment: change.hasMedicalAssessment }),
    identity: { ...base.content.identity, ...change.identity },
    work: { ...base.content.work, ...change.work },
    case: { ...base.content.case, ...change.case },
    medical: { ...base.content.medical, ...change.medical },
  },
});

/** Another message with the same content. */
export const again = (n: number, base: RegisterCertificate = register1): RegisterCertificate => ({
  ...base,
  received: { ...base.received, archiveId: archive(n) },
});

/** A certificate over other days and with a content of its own. */
export const over = (n: number, days: readonly [from: string, to: string], signed = days[0]): RegisterCertificate => {
  const generatedAt = at(`${signed}T09:00:00Z`);
  const moved = withContent({
    work: { periods: [period(...days)], treatedClock: generatedAt },
    case: { envelope: { ...envelope, generatedAt } },
  });
  const receivedAt = at(`${signed}T12:00:00Z`);
  return { ...moved, contentKey: `c${n}`, received: { ...received, archiveId: archive(n), receivedAt } };
};
