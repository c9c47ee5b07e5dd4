import type {
  ContractName,
  DeliverySettled,
  DialogueMeetingAnswered,
  DialogueMessageSent,
  Fact,
  FollowUpPlanShared,
  ReferralCancelled,
  ReferralChanged,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralSent,
  ReviewRule,
  SharingConsentRecorded,
  SickLeaveCertified,
  SickLeaveConfirmed,
  SickLeaveRejected,
  SickLeaveReopened,
  SickLeaveSetAside,
  WorkAbilityAssessed,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";

/** Events that a document for welfare may follow from. */
export const translated = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "DialogueMessageSent",
  "DialogueMeetingAnswered",
  "WorkAbilityAssessed",
  "FollowUpPlanShared",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "SharingConsentRecorded",
  "DeliverySettled",
] as const satisfies ReadonlyArray<ContractName>;

/** Events that a later one's document may rest on. */
export const remembered = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveRevised",
  "DialogueMessageSent",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "SharingConsentRecorded",
  "PersonStatusChanged",
] as const satisfies ReadonlyArray<ContractName>;

export type Parts = "identity" | "work" | "case" | "medical";
export type Known = Fact<(typeof translated)[number] | (typeof remembered)[number], Parts>;
/** A fact of one type. */
export type Of<N extends Known["type"]> = Extract<Known, { readonly type: N }>;

/** A certificate with what it says as far as it was read. */
export type Certificate = SickLeaveCertified | SickLeaveRejected;

/** How much of a referral welfare may have: GOAL_AND_DATES of one within health, WITHOUT_MEDICAL where consent is missing. */
export type ReferralScope = "WHOLE" | "WITHOUT_MEDICAL" | "GOAL_AND_DATES";

export type ReferralContent =
  | { readonly type: "ReferralSent"; readonly value: ReferralSent }
  | { readonly type: "ReferralChanged"; readonly value: ReferralChanged };

export type ReferralStep =
  | { readonly type: "ReferralGranted"; readonly value: ReferralGranted }
  | { readonly type: "ReferralForwarded"; readonly value: ReferralForwarded }
  | { readonly type: "ReferralDeclined"; readonly value: ReferralDeclined }
  | { readonly type: "ReferralCancelled"; readonly value: ReferralCancelled };

export type UseStep =
  | { readonly type: "SickLeaveConfirmed"; readonly value: SickLeaveConfirmed }
  | { readonly type: "SickLeaveSetAside"; readonly value: SickLeaveSetAside }
  | { readonly type: "SickLeaveReopened"; readonly value: SickLeaveReopened };

/** What welfare is to get, before it is printed. */
export type Document =
  | {
      readonly document: "CERTIFICATE";
      readonly certificate: Certificate;
      /** Paths of what the sender keeps from welfare; it is not in the certificate any more. */
      readonly withheld: ReadonlyArray<string>;
      /** What a case worker found, where that is why it is told again. */
      readonly remarks: ReadonlyArray<ReviewRule>;
    }
  | { readonly document: "STATUS"; readonly use: UseStep; readonly personNumber: string }
  | { readonly document: "REMOVAL"; readonly certificateId: string }
  | { readonly document: "DIALOGUE"; readonly message: DialogueMessageSent | DialogueMeetingAnswered }
  | { readonly document: "STATEMENT"; readonly statement: WorkAbilityAssessed }
  | { readonly document: "PLAN_NOTICE"; readonly plan: FollowUpPlanShared }
  | {
      readonly document: "REFERRAL";
      readonly referral: ReferralContent;
      readonly scope: ReferralScope;
      /** The word of the person's that lets it be told now, and whether less of it was told before. */
      readonly since: { readonly consent: SharingConsentRecorded; readonly isTold: boolean } | null;
    }
  | {
      readonly document: "REFERRAL_STEP";
      readonly step: ReferralStep;
      readonly about: ReferralContent;
      readonly scope: ReferralScope;
      readonly isProtected: boolean;
    }
  | { readonly document: "DELIVERY"; readonly settled: DeliverySettled; readonly order: DialogueMessageSent }
  /** An order whose clinician nobody can be found for. */
  | { readonly document: "UNDELIVERABLE"; readonly order: DialogueMessageSent }
  | { readonly document: "OVERDUE"; readonly settled: DeliverySettled; readonly wireMsgId: string | null };

/** A document with the ids and the time that it goes under. */
export interface Delivery {
  readonly cause: string;
  readonly inReplyTo: string | null;
  readonly caseId: string;
  readonly writtenAt: Instant;
  readonly content: Document;
}
