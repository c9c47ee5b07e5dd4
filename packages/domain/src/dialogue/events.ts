import type { DialogueKind, PersonIdentity } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { nationalNumber } from "../sick-leave/signer.ts";
import type { Check } from "./checks.ts";
import { revisionAt } from "./meeting-answers.ts";
import type { DialogueDecision, DialogueState, RegisterDialogue } from "./model.ts";
import { refusedReceipt } from "./receipts.ts";
import { recordedCase, warningsOf } from "./recorded.ts";

/** The id of a message in its conversation. */
export const dialogueMessageIdOf = (archiveId: string): string => uuid5("dialogue-message", archiveId);

/**
 * The id of a message's conversation: by the conversation that it names, else by the message that it answers, else by
 * its own id. It does not depend on what came before, so the order of messages does not matter.
 */
export const conversationIdOf = ({ references, received }: RegisterDialogue): string => {
  const { conversation, parent, message } = references;
  return uuid5("conversation", conversation ?? parent ?? message ?? received.archiveId);
};

const aliasesOf = ({ references, aliases }: RegisterDialogue): ReadonlyArray<string> =>
  references.message === null ? aliases : [references.message, ...aliases];

const parentIn = ({ messages }: DialogueState, alias: string | null): string | null =>
  alias === null ? null : (messages.find(({ aliases }) => aliases.includes(alias))?.messageId ?? null);

const identityOf = ({ content, replies }: RegisterDialogue): PersonIdentity => {
  const current = replies?.patient.found === true ? replies.patient.currentNumber : undefined;
  return { ...content.identity, currentNumber: current === undefined ? null : nationalNumber(current) };
};

const sharedBy = (command: RegisterDialogue, state: DialogueState) => ({
  archiveId: command.received.archiveId,
  aliases: aliasesOf(command),
  conversationId: conversationIdOf(command),
  conversationAlias: command.references.conversation,
  parentId: parentIn(state, command.references.parent),
  parentAlias: command.references.parent,
  receivedAt: command.received.receivedAt,
  warnings: warningsOf(command).length,
  identity: identityOf(command),
  case: recordedCase(command),
  medical: command.content.medical,
});

/** The fact that one side wrote to the other. */
export const messageSent = (command: RegisterDialogue, state: DialogueState, kind: DialogueKind): DialogueDecision => ({
  type: "DialogueMessageSent",
  value: {
    messageId: dialogueMessageIdOf(command.received.archiveId),
    ...sharedBy(command, state),
    kind,
    fromSide: command.content.from,
    theme: command.content.theme,
    aboutSickLeave: command.content.aboutSickLeave,
  },
});

/** The fact that the clinician answered a meeting call. */
export const meetingAnswered = (command: RegisterDialogue, state: DialogueState): DialogueDecision => {
  const { content, received } = command;
  const answered = revisionAt(state.meetings, content.case.envelope.generatedAt ?? received.receivedAt);
  return {
    type: "DialogueMeetingAnswered",
    value: {
      answerId: uuid5("meeting-answer", received.archiveId),
      ...sharedBy(command, state),
      meetingId: answered?.meetingId ?? null,
      meetingRevision: answered?.revision ?? null,
      by: "CLINICIAN",
      answer: content.meetingAnswer ?? "UNKNOWN",
    },
  };
};

/** The fact that a message is not taken, with the receipt that says why. */
export const refused = (command: RegisterDialogue, checks: ReadonlyArray<Check>): DialogueDecision => {
  const { received } = command;
  const reason = checks[0]?.class ?? "UNKNOWN";
  return {
    type: "MessageRefused",
    value: {
      archiveId: received.archiveId,
      class: reason,
      receivedAt: received.receivedAt,
      conflictsWith: reason === "CONFLICT" ? received.conflictsWith : null,
      case: {
        sender: received.sender,
        senderAliases: received.senderAliases,
        wireMsgId: received.wireMsgId,
        envelope: received.envelope,
        findings: checks.map(({ path, rule }) => ({ path, rule })),
        receipt: refusedReceipt(command, checks),
      },
    },
  };
};
