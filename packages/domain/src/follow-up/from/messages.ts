import type {
  DeliverySettled,
  DialogueMeetingAnswered,
  DialogueMessageSent,
  EffortRecorded,
  FollowUpPlanShared,
  MessagePassedOn,
} from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import type { Participant } from "../meeting-facts.ts";

export const ofPlan = (event: FollowUpPlanShared): ReadonlyArray<FollowUpFact> => {
  const employer = event.work.employer.number;
  if (employer === null) return [];
  const asksHelp = event.toWelfare && event.case.helpWanted === true;
  const id = `${event.planId}/${event.revision}`;
  return [{ fact: "PLAN", id, employer, asksHelp, on: osloDay(event.receivedAt) }];
};

// List 9069, code 4: nothing can be told before the person consents.
const needsConsent = "4";

const outgoing = (event: DialogueMessageSent): ReadonlyArray<FollowUpFact> =>
  event.fromSide === "WELFARE" ? [{ fact: "OUTGOING", id: event.messageId, receiver: "0", at: event.receivedAt }] : [];

const silentAcks: ReadonlyArray<string> = ["N", "F"];

/** A message between houses of health, and the receipt that its sender waits for. Source: MsgHead, Ack. */
export const ofPassedOn = ({ archiveId, receivedAt, case: shared }: MessagePassedOn): ReadonlyArray<FollowUpFact> => {
  const envelope = shared?.envelope ?? null;
  const isAwaited = envelope !== null && !silentAcks.includes(envelope.ack?.code?.trim() ?? "");
  return isAwaited ? [{ fact: "OUTGOING", id: archiveId, receiver: "0", at: receivedAt }] : [];
};

/** A message, and the receipt that one from welfare waits for. */
export const ofMessage = (event: DialogueMessageSent): ReadonlyArray<FollowUpFact> => {
  const { kind, fromSide, messageId, conversationId, case: shared } = event;
  if (kind === "UNKNOWN" || fromSide === "UNKNOWN") return [];
  return [
    {
      fact: "MESSAGE",
      id: messageId,
      conversation: conversationId,
      kind,
      from: fromSide,
      party: kind === "QUESTION" ? shared.clinicianReference : null,
      needsConsent: kind === "ANSWER" && shared.answerCode?.code === needsConsent,
      asksHelp: kind === "NOTE" && fromSide === "HEALTH" && event.aboutSickLeave === false,
      dueDay: shared.dueOn,
      on: osloDay(event.receivedAt),
    },
    ...outgoing(event),
  ];
};

const participants: Readonly<Record<string, Participant>> = {
  WORKER: "PERSON",
  EMPLOYER: "EMPLOYER",
  CLINICIAN: "CLINICIAN",
};

/** An answer; one that names no meeting answers the call before it. */
export const ofMeetingAnswer = (event: DialogueMeetingAnswered): ReadonlyArray<FollowUpFact> => {
  const by = participants[event.by];
  if (by === undefined || event.answer === "UNKNOWN") return [];
  const at = event.receivedAt;
  const id = event.meetingId ?? "";
  return [{ fact: "MEETING_ANSWER", id, by, answer: event.answer, letterAt: null, on: osloDay(at), at }];
};

export const ofEffort = (event: EffortRecorded): FollowUpFact => ({
  fact: "EFFORT",
  id: event.effortId,
  on: event.case.from ?? osloDay(event.madeAt),
});

/** A delivery; it also tells that a referral has reached its receiver. A receipt that is overdue, or waits, settles nothing. */
export const ofDelivery = (event: DeliverySettled): ReadonlyArray<FollowUpFact> => {
  if (event.ahead || event.outcome === "OVERDUE" || event.outcome === "UNKNOWN") return [];
  const { messageId: id, receiverIndex, receiverRole, outcome } = event;
  const on = osloDay(event.settledAt);
  const isDelivered = outcome !== "REFUSED" && receiverRole !== "COPY";
  return [
    { fact: "SETTLED", id, receiver: String(receiverIndex), on },
    ...(isDelivered ? [{ fact: "REFERRAL_STEP", id, step: "DELIVERED", receiver: null, on } as const] : []),
  ];
};
