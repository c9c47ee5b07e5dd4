import type { FollowUpFact } from "./fact.ts";
import { latest, ofKind } from "./fact.ts";
import type { MeetingAnswerFact, MeetingCallFact, MeetingEndFact, Participant } from "./meeting-facts.ts";

/** A meeting with everything that is known of it. */
export interface Meeting {
  readonly id: string;
  readonly state: "CALLED" | "MOVED" | "HELD" | "CANCELLED" | "CLOSED";
  /** The call that holds; undefined when nobody called. */
  readonly call: MeetingCallFact | undefined;
  readonly calls: ReadonlyArray<MeetingCallFact>;
  readonly end: MeetingEndFact | undefined;
  /** The answers to the call that holds; older ones stay on the record and do not count. */
  readonly answers: ReadonlyArray<MeetingAnswerFact>;
}

/** The call that an answer answers: the one nearest its letter, else the last before it. */
const answered = (answer: MeetingAnswerFact, calls: ReadonlyArray<MeetingCallFact>): MeetingCallFact | undefined => {
  const { letterAt } = answer;
  if (letterAt === null) return latest(calls.filter(({ at }) => at <= answer.at)) ?? calls.at(0);
  const away = ({ at }: MeetingCallFact): number => Math.abs(at - letterAt);
  return [...calls].sort((a, b) => away(a) - away(b)).at(0);
};

/** Of several answers of one participant the last counts. */
const lastOfEach = (answers: ReadonlyArray<MeetingAnswerFact>): ReadonlyArray<MeetingAnswerFact> =>
  [...Map.groupBy(answers, ({ by }) => by).values()].flatMap((same) => latest(same) ?? []);

const stateOf = (end: MeetingEndFact | undefined, calls: number): Meeting["state"] =>
  end?.how ?? (calls > 1 ? "MOVED" : "CALLED");

const isOf = (answer: MeetingAnswerFact, id: string, calls: ReadonlyArray<MeetingCallFact>): boolean =>
  answer.id === "" ? latest(calls.filter(({ at }) => at <= answer.at))?.id === id : answer.id === id;

/** Every meeting of a person. A meeting may be held without a call, and answers may come first. */
export const meetingsOf = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<Meeting> => {
  const [allCalls, allEnds] = [ofKind(facts, "MEETING_CALL"), ofKind(facts, "MEETING_END")];
  const answers = ofKind(facts, "MEETING_ANSWER");
  const ids = [...new Set([...allCalls, ...allEnds].map(({ id }) => id))];
  return ids.map((id) => {
    const calls = allCalls.filter((call) => call.id === id).sort((a, b) => a.at - b.at);
    const call = latest(calls);
    const end = latest(allEnds.filter((one) => one.id === id));
    const counting = answers.filter((answer) => isOf(answer, id, allCalls) && answered(answer, calls) === call);
    return { id, state: stateOf(end, calls.length), call, calls, end, answers: lastOfEach(counting) };
  });
};

/** Whether a participant has answered the call that holds. */
export const answerOf = (meeting: Meeting, by: Participant): MeetingAnswerFact | undefined =>
  meeting.answers.find((answer) => answer.by === by);
