// Generated from schemas/ by `npm run generate`; never edited.
import type { Instant } from "@samvirke/kernel";
import type { Finding, Organisation, ReceiptDue, ReferralCase, ReferralIdentity, ReferralMedical, ReferralTime, WireEnvelope } from "./shared.gen.ts";

/** A referral was withdrawn by whoever sent it. */
export interface ReferralCancelled {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** True when the state of the referral leaves it without effect; it is kept all the same. */
  readonly recordedOnly: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who cancelled, and why. */
  readonly case: ReferralCancelledCase;
}

/** Who cancelled, and why. */
export interface ReferralCancelledCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The message as its head names it; null where there is none. */
  readonly envelope: WireEnvelope | null;
  /** When it was decided, as stated. */
  readonly at: ReferralTime | null;
  /** Who decided, outermost first. */
  readonly by: ReadonlyArray<Organisation>;
  /** Reason in words. */
  readonly reason: string | null;
  /** What was odd; paths, never values. */
  readonly warnings: ReadonlyArray<Finding>;
  /** The receipt to write; null where the receiver answers. */
  readonly receipt: ReceiptDue | null;
}

/** A referral got other content: complete and new for a change or replacement, more of it for an addition. */
export interface ReferralChanged {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** Between which sectors it goes. */
  readonly direction: ReferralDirection;
  /** Consent as the hub sorts it. */
  readonly consent: ReferralConsentClass;
  /** Whether it is known who the person is; an emergency may come without. */
  readonly identityState: ReferralIdentityState;
  /** What sort of change. */
  readonly changeKind: ReferralChangeKind;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who the person is. */
  readonly identity: ReferralIdentity;
  /** What the parties share. */
  readonly case: ReferralCase;
  /** The medical content. */
  readonly medical: ReferralMedical;
}

/** Between which sectors it goes. */
export type ReferralDirection = "UNKNOWN" | "WITHIN_HEALTH" | "TO_WELFARE" | "TO_HEALTH";

/** Consent as the hub sorts it. */
export type ReferralConsentClass =
  | "UNKNOWN"
  | "GIVEN"
  | "NOT_REQUIRED"
  | "ANSWER_TO_CONSENTED_REQUEST"
  | "REFUSED"
  | "NOT_STATED";

/** Whether it is known who the person is. */
export type ReferralIdentityState = "UNKNOWN" | "IDENTIFIED" | "UNIDENTIFIED";

/** What sort of change. */
export type ReferralChangeKind = "UNKNOWN" | "CHANGE" | "ADDITION" | "REPLACEMENT";

/** A copy of a referral that asks nothing of anybody: history, or the same content once more. */
export interface ReferralCopied {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Why it changes nothing. */
  readonly copyKind: ReferralCopyKind;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who the person is. */
  readonly identity: ReferralIdentity;
  /** What the parties share. */
  readonly case: ReferralCase;
  /** The medical content. */
  readonly medical: ReferralMedical;
}

/** Why it changes nothing. */
export type ReferralCopyKind = "UNKNOWN" | "HISTORY" | "DUPLICATE";

/** The receiver does not take the referral on; the referrer has the ball. */
export interface ReferralDeclined {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** Why. */
  readonly declineClass: ReferralDeclineClass;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** True when the state of the referral leaves it without effect; it is kept all the same. */
  readonly recordedOnly: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who declined. */
  readonly case: ReferralDeclinedCase;
  /** In words. */
  readonly medical: ReferralDeclinedMedical;
}

/** Why it was declined. */
export type ReferralDeclineClass =
  | "UNKNOWN"
  | "NO_RIGHT"
  | "WRONG_RECEIVER"
  | "NO_CAPACITY"
  | "MISSING_INFORMATION"
  | "NOT_STATED";

/** Who declined. */
export interface ReferralDeclinedCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The message as its head names it; null where there is none. */
  readonly envelope: WireEnvelope | null;
  /** When it was decided, as stated. */
  readonly at: ReferralTime | null;
  /** Who decided, outermost first. */
  readonly by: ReadonlyArray<Organisation>;
  /** What was odd; paths, never values. */
  readonly warnings: ReadonlyArray<Finding>;
  /** The receipt to write; null where the receiver answers. */
  readonly receipt: ReceiptDue | null;
}

