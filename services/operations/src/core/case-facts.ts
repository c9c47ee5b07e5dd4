import type { Instant, StageReport, Topic } from "@samvirke/kernel";

/** A record of the log, without its content. */
export interface RecordFacts {
  readonly eventId: string;
  readonly type: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly recordedAt: Instant;
  /** The received message that it follows from. */
  readonly messageId: string | null;
  /** The stage or door that wrote it, and the record that led to it. */
  readonly writtenBy: string | null;
  readonly causedBy: string | null;
}

/** What archive and case projection hold of a message, in the clear. */
export interface MessageFacts {
  readonly messageId: string;
  readonly kind: string;
  readonly format: string;
  readonly receivedAt: Instant;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly caseId: string | null;
  readonly duplicateOf: string | null;
}

/** A document that the hub wrote. */
export interface OutboundFacts {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly caseId: string | null;
  readonly kind: string;
  readonly contentType: string;
  readonly topic: Topic;
  readonly writtenAt: Instant;
}

/** A row of a view, in the clear. */
export interface ViewFacts {
  readonly view: string;
  readonly sickLeaveId: string;
  readonly messageId: string;
  readonly outcome: string;
  readonly eventId: string;
  readonly recordedAt: Instant;
}

/** A parked record, without its content. */
export interface ParkedFacts {
  readonly stage: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly type: string;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
}

/** A record that somebody on call gave up. */
export interface DiscardedFacts {
  readonly stage: string;
  readonly topic: Topic;
  readonly position: number;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

/** Where a stage stands in the person's partition. */
export interface StagePlace {
  readonly stage: string;
  readonly checkpoint: number;
  readonly state: StageReport["state"];
  readonly reason: string | null;
}

/** Everything that is known of one person's messages. */
export interface CaseFacts {
  readonly personId: string;
  readonly messages: ReadonlyArray<MessageFacts>;
  readonly records: ReadonlyArray<RecordFacts>;
  readonly outbound: ReadonlyArray<OutboundFacts>;
  readonly views: ReadonlyArray<ViewFacts>;
  readonly parked: ReadonlyArray<ParkedFacts>;
  readonly discarded: ReadonlyArray<DiscardedFacts>;
  readonly stages: ReadonlyArray<StagePlace>;
}
