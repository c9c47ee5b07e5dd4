import type { Day, Instant } from "@samvirke/kernel";

/** The records of follow-up that welfare sends. */
export type FollowUpSampleKind =
  | "MEETING_CALLED"
  | "MEETING_MOVED"
  | "MEETING_HELD"
  | "MEETING_CANCELLED"
  | "MEETING_CLOSED"
  | "MEETING_ANSWER"
  | "ACTIVITY_ASSESSMENT"
  | "ACTIVITY_NOTICE"
  | "MEETING_CANDIDATE"
  | "FOLLOW_UP_SPELLS"
  | "SPELL_BIT"
  | "JOB_SEEKING_DECISION"
  | "LINE_MANAGER"
  | "PERSON_NUMBERS"
  | "PERSON_DEATH"
  | "PERSON_PROTECTION";

/** What a sample says; every name and number in it is the caller's. */
export interface FollowUpSample {
  /** The record's own id: meeting, decision, spell, piece, relation or register event. */
  readonly id: string;
  /** A second id: letter, notice, resource, the decision before. */
  readonly otherId: string;
  readonly personNumber: string;
  /** Worker or employer who answers; line manager; an old number. */
  readonly otherNumber: string;
  readonly employer: string;
  readonly office: string;
  readonly caseWorker: string;
  /** When the record was made. */
  readonly at: Instant;
  /** When the meeting is. */
  readonly meetingAt: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly text: string;
}

/** A record as a topic holds it. */
export interface PrintedSample {
  readonly kind: FollowUpSampleKind;
  /** The record's key. */
  readonly key: string;
  readonly contentType: "application/json" | "avro/binary";
  readonly bytes: Uint8Array;
}
