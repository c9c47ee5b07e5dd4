import type { DialogueMeetingAnswered, DialogueMessageSent, WireEnvelope } from "@samvirke/contracts";
import type { DialogueEvent, FollowUpFact } from "@samvirke/domain";
import { osloDay } from "@samvirke/kernel";

/** Who a message goes to, as its first identifier; enough to tell one receiver from another. */
export const receiverIn = (envelope: WireEnvelope | null): string | null => {
  const [number] = envelope?.receiver?.organisations[0]?.identifiers ?? [];
  return number?.value ? `${number.type.code ?? ""}:${number.value}` : null;
};

// List 9069, answer to a request: the clinician may not answer before the person consents.
const needsConsentCode = "4";

// List 8128, message from the doctor: about somebody who is not on sick leave, which asks for help.
const isHelpNote = ({ kind, theme }: DialogueMessageSent): boolean =>
  kind === "NOTE" && theme?.code === "2" && theme.system.endsWith("8128");

const message = (event: DialogueMessageSent): ReadonlyArray<FollowUpFact> => {
  const { kind, fromSide, case: shared } = event;
  if (kind === "UNKNOWN" || fromSide === "UNKNOWN") return [];
  return [
    {
      fact: "MESSAGE",
      id: event.messageId,
      conversation: event.conversationId,
      kind,
      from: fromSide,
      party: kind === "QUESTION" ? receiverIn(shared.envelope) : null,
      needsConsent: kind === "ANSWER" && shared.answerCode?.code === needsConsentCode,
      asksHelp: isHelpNote(event),
      dueDay: shared.dueOn,
      on: osloDay(event.receivedAt),
    },
  ];
};

const outgoing = ({
  messageId,
  fromSide,
  receivedAt,
  case: shared,
}: DialogueMessageSent): ReadonlyArray<FollowUpFact> =>
  fromSide === "WELFARE"
    ? [{ fact: "OUTGOING", id: messageId, receiver: receiverIn(shared.envelope) ?? "", at: receivedAt }]
    : [];

const answerers = { WORKER: "PERSON", EMPLOYER: "EMPLOYER", CLINICIAN: "CLINICIAN" } as const;

const answer = (event: DialogueMeetingAnswered): ReadonlyArray<FollowUpFact> => {
  const { by, answer: said, meetingId, receivedAt } = event;
  if (by === "UNKNOWN" || said === "UNKNOWN" || meetingId === null) return [];
  return [
    {
      fact: "MEETING_ANSWER",
      id: meetingId,
      by: answerers[by],
      answer: said,
      letterAt: null,
      on: osloDay(receivedAt),
      at: receivedAt,
    },
  ];
};

/** What a person's dialogue tells follow-up. */
export const dialogueFacts = (event: DialogueEvent): ReadonlyArray<FollowUpFact> => {
  switch (event.type) {
    case "DialogueMessageSent":
      return [...message(event.value), ...outgoing(event.value)];
    case "DialogueMeetingAnswered":
      return answer(event.value);
    default:
      return [];
  }
};
