import type { Day, Instant } from "@samvirke/kernel";

export type Participant = "PERSON" | "EMPLOYER" | "CLINICIAN";

/** Event 21. */
export interface MeetingCallFact {
  readonly fact: "MEETING_CALL";
  readonly id: string;
  /** When the meeting is. */
  readonly meetingAt: Instant | null;
  readonly participants: ReadonlyArray<Participant>;
  readonly employer: string | null;
  readonly on: Day;
  readonly at: Instant;
}

/** Event 22; without an id it answers the call before it. */
export interface MeetingAnswerFact {
  readonly fact: "MEETING_ANSWER";
  readonly id: string;
  readonly by: Participant;
  readonly answer: "COMING" | "NEW_TIME" | "NOT_COMING";
  /** When the letter that it answers was sent, where the answer says so. */
  readonly letterAt: Instant | null;
  readonly on: Day;
  readonly at: Instant;
}

/** Event 23. */
export interface MeetingEndFact {
  readonly fact: "MEETING_END";
  readonly id: string;
  readonly how: "HELD" | "CANCELLED" | "CLOSED";
  readonly on: Day;
  readonly at: Instant;
}
