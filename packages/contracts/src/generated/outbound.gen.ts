// Generated from schemas/ by `npm run generate`; never edited.
import type { Instant } from "@samvirke/kernel";
import type { Finding } from "./shared.gen.ts";

/** A document that the hub writes to a party; the mailbox is built from these. */
export interface OutboundMessage {
  /** The hub's id of this document, derived from its cause. */
  readonly messageId: string;
  /** What kind of document it is. */
  readonly kind: OutboundKind;
  /** Media type of the body. */
  readonly contentType: string;
  /** The receiving party as an HMAC in lower-case hex. */
  readonly partyAlias: string;
  /** The received message that this answers or translates. */
  readonly inReplyTo: string | null;
  /** The sick leave, referral or follow-up that it belongs to. */
  readonly caseId: string | null;
  /** When its cause was recorded; the document's own time. */
  readonly writtenAt: Instant;
  /** Name of the format and its version, as its readers call it; null where kind and contentType tell enough. */
  readonly shape: string | null;
  /** The document where an employer is to open it; the other parts are null then. */
  readonly work: OutboundWork | null;
  /** To whom it goes, and a body that is not medical; null in a document for an employer. */
  readonly case: OutboundCase | null;
  /** The body where it holds medical content. */
  readonly medical: OutboundMedical | null;
}

/** What kind of document it is. */
export type OutboundKind =
  | "UNKNOWN"
  | "RECEIPT"
  | "SICK_LEAVE"
  | "DIALOGUE"
  | "REFERRAL"
  | "MEDICAL_STATEMENT"
  | "FOLLOW_UP_PLAN"
  | "STATUS"
  | "REMOVAL"
  | "MEETING";

/** A document for an employer: to whom it goes, and the body. */
export interface OutboundWork {
  /** The employer's organisation number. */
  readonly receiver: string;
  /** What the target format has no place for, and what is kept from the employer. */
  readonly lost: ReadonlyArray<OutboundLoss>;
  /** The document as it is to be sent. */
  readonly body: Uint8Array;
}

/** What a document for an employer leaves out, and why. */
export interface OutboundLoss {
  /** Where it stands in the event. */
  readonly path: string;
  /** Why it is left out. */
  readonly rule: string;
}

/** To whom it goes, and the body where nothing in it is medical. */
export interface OutboundCase {
  /** The receiving party, as the party file names it. */
  readonly receiver: string;
  /** Message id inside the document. */
  readonly wireMsgId: string | null;
  /** What the target format has no place for. */
  readonly lost: ReadonlyArray<Finding>;
  /** The document as it is to be sent; null when it lies in medical. */
  readonly body: Uint8Array | null;
}

/** A body that holds medical content. */
export interface OutboundMedical {
  /** The document as it is to be sent. */
  readonly body: Uint8Array;
}