/** What the status says in words. */
export interface ReferralDeclinedMedical {
  /** Free text. */
  readonly text: string | null;
}

/** The receiver sent the referral on; the new receiver has the ball. */
export interface ReferralForwarded {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** True when the state of the referral leaves it without effect; it is kept all the same. */
  readonly recordedOnly: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** From whom to whom. */
  readonly case: ReferralForwardedCase;
  /** In words. */
  readonly medical: ReferralForwardedMedical;
}

/** From whom to whom. */
export interface ReferralForwardedCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The message as its head names it; null where there is none. */
  readonly envelope: WireEnvelope | null;
  /** When it was decided, as stated. */
  readonly at: ReferralTime | null;
  /** Who decided, outermost first. */
  readonly by: ReadonlyArray<Organisation>;
  /** The new receiver, outermost first; empty where it is not stated. */
  readonly to: ReadonlyArray<Organisation>;
  /** HMACs of the new receiver's identifiers, lower-case hex. */
  readonly toAliases: ReadonlyArray<string>;
  /** What was odd; paths, never values. */
  readonly warnings: ReadonlyArray<Finding>;
  /** The receipt to write; null where the receiver answers. */
  readonly receipt: ReceiptDue | null;
}

/** What the status says in words. */
export interface ReferralForwardedMedical {
  /** Free text. */
  readonly text: string | null;
}

/** The receiver takes the referral on. */
export interface ReferralGranted {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** What was granted. */
  readonly outcome: ReferralOutcome;
  /** True when the referral itself is not known yet. */
  readonly ahead: boolean;
  /** True when the state of the referral leaves it without effect; it is kept all the same. */
  readonly recordedOnly: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who granted, and when. */
  readonly case: ReferralGrantedCase;
  /** In words. */
  readonly medical: ReferralGrantedMedical;
}

/** What was granted. */
export type ReferralOutcome = "UNKNOWN" | "CALLED_IN" | "RIGHT_GRANTED" | "ACCEPTED";

/** Who granted, and when. */
export interface ReferralGrantedCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The message as its head names it; null where there is none. */
  readonly envelope: WireEnvelope | null;
  /** When it was decided, as stated. */
  readonly at: ReferralTime | null;
  /** Who decided, outermost first. */
  readonly by: ReadonlyArray<Organisation>;
  /** When the person is to come. */
  readonly appointmentAt: ReferralTime | null;
  /** Latest start. */
  readonly latestStart: ReferralTime | null;
  /** Where. */
  readonly place: string | null;
  /** What was odd; paths, never values. */
  readonly warnings: ReadonlyArray<Finding>;
  /** The receipt to write; null where the receiver answers. */
  readonly receipt: ReceiptDue | null;
}

/** What the status says in words. */
export interface ReferralGrantedMedical {
  /** Free text. */
  readonly text: string | null;
}

/** A referral was sent. */
export interface ReferralSent {
  /** The referral's stream; derived from the sender's own id of it, so that it is the same over change and cancellation. */
  readonly referralId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same referral and message, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC; what happened to a referral is put in this order, however it arrives. */
  readonly madeAt: Instant;
  /** Number of this fact in the referral's stream, from 1, in the order of arrival. */
  readonly revision: number;
  /** Between which sectors it goes. */
  readonly direction: ReferralDirection;
  /** Consent as the hub sorts it. */
  readonly consent: ReferralConsentClass;
  /** Whether it is known who the person is; an emergency may come without. */
  readonly identityState: ReferralIdentityState;
  /** True when its cancellation came first. */
  readonly cancelledAhead: boolean;
  /** True when it repeats a referral that did not get through. */
  readonly resent: boolean;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who the person is. */
  readonly identity: ReferralIdentity;
  /** What the parties share. */
  readonly case: ReferralCase;
  /** The medical content. */
  readonly medical: ReferralMedical;
}
