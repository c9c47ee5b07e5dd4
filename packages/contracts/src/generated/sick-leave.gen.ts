// Generated from schemas/ by `npm run generate`; never edited.
import type { Instant } from "@samvirke/kernel";
import type { Finding, PersonIdentity, ReceiptDue, SickLeaveCase, SickLeaveMedical, SickLeaveUse, SickLeaveWork, StatusAnswer, WireEnvelope } from "./shared.gen.ts";

/** A qualified clinician certified reduced ability to work, and the hub's rules let it stand. */
export interface SickLeaveCertified {
  /** The certificate's stream, derived by the hub from the archive id. */
  readonly sickLeaveId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same certificate (the sender's message id and document id, welfare's id), each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** By which way the certificate was made. */
  readonly channel: Channel;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the hub's rules. */
  readonly ruleSetVersion: string;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** The hub's assessment. */
  readonly assessment: Assessment;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What the employer may read. */
  readonly work: SickLeaveWork;
  /** What health and welfare share. */
  readonly case: SickLeaveCase;
  /** The medical content. */
  readonly medical: SickLeaveMedical;
}

/** By which way the certificate was made. */
export type Channel = "UNKNOWN" | "XML" | "DIGITAL" | "PAPER" | "FOREIGN" | "SELF";

/** PENDING waits for a person at welfare. */
export type Assessment = "UNKNOWN" | "OK" | "PENDING";

/** The person used the certificate towards welfare without an employer, or has seen that it was refused. */
export interface SickLeaveConfirmed {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** Whether the person took note of a refused certificate; known when the certificate is. */
  readonly rejectedAcknowledged: boolean;
  /** What was told. */
  readonly case: SickLeaveUse;
}

/** Whether the certificate that the message names is known. */
export type UseStanding = "UNKNOWN" | "APPLIED" | "WAITING";

/** The certificate was retracted at its source. */
export interface SickLeaveDeleted {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** How it was told. */
  readonly via: DeletedVia;
  /** What was told. */
  readonly case: SickLeaveUse;
}

/** How it was told. */
export type DeletedVia = "UNKNOWN" | "TOMBSTONE" | "STATUS";

/** A message spoke of a known certificate and changed nothing but, perhaps, what it is known by. */
export interface SickLeaveNoted {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** ALIAS: the same certificate by another door; REPEATED: nothing new; ALREADY_OPEN: the first APEN; STILL_PENDING: a review without outcome; DELETED: the certificate is gone. */
  readonly reason: NotedReason;
  /** Who sent it. */
  readonly case: SickLeaveNote;
}

/** Why nothing changed. */
export type NotedReason = "UNKNOWN" | "ALIAS" | "REPEATED" | "ALREADY_OPEN" | "STILL_PENDING" | "DELETED";

/** Who sent the message, and the answer to it. */
export interface SickLeaveNote {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The sender's own message id, as written. */
  readonly wireMsgId: string | null;
  /** The message head; null where the format has none. */
  readonly envelope: WireEnvelope | null;
  /** The receipt that is due; null where the format knows none. */
  readonly receipt: ReceiptDue | null;
  /** Key of a register's content and outcome, to tell the next record of the same register from this one. */
  readonly contentKey: string | null;
}

/** A certificate that the hub's rules refused; everything readable is kept, no duty follows from it. */
export interface SickLeaveRejected {
  /** The certificate's stream, derived by the hub from the archive id. */
  readonly sickLeaveId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same certificate (the sender's message id and document id, welfare's id), each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** By which way the certificate was made. */
  readonly channel: Channel;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the hub's rules. */
  readonly ruleSetVersion: string;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Why it was refused. */
  readonly reasonClass: ReasonClass;
  /** The certificate that this one repeats, for class DUPLICATE. */
  readonly duplicateOf: string | null;
  /** Who the person is, as far as readable. */
  readonly identity: PersonIdentity | null;
  /** What the employer could have read, as far as readable. */
  readonly work: SickLeaveWork | null;
  /** What health and welfare share, as far as readable. */
  readonly case: SickLeaveCase | null;
  /** The medical content, as far as readable. */
  readonly medical: SickLeaveMedical | null;
}

/** Why it was refused. */
export type ReasonClass = "UNKNOWN" | "CONTENT" | "RULE" | "DUPLICATE" | "SENDER" | "ATTACHMENT";

/** The certificate is open for use again. */
export interface SickLeaveReopened {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** What was told. */
  readonly case: SickLeaveUse;
}

