import type {
  ContractName,
  DialogueMessageSent,
  EffortRecorded,
  Fact,
  FollowUpPlanShared,
  ReferralChanged,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralSent,
  SickLeaveCertified,
  WireEnvelope,
} from "@samvirke/contracts";
import type { LetterReceiver } from "@samvirke/domain";
import type { Instant } from "@samvirke/kernel";

/** Events that a document for a health party may follow from. */
export const translated = [
  "SickLeaveCertified",
  "SickLeaveRevised",
  "DialogueMessageSent",
  "SickLeaveReviewed",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralCopied",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "EffortRecorded",
  "MessagePassedOn",
  "DeliverySettled",
] as const satisfies ReadonlyArray<ContractName>;

/** Events that a later one's document may rest on. */
export const remembered = [
  "SickLeaveCertified",
  "SickLeaveReviewed",
  "DialogueMessageSent",
  "FollowUpPlanShared",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralCopied",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "SharingConsentRecorded",
  "MessagePassedOn",
] as const satisfies ReadonlyArray<ContractName>;

export type Parts = "identity" | "work" | "case" | "medical";
export type Known = Fact<(typeof translated)[number] | (typeof remembered)[number], Parts>;
/** A fact of one type. */
export type Of<N extends Known["type"]> = Extract<Known, { readonly type: N }>;

export type Referral = ReferralSent | ReferralChanged;

export type ReferralStep =
  | { readonly type: "ReferralGranted"; readonly value: ReferralGranted }
  | { readonly type: "ReferralForwarded"; readonly value: ReferralForwarded }
  | { readonly type: "ReferralDeclined"; readonly value: ReferralDeclined };

/** Whom a document is for. */
export type Addressee = LetterReceiver;

/** What a health party is to get, before it is printed. */
export type Document =
  | {
      readonly document: "LETTER";
      readonly letter: DialogueMessageSent;
      readonly to: Addressee;
      /** ORDER: what welfare's order encloses; a plan: its text as PDF. */
      readonly encloses: "NOTHING" | "ORDER" | FollowUpPlanShared;
    }
  | {
      readonly document: "REFERRAL";
      readonly referral: Referral;
      readonly to: Addressee;
      readonly mayShareMedical: boolean;
    }
  | {
      readonly document: "STATUS";
      readonly step: ReferralStep;
      readonly about: Referral;
      readonly to: Addressee;
      readonly mayShareMedical: boolean;
    }
  /** A submitted certificate, as the journal of the system that it came from keeps it. */
  | { readonly document: "CERTIFICATE"; readonly certificate: SickLeaveCertified; readonly to: Addressee }
  /** What is being done because of a referral, to each health party of it that did not say so itself. */
  | {
      readonly document: "EFFORT";
      readonly effort: EffortRecorded;
      readonly about: Referral;
      readonly to: ReadonlyArray<Addressee>;
    }
  /** The received bytes as they are, to every receiver that they name but welfare. */
  | { readonly document: "UNCHANGED" }
  /** A message of the hub's own contract to its receivers: as it is, or without what is medical. */
  | { readonly document: "HUB_MESSAGE"; readonly envelope: WireEnvelope; readonly mayShareMedical: boolean }
  /** FHIR from one health party to others, as it is. */
  | { readonly document: "FHIR_MESSAGE"; readonly envelope: WireEnvelope }
  /** The same, to whoever sent what they answer. */
  | { readonly document: "RECEIPT"; readonly to: string; readonly name: string };

/** A document with the ids and the time that it goes under. */
export interface Delivery {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly caseId: string;
  readonly writtenAt: Instant;
  readonly content: Document;
}
