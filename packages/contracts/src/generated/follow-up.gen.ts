// Generated from schemas/ by `npm run generate`; never edited.
import type { Day, Instant } from "@samvirke/kernel";
import type { Code } from "./shared.gen.ts";

/** A duty's last day passed. */
export interface DeadlineReached {
  /** The received message that led to this; null when a day that passed did. */
  readonly archiveId: string | null;
  /** The duty. */
  readonly dutyId: string;
  /** What is to be done. */
  readonly kind: DutyKind;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Revision of the spell that the duty follows from; null when it follows from another document. */
  readonly spellRevision: number | null;
  /** How the duty stands. */
  readonly state: DeadlineState;
  /** Whose duty it is, and when. */
  readonly case: DeadlineCase;
}

/** What is to be done. */
export type DutyKind =
  | "UNKNOWN"
  | "USE_CERTIFICATE"
  | "REVIEW"
  | "PLAN"
  | "DIALOGUE_MEETING_1"
  | "ACTIVITY"
  | "PREPARE_MEETING_2"
  | "DIALOGUE_MEETING_2"
  | "ANSWER_CALL"
  | "ANSWER_QUESTION"
  | "CONSENT"
  | "HELP_ASKED"
  | "ANSWER_REFERRAL"
  | "RECEIPT"
  | "END_OF_SICK_PAY";

/** How the duty stands. */
export type DeadlineState = "UNKNOWN" | "OPEN" | "MET_LATE" | "NOT_KNOWN";

/** Whose duty it is, and when. */
export interface DeadlineCase {
  /** Who is to act. */
  readonly holder: DutyHolder;
  /** Which party, where it is known. */
  readonly party: string | null;
  /** Last day to act, inclusive. */
  readonly dueDay: Day;
  /** Day from which the duty is open. */
  readonly since: Day;
  /** Day on which the hub found it; later than the day after the due day when facts came late. */
  readonly discoveredOn: Day;
  /** What opened the duty: spell, certificate, message, meeting or referral. */
  readonly causedBy: ReadonlyArray<string>;
  /** Where the deadline comes from. */
  readonly legalSource: string;
}

/** Who is to act. */
export type DutyHolder = "UNKNOWN" | "PERSON" | "EMPLOYER" | "WELFARE" | "CLINICIAN" | "RECEIVER" | "RECEIVER_SYSTEM";

/** The facts under a reached deadline changed; whoever was told of it is told of this. */
export interface DeadlineWithdrawn {
  /** The received message that led to this; null when a day that passed did. */
  readonly archiveId: string | null;
  /** The duty. */
  readonly dutyId: string;
  /** What changed. */
  readonly reason: WithdrawalReason;
}

/** What changed. */
export type WithdrawalReason = "UNKNOWN" | "SPELL_CHANGED" | "SOURCE_DELETED" | "MET_BEFORE" | "PERSON_DIED";

/** Welfare called a dialogue meeting, or moved it: a new time or place is a new revision. */
export interface DialogueMeetingCalled {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The meeting, derived from welfare's id. */
  readonly meetingId: string;
  /** 1 for the call, then counting. */
  readonly revision: number;
  /** 2 or 3, the dialogue meeting of the law; null when it is not known. */
  readonly number: number | null;
  /** Whether the person takes part. */
  readonly worker: boolean;
  /** Whether the employer takes part. */
  readonly employer: boolean;
  /** Whether the clinician takes part. */
  readonly clinician: boolean;
  /** What the employer may read. */
  readonly work: MeetingCallWork;
  /** What health and welfare share. */
  readonly case: MeetingCallCase;
}

/** What the employer may read of a call. */
export interface MeetingCallWork {
  /** When the meeting is, UTC. */
  readonly at: Instant | null;
  /** Place or form, where it is stated; the status record has none. */
  readonly place: string | null;
  /** Organisation number of the employer. */
  readonly employer: string | null;
}