/** Welfare came to an outcome about a certificate. */
export interface SickLeaveReviewed {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** The outcome. */
  readonly outcome: ReviewOutcome;
  /** What the outcome rests on. */
  readonly case: SickLeaveReview;
}

/** The outcome. */
export type ReviewOutcome = "UNKNOWN" | "OK" | "OK_WITH_REMARK" | "INVALID";

/** What the outcome rests on. */
export interface SickLeaveReview {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Rules and remarks in the order sent. */
  readonly rules: ReadonlyArray<ReviewRule>;
  /** When the outcome was reached, UTC; null where the message does not say. */
  readonly at: Instant | null;
  /** The welfare office that reviewed it, where the message says. */
  readonly office: string | null;
  /** What was odd, and where; never a value. */
  readonly findings: ReadonlyArray<Finding>;
}

/** A rule, or a remark, that the outcome rests on. */
export interface ReviewRule {
  /** Name of the rule or remark as sent. */
  readonly name: string;
  /** What the rule came to. */
  readonly outcome: ReviewRuleOutcome;
  /** Whether a person decided it; null where the format does not say. */
  readonly manual: boolean | null;
  /** Text for the sender as sent. */
  readonly textForSender: string | null;
  /** Text for the person as sent. */
  readonly textForPerson: string | null;
  /** When, UTC. */
  readonly at: Instant | null;
}

/** What the rule came to. */
export type ReviewRuleOutcome = "UNKNOWN" | "OK" | "PENDING" | "INVALID";

/** The register published the same certificate with other content; everything below replaces what was known. */
export interface SickLeaveRevised {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** By which way the certificate was made. */
  readonly channel: Channel;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** How many times the content has been replaced, this time included. */
  readonly revision: number;
  /** The parts that are not as they were. */
  readonly changedParts: ReadonlyArray<ChangedPart>;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What the employer may read. */
  readonly work: SickLeaveWork;
  /** What health and welfare share. */
  readonly case: SickLeaveCase;
  /** The medical content. */
  readonly medical: SickLeaveMedical;
}

/** A part of the content. */
export type ChangedPart = "UNKNOWN" | "IDENTITY" | "WORK" | "CASE" | "MEDICAL";

/** The person sent the certificate to an employer; from now on that employer may read its work part. */
export interface SickLeaveSentToEmployer {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** Whether it had been sent before: to another employer, or with other answers. */
  readonly again: boolean;
  /** To whom it was sent. */
  readonly work: SickLeaveSent;
  /** What the employer may not read. */
  readonly case: SickLeaveUse;
}

/** To whom it was sent, and what that employer may read of the person's answers. */
export interface SickLeaveSent {
  /** The employer it was sent to; null where the message names none, and then nobody may read it. */
  readonly employer: StatusEmployer | null;
  /** The employer before, for those who had one. */
  readonly previousEmployer: PreviousEmployer | null;
  /** Answers that the employer may read: own sick notes and the wish for another line manager, nothing else. */
  readonly answers: ReadonlyArray<StatusAnswer>;
  /** When it was sent, UTC. */
  readonly sentAt: Instant;
  /** The same exactly as written. */
  readonly sentAtText: string;
}

/** An employer as a status names one. */
export interface StatusEmployer {
  /** Organisation number of the place of work. */
  readonly organisationNumber: string;
  /** Organisation number of the legal unit. */
  readonly legalUnit: string | null;
  /** Name. */
  readonly name: string | null;
}

/** The employer of an earlier certificate. */
export interface PreviousEmployer {
  /** Organisation number. */
  readonly organisationNumber: string;
  /** Name. */
  readonly name: string | null;
  /** Welfare's id of that certificate. */
  readonly certificateId: string | null;
}

/** The certificate is not in use: the person set it aside, or it was not used in time. */
export interface SickLeaveSetAside {
  /** The certificate's stream. */
  readonly sickLeaveId: string;
  /** The received message that says so. */
  readonly archiveId: string;
  /** Names by which the message speaks of the certificate, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** When the hub took the message, UTC. */
  readonly receivedAt: Instant;
  /** WAITING until a certificate of that name is known; then the same fact comes again as APPLIED, under the certificate's own id. */
  readonly standing: UseStanding;
  /** Number of findings; a move that the table of C1 does not have is one. */
  readonly warnings: number;
  /** Who or what set it aside. */
  readonly by: SetAsideBy;
  /** What was told. */
  readonly case: SickLeaveUse;
}

/** Who or what set it aside. */
export type SetAsideBy = "UNKNOWN" | "PERSON" | "EXPIRY";
