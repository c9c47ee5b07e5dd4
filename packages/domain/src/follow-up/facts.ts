import type { Day, Instant } from "@samvirke/kernel";

export interface CertifiedPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly kind: "FULL" | "GRADED" | "AWAITING" | "TREATMENT_DAYS" | "TRAVEL_SUPPORT";
}

/** Events 4 and 7. The highest revision of an id counts. */
export interface CertificateFact {
  readonly fact: "CERTIFICATE";
  readonly id: string;
  /** Welfare's own ids of the same certificate, which pieces of a spell name as their resource. */
  readonly aliases: ReadonlyArray<string>;
  readonly revision: number;
  /** Day of receipt. */
  readonly on: Day;
  readonly at: Instant;
  readonly periods: ReadonlyArray<CertifiedPeriod>;
  readonly assessment: "OK" | "PENDING";
  readonly help: "NONE" | "ASKED" | "AT_ONCE";
}

/** Events 8 to 11, in the order of `at`. */
export interface CertificateUseFact {
  readonly fact: "CERTIFICATE_USE";
  readonly id: string;
  readonly use: "SENT" | "CONFIRMED" | "ASIDE" | "EXPIRED" | "OPEN";
  /** Organisation number, for SENT. */
  readonly employer: string | null;
  readonly on: Day;
  readonly at: Instant;
}

/** Event 6. */
export interface ReviewFact {
  readonly fact: "REVIEW";
  readonly id: string;
  readonly outcome: "OK" | "INVALID";
  readonly on: Day;
  readonly at: Instant;
}

/** Event 12, final. */
export interface DeletedFact {
  readonly fact: "DELETED";
  readonly id: string;
  readonly on: Day;
}

/** One piece of a spell as welfare tells it. Source: KafkaSyketilfellebit. */
export interface BitFact {
  readonly fact: "BIT";
  readonly id: string;
  readonly employer: string | null;
  readonly createdAt: Instant;
  readonly happenedAt: Instant;
  readonly tags: ReadonlyArray<string>;
  readonly resourceId: string;
  /** The same as certificates' aliases are written. */
  readonly resourceKey: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly corrects: string | null;
}

/** Event 20; one id for each revision. */
export interface PlanFact {
  readonly fact: "PLAN";
  readonly id: string;
  readonly employer: string;
  readonly asksHelp: boolean;
  readonly on: Day;
}

/** Event 26. */
export interface MessageFact {
  readonly fact: "MESSAGE";
  readonly id: string;
  readonly conversation: string;
  readonly kind: "QUESTION" | "REMINDER" | "ANSWER" | "NOTE" | "MEETING_LETTER" | "PLAN_LETTER" | "RETURN";
  readonly from: "HEALTH" | "WELFARE" | "EMPLOYER" | "PERSON";
  /** Who is asked, for QUESTION. */
  readonly party: string | null;
  /** Answer code 4: the answer waits for consent. */
  readonly needsConsent: boolean;
  /** A note about a person who is not on sick leave asks for help. */
  readonly asksHelp: boolean;
  /** The last day to answer, where the message says one. */
  readonly dueDay: Day | null;
  readonly on: Day;
}

/** Event 24. Of several records of one decision the latest counts. */
export interface DecisionFact {
  readonly fact: "DECISION";
  readonly id: string;
  readonly subject: "ACTIVITY_REQUIREMENT" | "MEETING_NEED" | "JOB_SEEKING_PERIOD";
  /** The code as welfare sent it. */
  readonly outcome: string;
  readonly final: boolean;
  readonly on: Day;
  readonly at: Instant;
}

/** Event 13. */
export interface ReferralFact {
  readonly fact: "REFERRAL";
  readonly id: string;
  readonly toWelfare: boolean;
  readonly needsConsent: boolean;
  readonly programme: string;
  readonly receiver: string | null;
  /** The messages that told it, by which its delivery is told. */
  readonly messages: ReadonlyArray<string>;
  readonly on: Day;
}

/** Events 15 to 18, and 30 OK of event 13 as DELIVERED. */
export interface ReferralStepFact {
  readonly fact: "REFERRAL_STEP";
  readonly id: string;
  readonly step: "DELIVERED" | "GRANTED" | "FORWARDED" | "DECLINED" | "CANCELLED";
  /** The new receiver, for FORWARDED. */
  readonly receiver: string | null;
  readonly on: Day;
}

/** Event 27. */
export interface EffortFact {
  readonly fact: "EFFORT";
  readonly id: string;
  readonly on: Day;
}

/** A message of the hub that wants a receipt. */
export interface OutgoingFact {
  readonly fact: "OUTGOING";
  readonly id: string;
  readonly receiver: string;
  readonly at: Instant;
}

/** Event 30, except OVERDUE, which is what event 28 of kind RECEIPT tells. */
export interface SettledFact {
  readonly fact: "SETTLED";
  readonly id: string;
  readonly receiver: string;
  readonly on: Day;
}

/** Event 3, for a referral or a conversation. */
export interface ConsentFact {
  readonly fact: "CONSENT";
  readonly id: string;
  readonly status: string;
  readonly on: Day;
}

/** Event 2 of kind DEATH; the latest of them counts. */
export interface DeathFact {
  readonly fact: "DEATH";
  /** Null when the register takes it back. */
  readonly on: Day | null;
  readonly at: Instant;
}
