import type { DialogueCase, DialogueMedical, DialogueMessageSent, FollowUpPlanShared } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";

const theme = { system: "2.16.578.1.12.4.1.1.8127", code: "1" } as const;
const themeText = "Oppfølgingsplan";

const silentEnvelope: DialogueCase["envelope"] = {
  format: "UNKNOWN",
  messageType: null,
  migVersion: null,
  generatedAtText: null,
  generatedAt: null,
  messageId: null,
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: null,
  receiver: null,
  otherReceivers: [],
  receivingStation: null,
};

const caseOf = (): DialogueCase => ({
  envelope: silentEnvelope,
  sender: "",
  senderAliases: [],
  receiverAliases: [],
  clinicianReference: null,
  sendingSystem: null,
  documentId: null,
  version: null,
  patient: { bornOn: null, sex: null, nationality: null, address: null, contactPoints: [] },
  questions: [],
  notes: [
    {
      theme: { ...theme, text: themeText, originalText: null },
      documentId: null,
      datedOn: null,
      roles: [],
      question: null,
    },
  ],
  answerCode: null,
  dueOn: null,
  reason: null,
  signerNumbers: [],
  registryAnswers: null,
  warnings: [],
  contentKey: null,
  receipt: null,
});

const medicalOf = (text: string | null): DialogueMedical => ({
  caseType: null,
  caseTypeText: null,
  questions: [],
  notes: [{ heading: null, text, remark: null, question: null }],
  attachments: [],
});

/** The id of the letter about a plan, which is also its message id on the wire. */
export const planLetterIdOf = (planId: string): string => uuid5("plan-letter", planId);

/** What the letter needs besides the plan. */
export interface PlanLetter {
  readonly at: Instant;
  /** HMAC of the letter's id, by which an answer will name it. */
  readonly alias: string;
}

/**
 * The letter by which the hub passes an employer's plan on to the clinician; undefined where the plan is not for one, or
 * is told of without its content.
 *
 * Source: canonical model R23 and R39.
 */
export const planLetterOf = (plan: FollowUpPlanShared, { at, alias }: PlanLetter): DialogueMessageSent | undefined => {
  if (!plan.toClinician || plan.format === "NOTICE") return undefined;
  return {
    messageId: planLetterIdOf(plan.planId),
    archiveId: plan.archiveId,
    aliases: [alias],
    conversationId: uuid5("conversation", alias),
    conversationAlias: null,
    parentId: null,
    parentAlias: null,
    kind: "PLAN_LETTER",
    fromSide: "WELFARE",
    theme,
    aboutSickLeave: true,
    receivedAt: at,
    warnings: 0,
    identity: plan.identity,
    case: caseOf(),
    medical: medicalOf(plan.case.messageToClinician),
  };
};
