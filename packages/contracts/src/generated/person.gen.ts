// Generated from schemas/ by `npm run generate`; never edited.
import type { Day, Instant } from "@samvirke/kernel";
import type { Finding, Identifier, PersonIdentity } from "./shared.gen.ts";

/** The register tells who leads a person at an employer, or that the relation has ended. */
export interface LineManagerRegistered {
  /** The received message that this was taken from. */
  readonly archiveId: string;
  /** The relation, derived from welfare's id. */
  readonly relationId: string;
  /** ENDED where a last day is set, which is how the register ends a relation. */
  readonly state: LineManagerState;
  /** When the register wrote it, UTC. */
  readonly changedAt: Instant;
  /** When the hub took it, UTC. */
  readonly receivedAt: Instant;
  /** How many findings the record had. */
  readonly warnings: number;
  /** Who is led. */
  readonly identity: PersonIdentity;
  /** The relation. */
  readonly work: LineManagerWork;
  /** Where it comes from. */
  readonly case: LineManagerCase;
}

/** Whether the relation stands. */
export type LineManagerState = "UNKNOWN" | "ACTIVE" | "ENDED";

/** What the employer has told the register itself. */
export interface LineManagerWork {
  /** Organisation number of the employer. */
  readonly employer: string;
  /** National identity number of whoever leads. */
  readonly managerNumber: string;
  /** Phone of whoever leads. */
  readonly phone: string | null;
  /** Mail address of whoever leads. */
  readonly mail: string | null;
  /** First day, literal calendar day. */
  readonly from: Day;
  /** Last day, inclusive; null while it is open. */
  readonly to: Day | null;
  /** Whether the employer pays wages in advance of welfare's refund. */
  readonly paysInAdvance: boolean | null;
}

/** What only the sectors need. */
export interface LineManagerCase {
  /** Welfare's id of the relation. */
  readonly sourceId: string;
  /** Why the record was written, as sent. */
  readonly status: string | null;
  /** Findings that did not stop the record. */
  readonly warnings: ReadonlyArray<Finding>;
}

/** Two person ids are one human, or a number of a person was added or replaced. */
export interface PersonIdentityLinked {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The person that later messages go to. */
  readonly survivingPersonId: string;
  /** The person that is the same human; null when only numbers changed. */
  readonly mergedPersonId: string | null;
  /** On the stream of the merged person: nothing follows there, the survivor has what is on it. */
  readonly closes: boolean;
  /** What the link rests on. */
  readonly basis: LinkBasis;
  /** Who the person is. */
  readonly identity: PersonLinkIdentity;
}

/** What the link rests on. */
export type LinkBasis = "UNKNOWN" | "REGISTER" | "SENDER_STATED";

/** The numbers that belong to the human. */
export interface PersonLinkIdentity {
  /** Every number stated, in the order sent. */
  readonly numbers: ReadonlyArray<LinkedNumber>;
  /** From when the link holds, where that is stated. */
  readonly fromDay: Day | null;
}

/** One number of the human. */
export interface LinkedNumber {
  /** The number with its type as sent. */
  readonly number: Identifier;
  /** Kind of number. */
  readonly kind: NumberKind;
  /** Who issues it: OID or name of the register. */
  readonly issuer: string | null;
  /** Whether it is the number in use. */
  readonly current: boolean;
}

/** Kind of number by its form. */
export type NumberKind = "UNKNOWN" | "FNR" | "DNR" | "HNR" | "FHN" | "DUF" | "AKTORID" | "NPID" | "NONE";

/** The person register tells of protection or death. */
export interface PersonStatusChanged {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** What the register tells. */
  readonly case: PersonStatusCase;
}

/** What the register tells. */
export interface PersonStatusCase {
  /** What changed. */
  readonly kind: PersonStatusKind;
  /** Whether the register states, corrects or takes back. */
  readonly change: StatusChangeKind;
  /** Level, for PROTECTION; null for DEATH. */
  readonly protection: ProtectionLevel | null;
  /** Day of death, for DEATH; null when it is not stated. */
  readonly diedOn: Day | null;
  /** When the register knew, UTC. */
  readonly knownSince: Instant | null;
  /** The register's id of what it told. */
  readonly registerEventId: string | null;
  /** What it told before about the same. */
  readonly replacesRegisterEventId: string | null;
  /** Version of the register's answer that the level was read from. */
  readonly registerAnswerVersion: string | null;
}

/** What changed. */
export type PersonStatusKind = "UNKNOWN" | "PROTECTION" | "DEATH";

/** Whether the register states, corrects or takes back. */
export type StatusChangeKind = "UNKNOWN" | "STATED" | "CORRECTED" | "TAKEN_BACK";

/** Level of address protection. */
export type ProtectionLevel =
  | "UNKNOWN"
  | "NONE"
  | "CONFIDENTIAL"
  | "STRICTLY_CONFIDENTIAL"
  | "STRICTLY_CONFIDENTIAL_ABROAD";

/** Whether the person lets content be shared, for one referral or one conversation. */
export interface SharingConsentRecorded {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The referral that it is for. */
  readonly referralId: string | null;
  /** The conversation that it is for. */
  readonly conversationId: string | null;
  /** Ids of the message and of what it names, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; of several words about one referral the last one made counts, however they arrive. */
  readonly madeAt: Instant;
  /** State of the consent. */
  readonly status: ConsentStatus;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** True when it has no effect: something made later was said, or it opens what is not the sender's to open. */
  readonly recordedOnly: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who consented to what. */
  readonly case: SharingConsentCase;
}

/** State of the consent. */
export type ConsentStatus =
  | "UNKNOWN"
  | "GIVEN"
  | "NOT_REQUIRED"
  | "ANSWER_TO_CONSENTED_REQUEST"
  | "REFUSED"
  | "WITHDRAWN";

/** Who consented to what. */
export interface SharingConsentCase {
  /** Day of the consent, literal calendar day. */
  readonly on: Day | null;
  /** Who gave it. */
  readonly givenBy: ConsentGiver;
  /** What it covers. */
  readonly scope: ConsentScope;
  /** Reference to the legal basis, as sent. */
  readonly legalBasis: string | null;
  /** The authenticated sender that told of it, as the party file names it. */
  readonly statedBy: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** What was odd; paths, never values. */
  readonly findings: ReadonlyArray<Finding>;
}

/** Who gave it. */
export type ConsentGiver = "UNKNOWN" | "SELF" | "GUARDIAN";

/** What it covers. */
export type ConsentScope = "UNKNOWN" | "MEDICAL" | "WORK" | "TRACE";
