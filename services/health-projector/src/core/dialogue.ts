import type { DialogueCase, ViewChanged } from "@samvirke/contracts";
import { caseOf, dialogueRow, grants, meetingAnswerRow, sealedParts, shown, statementRows } from "@samvirke/domain";
import type { Projected } from "@samvirke/kernel";
import type { Known } from "./model.ts";
import { nothing } from "./model.ts";
import { joined } from "./parties.ts";

const partiesOf = ({ senderAliases, receiverAliases }: DialogueCase): ReadonlyArray<string> =>
  joined(senderAliases, receiverAliases);

/** A message is seen by those whom it names itself: that it says it belongs to a thread opens nobody else's messages. */
export const written = (fact: Known<"DialogueMessageSent">): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  if (shared === undefined) return nothing;
  const parties = partiesOf(shared);
  const { messageId, conversationId, kind, fromSide } = fact.wire;
  const columns = { conversationId, kind, fromSide };
  return {
    rows: [dialogueRow(fact), ...grants("dialogue_party", { message_id: messageId }, parties)],
    changes: [shown(fact, { view: "dialogues", keyId: messageId, parties, columns, sealed: sealedParts(fact) })],
  };
};

/** A statement is its sender's to see. */
export const assessed = (fact: Known<"WorkAbilityAssessed">): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  if (shared === undefined) return nothing;
  const { statementId } = fact.wire;
  const parties = shared.senderAliases;
  return {
    rows: [...statementRows(fact), ...grants("statement_party", { statement_id: statementId }, parties)],
    changes: [shown(fact, { view: "statements", keyId: statementId, parties, sealed: sealedParts(fact) })],
  };
};

/** A clinician's own answer, which also makes the meeting the clinician's to see; others' answers are not told here. */
export const answered = (fact: Known<"DialogueMeetingAnswered">): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  const { answerId, meetingId, by, answer } = fact.wire;
  if (shared === undefined || by !== "CLINICIAN") return nothing;
  const parties = partiesOf(shared);
  return {
    rows: [
      meetingAnswerRow(fact),
      ...grants("meeting_answer_party", { answer_id: answerId }, parties),
      ...(meetingId === null ? [] : grants("meeting_party", { meeting_id: meetingId }, parties)),
    ],
    changes: [
      shown(fact, {
        view: "meeting-answers",
        keyId: answerId,
        parties,
        columns: { answer },
        sealed: sealedParts(fact),
      }),
    ],
  };
};
