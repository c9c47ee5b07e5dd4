import type {
  DeliverySettled,
  EffortRecorded,
  Finding,
  MessageRefused,
  Organisation,
  ReferralCancelled,
  ReferralCase,
  ReferralChanged,
  ReferralConsentClass,
  ReferralCopied,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralIdentity,
  ReferralMedical,
  ReferralSent,
  ReferralTime,
  SharingConsentRecorded,
} from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import type { ConsentNews, StatedConsent } from "./consent-model.ts";
import type { Received } from "../sick-leave/index.ts";

/** A referral as a parser read it; what only the decision knows is blank in `case`. */
export interface ReferralContent {
  readonly identity: ReferralIdentity;
  readonly case: ReferralCase;
  readonly medical: ReferralMedical;
}

/** What a message calls itself and what it speaks of, each an HMAC in lower-case hex; `namesIn` says over what. */
export interface ReferralNames {
  /** The sender's own id of the referral, stable over change and cancellation. */
  readonly referral: string | null;
  /** The message's own id. */
  readonly message: string | null;
  /** Ids that it names as earlier ones. */
  readonly earlier: ReadonlyArray<string>;
}

/** What the registers answered; null where none was asked. */
export interface ReferralReplies {
  readonly personFound: boolean | null;
  readonly currentNumber: ReferralIdentity["currentNumber"];
  readonly receiverIsKnown: boolean | null;
}

interface Command {
  readonly received: Received;
  readonly names: ReferralNames;
  /** Who answers the sender: the hub, or the receiver behind it. */
  readonly answers: "HUB" | "RECEIVER";
  /** What it says of the person's consent, to be recorded by itself. Source: HL7 FHIR R4 Consent. */
  readonly consents?: ReadonlyArray<StatedConsent>;
}

/** A referral in any part of its life cycle: new, change, addition, replacement, cancellation, history. */
export interface RegisterReferral extends Command {
  readonly type: "RegisterReferral";
  readonly content: ReferralContent;
  /** HMAC over the business content. */
  readonly contentKey: string;
  readonly replies: ReferralReplies;
}

/** What became of a referral, whatever format says so. Source: list 9148 (HIS 1206); the hub's own contract. */
export interface ReferralStatusContent {
  readonly outcome: "CALLED_IN" | "RIGHT_GRANTED" | "ACCEPTED" | "FORWARDED" | "DECLINED" | "UNKNOWN";
  readonly declineClass: ReferralDeclined["declineClass"];
  readonly at: ReferralTime | null;
  readonly appointmentAt: ReferralTime | null;
  readonly latestStart: ReferralTime | null;
  readonly place: string | null;
  /** Who decided, outermost first. */
  readonly by: ReadonlyArray<Organisation>;
  /** The new receiver of a forwarded referral. */
  readonly to: ReadonlyArray<Organisation>;
  readonly toAliases: ReadonlyArray<string>;
  readonly text: string | null;
}

export interface RecordReferralStatus extends Command {
  readonly type: "RecordReferralStatus";
  readonly status: ReferralStatusContent;
  readonly findings: ReadonlyArray<Finding>;
}

/** A cancellation without the referral's content. Source: the hub's own contract. */
export interface CancelReferral extends Command {
  readonly type: "CancelReferral";
  readonly reason: string | null;
  readonly at: ReferralTime | null;
  readonly by: ReadonlyArray<Organisation>;
  readonly findings: ReadonlyArray<Finding>;
}

export interface RecordEffort extends Command {
  readonly type: "RecordEffort";
  readonly sector: EffortRecorded["sector"];
  readonly kind: EffortRecorded["case"]["kind"];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly closed: boolean;
  readonly unit: ReadonlyArray<Organisation>;
}

/** A consent alone, given, refused or withdrawn for a referral that it names. */
export interface RecordSharingConsent extends Command {
  readonly type: "RecordSharingConsent";
  readonly findings: ReadonlyArray<Finding>;
}

export type ReferralCommand =
  | RegisterReferral
  | RecordReferralStatus
  | CancelReferral
  | RecordEffort
  | RecordSharingConsent;

export type ReferralEvent =
  | { readonly type: "ReferralSent"; readonly value: ReferralSent }
  | { readonly type: "ReferralChanged"; readonly value: ReferralChanged }
  | { readonly type: "ReferralCopied"; readonly value: ReferralCopied }
  | { readonly type: "ReferralCancelled"; readonly value: ReferralCancelled }
  | { readonly type: "ReferralGranted"; readonly value: ReferralGranted }
  | { readonly type: "ReferralForwarded"; readonly value: ReferralForwarded }
  | { readonly type: "ReferralDeclined"; readonly value: ReferralDeclined }
  | { readonly type: "EffortRecorded"; readonly value: EffortRecorded }
  | { readonly type: "SharingConsentRecorded"; readonly value: SharingConsentRecorded }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused }
  | { readonly type: "DeliverySettled"; readonly value: DeliverySettled };

/** Events that bear a referral's content. */
export type ReferralContentEvent = Extract<ReferralEvent, { readonly type: "ReferralSent" | "ReferralChanged" }>;

/** Events that wait when the referral that they name is not known. */
export type WaitingEvent = Extract<
  ReferralEvent,
  {
    readonly type:
      | "ReferralChanged"
      | "ReferralCancelled"
      | "ReferralGranted"
      | "ReferralForwarded"
      | "ReferralDeclined";
  }
>;

/** What one message said of a referral, as far as its life cycle needs it. */
export interface ReferralNews {
  readonly archiveId: string;
  readonly kind:
    | "SENT"
    | "CHANGED"
    | "ADDED"
    | "CANCELLED"
    | "GRANTED"
    | "FORWARDED"
    | "DECLINED"
    | "STARTED"
    | "ENDED";
  readonly referralId: string;
  readonly names: ReadonlyArray<string>;
  readonly madeAt: Instant;
  readonly contentKey: string | null;
  /** HMACs of whoever sent it. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Identifiers of whoever decided, of the main receiver or the new one, of the copy receivers. */
  readonly by: ReadonlyArray<string>;
  readonly to: ReadonlyArray<string>;
  readonly copies: ReadonlyArray<string>;
  /** The event while it waits for the referral that it names. */
  readonly waiting: WaitingEvent | null;
  /** What a referral states of the person's consent; absent where it states nothing. */
  readonly status?: ReferralConsentClass;
}

/** A receipt, or that none came. */
export interface Settlement {
  readonly messageId: string;
  readonly outcome: DeliverySettled["outcome"];
  readonly settledAt: Instant;
}

/** What a person's messages said of referrals, in the order of arrival. */
export interface ReferralState {
  readonly decided: ReadonlyArray<string>;
  readonly facts: ReadonlyArray<ReferralNews>;
  /** Of main receivers alone; copy receivers answer for themselves. */
  readonly settlements: ReadonlyArray<Settlement>;
  readonly consents: ReadonlyArray<ConsentNews>;
}
