import type { Instant } from "@samvirke/kernel";
import { strandsOf } from "./conversations.ts";
import type { Strand } from "./conversations.ts";
import type { DialogueState, KnownAnswer, KnownMeeting, KnownMessage, MeetingRevision } from "./model.ts";

/** Which revision of which meeting was the newest at a moment; undefined where no meeting had been called. */
export const revisionAt = (
  meetings: ReadonlyArray<KnownMeeting>,
  at: Instant,
): (MeetingRevision & Pick<KnownMeeting, "meetingId">) | undefined =>
  meetings
    .flatMap(({ meetingId, revisions }) => revisions.map((one) => ({ ...one, meetingId })))
    .filter((one) => one.at <= at)
    .sort((a, b) => a.at - b.at || a.revision - b.revision)
    .at(-1);

/** An answer and whether it counts. */
export interface AnswerStanding {
  readonly answer: KnownAnswer;
  /** False where the call was changed after what it answers, or the same participant answered again. */
  readonly counts: boolean;
}

const isLetter = ({ kind }: KnownMessage): boolean => kind === "MEETING_LETTER";

// An answer that names no letter answers the newest that was out when it was written.
const answeredLetter = (answer: KnownAnswer, letters: ReadonlyArray<KnownMessage>): KnownMessage | undefined => {
  const named = letters.find(({ aliases }) => answer.parentAlias !== null && aliases.includes(answer.parentAlias));
  return named ?? letters.findLast(({ at }) => at <= answer.at) ?? letters[0];
};

const isOvertakenByLetter = (answer: KnownAnswer, letters: ReadonlyArray<KnownMessage>): boolean =>
  answeredLetter(answer, letters) !== letters.at(-1);

interface AnsweredCall {
  readonly meetingId: string;
  readonly revision: number;
}

// Worker and employer name the meeting. A clinician's letter does not: what was out on its day counts, whenever it came.
const answeredCall = (answer: KnownAnswer, meetings: ReadonlyArray<KnownMeeting>): AnsweredCall | undefined => {
  const { by, meetingId, meetingRevision: revision } = answer;
  if (by === "CLINICIAN" || meetingId === null) return revisionAt(meetings, answer.at);
  if (revision !== null) return { meetingId, revision };
  const own = meetings.filter((meeting) => meeting.meetingId === meetingId);
  return revisionAt(own, answer.letterAt ?? answer.at);
};

const isOvertakenByMeeting = (answer: KnownAnswer, meetings: ReadonlyArray<KnownMeeting>): boolean => {
  const answered = answeredCall(answer, meetings);
  const meeting = meetings.find(({ meetingId }) => meetingId === answered?.meetingId);
  const newest = meeting?.revisions.at(-1)?.revision;
  return answered !== undefined && newest !== undefined && answered.revision < newest;
};

interface Placed {
  readonly answer: KnownAnswer;
  readonly conversation: Strand;
  readonly meetingId: string | undefined;
}

const placedIn = (state: DialogueState): ReadonlyArray<Placed> =>
  strandsOf(state)
    .flatMap((conversation) => conversation.answers.map((answer) => ({ answer, conversation })))
    .map((one) => ({ ...one, meetingId: answeredCall(one.answer, state.meetings)?.meetingId }));

const isSameCall = (one: Placed, other: Placed): boolean =>
  one.answer.by === other.answer.by &&
  (one.meetingId === undefined ? one.conversation === other.conversation : one.meetingId === other.meetingId);

const isLater = ({ answer: one }: Placed, { answer: other }: Placed): boolean =>
  one.at === other.at ? one.answerId > other.answerId : one.at > other.at;

/**
 * Every answer to a meeting call, and whether it counts.
 *
 * Source: canonical model C3: an answer for an older revision stays but does not count. An unknown call is no error.
 */
export const answerStandings = (state: DialogueState): ReadonlyArray<AnswerStanding> => {
  const all = placedIn(state);
  return all.map((placed) => {
    const { answer, conversation } = placed;
    const isRepeated = all.some((other) => isSameCall(placed, other) && isLater(other, placed));
    const letters = conversation.messages.filter(isLetter);
    const isOld = isOvertakenByLetter(answer, letters) || isOvertakenByMeeting(answer, state.meetings);
    return { answer, counts: !isRepeated && !isOld };
  });
};
