import type {
  DialogueMeetingAnswered,
  DialogueMeetingCalled,
  DialogueMeetingEnded,
  DialogueMessageSent,
  MessageRefused,
} from "@samvirke/contracts";
import { absurd } from "@samvirke/kernel";
import type {
  DialogueEvent,
  DialogueState,
  KnownAnswer,
  KnownMeeting,
  KnownMessage,
  MeetingRevision,
} from "./model.ts";

export const initial: DialogueState = { decided: [], messages: [], answers: [], meetings: [] };

type Dated = Pick<DialogueMessageSent, "case" | "receivedAt">;

const writtenAt = ({ case: shared, receivedAt }: Dated): number => shared.envelope.generatedAt ?? receivedAt;

const messageOf = (value: DialogueMessageSent): KnownMessage => ({
  messageId: value.messageId,
  kind: value.kind,
  from: value.fromSide,
  at: writtenAt(value),
  answerCode: value.case.answerCode?.code ?? null,
  conversationId: value.conversationId,
  aliases: value.aliases,
  parentAlias: value.parentAlias,
  conversationAlias: value.conversationAlias,
});

const answerOf = (value: DialogueMeetingAnswered): KnownAnswer => ({
  answerId: value.answerId,
  by: value.by,
  answer: value.answer,
  meetingId: value.meetingId,
  meetingRevision: value.meetingRevision,
  letterAt: value.case.letterAt,
  at: writtenAt(value),
  conversationId: value.conversationId,
  aliases: value.aliases,
  parentAlias: value.parentAlias,
  conversationAlias: value.conversationAlias,
});

const unknownMeeting = (meetingId: string): KnownMeeting => ({ meetingId, revisions: [], hasEnded: false });

const withMeeting = (
  state: DialogueState,
  meetingId: string,
  change: (one: KnownMeeting) => KnownMeeting,
): DialogueState => {
  const known = state.meetings.find((one) => one.meetingId === meetingId);
  const others = state.meetings.filter((one) => one !== known);
  const changed = change(known ?? unknownMeeting(meetingId));
  const meetings = [...others, changed].sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
  return { ...state, meetings };
};

const added = (revisions: ReadonlyArray<MeetingRevision>, one: MeetingRevision): ReadonlyArray<MeetingRevision> =>
  revisions.some(({ revision }) => revision === one.revision)
    ? revisions
    : [...revisions, one].sort((a, b) => a.revision - b.revision);

const called = (state: DialogueState, { meetingId, revision, case: shared }: DialogueMeetingCalled): DialogueState =>
  withMeeting(state, meetingId, (meeting) => ({
    ...meeting,
    revisions: added(meeting.revisions, { revision, at: shared.changedAt ?? 0 }),
  }));

const ended = (state: DialogueState, { meetingId }: DialogueMeetingEnded): DialogueState =>
  withMeeting(state, meetingId, (meeting) => ({ ...meeting, hasEnded: true }));

/** Whether a message has its outcome already. */
export const isDecided = ({ decided }: DialogueState, archiveId: string): boolean =>
  decided.some((one) => one.archiveId === archiveId);

type Settled = DialogueMessageSent | DialogueMeetingAnswered | MessageRefused;

const keyOf = (value: Settled): string | null =>
  value.case !== null && "contentKey" in value.case ? value.case.contentKey : null;

const settled = (state: DialogueState, value: Settled, isAccepted: boolean): DialogueState => ({
  ...state,
  decided: [...state.decided, { archiveId: value.archiveId, contentKey: keyOf(value), isAccepted }],
});

const sent = (state: DialogueState, value: DialogueMessageSent): DialogueState =>
  isDecided(state, value.archiveId)
    ? state
    : settled({ ...state, messages: [...state.messages, messageOf(value)] }, value, true);

const answered = (state: DialogueState, value: DialogueMeetingAnswered): DialogueState =>
  isDecided(state, value.archiveId)
    ? state
    : settled({ ...state, answers: [...state.answers, answerOf(value)] }, value, true);

/** State after one more event; total, and the same event again changes nothing. */
export const evolve = (state: DialogueState, event: DialogueEvent): DialogueState => {
  switch (event.type) {
    case "DialogueMessageSent":
      return sent(state, event.value);
    case "DialogueMeetingAnswered":
      return answered(state, event.value);
    case "MessageRefused":
      return isDecided(state, event.value.archiveId) ? state : settled(state, event.value, false);
    case "DialogueMeetingCalled":
      return called(state, event.value);
    case "DialogueMeetingEnded":
      return ended(state, event.value);
    default:
      return absurd(event);
  }
};