/** What health and welfare share of a call. */
export interface MeetingCallCase {
  /** Welfare's id of the meeting. */
  readonly sourceId: string;
  /** Status as sent. */
  readonly kind: string;
  /** When the status changed, UTC. */
  readonly changedAt: Instant | null;
  /** Welfare office. */
  readonly office: string | null;
  /** Case worker's ident. */
  readonly caseWorker: string | null;
  /** First day of the spell, the Oslo day of the instant sent. */
  readonly spellStart: Day | null;
}

/** A dialogue meeting was held, cancelled or closed; one that nobody called is recorded too. */
export interface DialogueMeetingEnded {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The meeting, derived from welfare's id. */
  readonly meetingId: string;
  /** How it ended. */
  readonly how: MeetingEnding;
  /** What health and welfare share. */
  readonly case: MeetingEndedCase;
}

/** How it ended. */
export type MeetingEnding = "UNKNOWN" | "HELD" | "CANCELLED" | "CLOSED";

/** What health and welfare share of the end. */
export interface MeetingEndedCase {
  /** Welfare's id of the meeting. */
  readonly sourceId: string;
  /** Status as sent. */
  readonly kind: string;
  /** When it ended, UTC. */
  readonly at: Instant | null;
  /** When the meeting was to be, UTC. */
  readonly meetingAt: Instant | null;
  /** Welfare office. */
  readonly office: string | null;
  /** Case worker's ident. */
  readonly caseWorker: string | null;
  /** Organisation number of the employer. */
  readonly employerNumber: string | null;
  /** First day of the spell, the Oslo day of the instant sent. */
  readonly spellStart: Day | null;
  /** Whether the person takes part. */
  readonly worker: boolean;
  /** Whether the employer takes part. */
  readonly employer: boolean;
  /** Whether the clinician takes part. */
  readonly clinician: boolean;
}

/** Welfare decided on the activity requirement, on the need of a meeting, or on sick pay while seeking work. */
export interface FollowUpDecisionMade {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** What was decided on. */
  readonly subject: DecisionSubject;
  /** The decision, derived from welfare's id. */
  readonly decisionId: string;
  /** The decision that this one corrects or follows, derived from welfare's id. */
  readonly previousId: string | null;
  /** Whether nothing more is to be decided. */
  readonly final: boolean;
  /** The decision in full. */
  readonly case: DecisionCase;
}

/** What was decided on. */
export type DecisionSubject = "UNKNOWN" | "ACTIVITY_REQUIREMENT" | "MEETING_NEED" | "JOB_SEEKING_PERIOD";

/** The decision in full. */
export interface DecisionCase {
  /** Welfare's id of the decision. */
  readonly sourceId: string;
  /** Welfare's id of the previous one. */
  readonly previousSourceId: string | null;
  /** Outcome code as sent. */
  readonly outcome: Code;
  /** Whether a meeting is needed. */
  readonly needed: boolean | null;
  /** Reason codes as sent. */
  readonly reasons: ReadonlyArray<string>;
  /** Welfare's own words. */
  readonly text: string | null;
  /** When the record was made. */
  readonly madeAt: Instant | null;
  /** When it was last assessed. */
  readonly assessedAt: Instant | null;
  /** Last assessment. */
  readonly assessmentId: string | null;
  /** Day that it is due. */
  readonly stopPoint: Day | null;
  /** Last day to answer. */
  readonly answerBy: Day | null;
  /** First day of the spell. */
  readonly spellStart: Day | null;
  /** First day of the period decided on. */
  readonly from: Day | null;
  /** Last day, inclusive. */
  readonly to: Day | null;
  /** Ident of who decided. */
  readonly decidedBy: string | null;
  /** Advance notice, where this tells of one. */
  readonly notice: DecisionNotice | null;
}

