import type { ContractName, DialogueMeetingCalled, DialogueMeetingEnded, Fact } from "@samvirke/contracts";
import type { EmployerRow } from "@samvirke/domain";
import type { Instant } from "@samvirke/kernel";

/** Events that a document for an employer may follow from. */
export const translated = [
  "SickLeaveRevised",
  "SickLeaveReviewed",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "DialogueMeetingCalled",
  "DialogueMeetingEnded",
] as const satisfies ReadonlyArray<ContractName>;

/** Events that a later one's document may rest on. */
export const remembered = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveRevised",
  "SickLeaveReviewed",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "PersonStatusChanged",
] as const satisfies ReadonlyArray<ContractName>;

/** The medical part is not among them: nothing of it can reach an employer. */
export type Parts = "identity" | "work" | "case";
export type Known = Fact<(typeof translated)[number] | (typeof remembered)[number], Parts>;
/** A fact of one type. */
export type Of<N extends Known["type"]> = Extract<Known, { readonly type: N }>;

/** What an employer is to get, before it is printed. */
export type Document =
  | { readonly document: "SHOWN"; readonly row: EmployerRow; readonly withheld: ReadonlyArray<string> }
  | { readonly document: "REMOVED"; readonly certificateId: string }
  | {
      readonly document: "CALLED";
      readonly call: Pick<DialogueMeetingCalled, "meetingId" | "revision" | "number" | "work">;
    }
  | { readonly document: "ENDED"; readonly end: Pick<DialogueMeetingEnded, "meetingId" | "how"> };

/** A document with whom it is for, and the ids and the time that it goes under. */
export interface Delivery {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly caseId: string;
  readonly writtenAt: Instant;
  readonly organisationNumber: string;
  readonly content: Document;
}
