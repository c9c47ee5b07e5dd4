import type { DialogueCase, DialogueMedical, Identifier, WireEnvelope } from "@samvirke/contracts";
import { defaultPolicy } from "../rules/index.ts";
import type { Received, RegistryReplies } from "../sick-leave/index.ts";
import type { DialogueBasis, DialogueContent, DialogueEvent, RegisterDialogue } from "./model.ts";

export const at = (text: string): number => Date.parse(text);
export const archive = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;

const code = (value: string, system: string | null = null) => ({ system, code: value, text: null, originalText: null });
export const theme = (list: string, value: string) => ({ system: `2.16.578.1.12.4.1.1.${list}`, code: value });
export const number = (type: string, value: string): Identifier => ({
  value,
  type: code(type, theme("8116", "").system),
});

export const patient = "14858030057";
export const doctor = "03916721098";

const office = {
  name: "Fjellsiden legekontor",
  type: null,
  identifiers: [{ value: "8765", type: code("HER") }],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
};

export const envelope: WireEnvelope = {
  format: "FELLESFORMAT_2",
  messageType: code("DIALOG_NOTAT"),
  migVersion: null,
  generatedAtText: null,
  generatedAt: at("2026-03-02T09:00:00Z"),
  messageId: "7d0a0e6f-0f3a-4a53-8d21-6b7f9f6c1a01",
  processingStatus: null,
  requestedPriority: null,
  ack: code("J"),
  parentReference: null,
  conversationReference: null,
  sender: { comMethod: null, organisations: [office] },
  receiver: null,
  otherReceivers: [],
  receivingStation: null,
};

export const shared: DialogueCase = {
  envelope,
  sender: "",
  senderAliases: [],
  receiverAliases: [],
  clinicianReference: null,
  sendingSystem: null,
  documentId: null,
  version: "1.0",
  patient: { bornOn: null, sex: null, nationality: null, address: null, contactPoints: [] },
  questions: [],
  notes: [],
  answerCode: null,
  dueOn: null,
  letterAt: null,
  reason: null,
  signerNumbers: [number("FNR", doctor)],
  registryAnswers: null,
  addressAnswer: null,
  warnings: [],
  contentKey: null,
  receipt: null,
};

export const medical: DialogueMedical = {
  caseType: null,
  caseTypeText: null,
  questions: [],
  notes: [{ heading: null, text: "Tekst", remark: null, question: null }],
  attachments: [],
};

export const note: DialogueContent = {
  kind: "NOTE",
  from: "HEALTH",
  toWelfare: true,
  theme: theme("8128", "1"),
  aboutSickLeave: true,
  meetingAnswer: null,
  refusals: [],
  identity: {
    number: number("FNR", patient),
    name: { given: "Testa", middle: null, family: "Prøvesen" },
    envelopeNumbers: [number("FNR", patient)],
    envelopeName: null,
    currentNumber: null,
  },
  case: shared,
  medical,
};

const physician = {
  authorisation: { active: true, oid: 7704, value: "1" },
  category: { active: true, oid: 9060, value: "LE" },
  competences: [],
};
const register = { found: true, numbers: [number("FNR", doctor)], approvals: [physician] };

export const replies: RegistryReplies = {
  askedAt: at("2026-03-02T12:00:01Z"),
  patient: { found: true, currentNumber: patient },
  signer: register,
  signerIsRegistered: true,
  signerIsKnown: true,
  signerIsSuspended: false,
  clinician: register,
  scans: [],
};

export const basis: DialogueBasis = { policy: defaultPolicy, policyVersion: "test" };

export const received: Received = {
  archiveId: archive(1),
  receivedAt: at("2026-03-02T12:00:00Z"),
  conflictsWith: null,
  sender: "practice",
  senderAliases: ["a1"],
  wireMsgId: envelope.messageId,
  envelope,
};

/** What differs from a clinician's note, number by number. */
export interface Told {
  readonly n: number;
  readonly kind?: DialogueContent["kind"];
  readonly from?: "HEALTH" | "WELFARE";
  readonly parent?: string | null;
  readonly conversation?: string | null;
  readonly answerCode?: string;
  readonly meetingAnswer?: DialogueContent["meetingAnswer"];
  /** Hours after nine on the second of March. */
  readonly hour?: number;
}

/** A message of a conversation; `m<n>` is what others call it. */
export const message = (told: Told): RegisterDialogue => {
  const { n, kind = "NOTE", from = "HEALTH", hour = 0 } = told;
  const generatedAt = at("2026-03-02T09:00:00Z") + hour * 3_600_000;
  const answerCode = told.answerCode === undefined ? null : code(told.answerCode, theme("9069", "").system);
  const own: DialogueCase = { ...shared, answerCode, envelope: { ...envelope, generatedAt } };
  const content = {
    ...note,
    kind,
    from,
    toWelfare: from === "HEALTH",
    meetingAnswer: told.meetingAnswer ?? null,
    case: own,
  };
  return {
    type: "RegisterDialogue",
    received: { ...received, archiveId: archive(n) },
    content,
    references: { message: `m${n}`, parent: told.parent ?? null, conversation: told.conversation ?? null },
    aliases: [],
    contentKey: `c${n}`,
    replies: from === "HEALTH" ? replies : null,
    basis,
  };
};

/** The same with parts of its content changed. */
export const withContent = (base: RegisterDialogue, change: Partial<DialogueContent>): RegisterDialogue => ({
  ...base,
  content: { ...base.content, ...change },
});

/** A call to a meeting, or a change of it. */
export const called = (meeting: number, revision: number, hour: number): DialogueEvent => ({
  type: "DialogueMeetingCalled",
  value: {
    archiveId: archive(900 + meeting * 10 + revision),
    meetingId: archive(800 + meeting),
    revision,
    number: 2,
    worker: true,
    employer: true,
    clinician: true,
    work: { at: null, place: null, employer: null },
    case: {
      sourceId: "",
      kind: revision === 1 ? "INNKALT" : "NYTT_TID_STED",
      changedAt: at("2026-03-02T09:00:00Z") + hour * 3_600_000,
      office: null,
      caseWorker: null,
      spellStart: null,
    },
  },
});
