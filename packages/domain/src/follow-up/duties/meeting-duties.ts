import type { Day } from "@samvirke/kernel";
import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import type { MeetingCallFact, Participant } from "../meeting-facts.ts";
import type { Meeting } from "../meetings.ts";
import { answerOf, meetingsOf } from "../meetings.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { Duty } from "./duty.ts";
import { duty } from "./duty.ts";

const dueOf = ({ meetingAt }: MeetingCallFact): Day | null => (meetingAt === null ? null : osloDay(meetingAt));

const closedOn = (meeting: Meeting, by: Participant): Day | null => {
  const days = [answerOf(meeting, by)?.on, meeting.end?.on].filter((on) => on !== undefined);
  return days.length === 0 ? null : (Math.min(...days) as Day);
};

const answerDuty = (policy: FollowUpPolicy, meeting: Meeting, by: Participant): ReadonlyArray<Duty> => {
  const { call } = meeting;
  if (call === undefined) return [];
  return [
    duty(policy, {
      kind: "ANSWER_CALL",
      cause: `${meeting.id}/${by}`,
      since: call.on,
      due: dueOf(call),
      holder: by,
      party: by === "EMPLOYER" ? call.employer : null,
      closedOn: closedOn(meeting, by),
    }),
  ];
};

/** Each participant is to answer the call that holds, until the meeting. */
export const meetingDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  meetingsOf(facts).flatMap((meeting) =>
    (meeting.call?.participants ?? []).flatMap((by) => answerDuty(policy, meeting, by)),
  );