/** Advance notice to the person. */
export interface DecisionNotice {
  /** Id of the notice. */
  readonly reference: string;
  /** Welfare's archive reference. */
  readonly archiveReference: string | null;
  /** Kind of notice as sent. */
  readonly kind: string | null;
  /** The notice as sent. */
  readonly document: ReadonlyArray<NoticePart>;
}

/** One part of the notice's text. */
export interface NoticePart {
  /** Kind of part as sent. */
  readonly type: string;
  /** Heading. */
  readonly title: string | null;
  /** Paragraphs. */
  readonly texts: ReadonlyArray<string>;
}

/** The continuous absence as it is known now; replaces the former determination of the same spell. */
export interface SpellDetermined {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The spell; it keeps its id while its days overlap. */
  readonly spellId: string;
  /** 1 for the first determination, then counting. */
  readonly revision: number;
  /** Whose determination it is. */
  readonly source: SpellSource;
  /** Whether there is a spell. */
  readonly outcome: SpellOutcome;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** What the employer may read. */
  readonly work: SpellWork;
  /** The determination in full. */
  readonly case: SpellCase;
}

/** Whose determination it is. */
export type SpellSource = "UNKNOWN" | "HUB" | "WELFARE";

/** Whether there is a spell. */
export type SpellOutcome = "UNKNOWN" | "STANDS" | "NONE";

/** What the employer may read of a spell. */
export interface SpellWork {
  /** First day of absence; null when there is no spell. */
  readonly start: Day | null;
}

/** The determination in full. */
export interface SpellCase {
  /** Last day of absence, inclusive; null when there is no spell. */
  readonly end: Day | null;
  /** Days of absence, holidays within included; null when welfare does not state it. */
  readonly days: number | null;
  /** Each employer, by organisation number. */
  readonly employers: ReadonlyArray<SpellEmployer>;
  /** Intervals wholly away from every employer. */
  readonly whollyAway: ReadonlyArray<WhollyAway>;
  /** Partly at work at the end. */
  readonly gradedAtEnd: boolean | null;
  /** With an employer at the end. */
  readonly employedAtEnd: boolean | null;
  /** Repeated absence by policy. */
  readonly repeatedAbsence: boolean | null;
  /** Day of death as welfare states it. */
  readonly diedOn: Day | null;
  /** When welfare determined it; null for the hub's own. */
  readonly determinedAt: Instant | null;
  /** Welfare's id of its determination. */
  readonly sourceId: string | null;
  /** Piece that led welfare to it. */
  readonly referenceBitId: string | null;
  /** When that happened. */
  readonly referenceBitAt: Instant | null;
  /** Ids of the certificates and pieces that the days come from, sorted. */
  readonly inputs: ReadonlyArray<string>;
  /** Pieces first told with this determination. */
  readonly bits: ReadonlyArray<SpellBit>;
}

/** One employer's part of a spell. */
export interface SpellEmployer {
  /** Organisation number. */
  readonly employer: string;
  /** First day of absence there; null when welfare does not state it. */
  readonly from: Day | null;
  /** Last day of absence there, inclusive. */
  readonly to: Day | null;
  /** Days of absence there. */
  readonly days: number | null;
}

/** Days in a row without any work. */
export interface WhollyAway {
  /** First day, inclusive. */
  readonly from: Day;
  /** Last day, inclusive. */
  readonly to: Day;
}

/** One piece of a spell as welfare tells it. */
export interface SpellBit {
  /** Welfare's id of the piece. */
  readonly id: string;
  /** Organisation number; null without an employer. */
  readonly employer: string | null;
  /** When it was made. */
  readonly createdAt: Instant;
  /** When it happened; the later one counts. */
  readonly happenedAt: Instant;
  /** What it says, as sent. */
  readonly tags: ReadonlyArray<string>;
  /** Certificate or application that it comes from. */
  readonly resourceId: string;
  /** First day, inclusive. */
  readonly from: Day;
  /** Last day, inclusive. */
  readonly to: Day;
  /** Application that is replaced. */
  readonly corrects: string | null;
}
