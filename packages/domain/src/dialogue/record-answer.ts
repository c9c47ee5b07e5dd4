import { uuid5 } from "@samvirke/kernel";
import { nationalNumber } from "../sick-leave/signer.ts";
import { blankCase } from "./blank-case.ts";
import { revisionAt } from "./meeting-answers.ts";
import type { DialogueDecision, DialogueState, RecordMeetingAnswer } from "./model.ts";

/**
 * The fact that worker or employer answered a call.
 *
 * Shape:  the revision is the newest that was out when the letter was sent; null where the call is not known yet, and then
 *         the time of the letter tells it when the call comes.
 * Source: canonical model R44.
 */
export const answerRecorded = (command: RecordMeetingAnswer, state: DialogueState): DialogueDecision => {
  const { received, meetingId, warnings } = command;
  const own = state.meetings.filter((meeting) => meeting.meetingId === meetingId);
  return {
    type: "DialogueMeetingAnswered",
    value: {
      answerId: uuid5("meeting-answer", received.archiveId),
      archiveId: received.archiveId,
      aliases: [],
      meetingId,
      meetingRevision: revisionAt(own, command.letterAt)?.revision ?? null,
      conversationId: null,
      conversationAlias: null,
      parentId: null,
      parentAlias: null,
      by: command.by,
      answer: command.answer,
      receivedAt: received.receivedAt,
      warnings: warnings.length,
      identity: {
        number: nationalNumber(command.personNumber),
        name: null,
        envelopeNumbers: [],
        envelopeName: null,
        currentNumber: null,
      },
      case: {
        ...blankCase,
        envelope: { ...blankCase.envelope, generatedAt: command.answeredAt },
        sender: received.sender,
        senderAliases: received.senderAliases,
        answerCode: { system: null, code: command.answerCode, text: null, originalText: null },
        reason: command.reason,
        letterAt: command.letterAt,
        warnings,
      },
      medical: null,
    },
  };
};
