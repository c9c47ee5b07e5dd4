// Generated from schemas/ by `npm run generate`; never edited.
import type { Instant } from "@samvirke/kernel";
import type { Address, Code, Finding, Identifier } from "./shared.gen.ts";

/** What became of a message that the hub sent or passed on, for one receiver. */
export interface DeliverySettled {
  /** The message that was sent. */
  readonly messageId: string;
  /** The received message that is the receipt; null when none came in time. */
  readonly archiveId: string | null;
  /** In which role the receiver got it. */
  readonly receiverRole: ReceiverRole;
  /** Place of the receiver among those the message went to, from 0. */
  readonly receiverIndex: number;
  /** Whether the message that it answers was not known yet. */
  readonly ahead: boolean;
  /** The outcome. */
  readonly outcome: DeliveryOutcome;
  /** Error codes in the order sent, list 8221 or what the receiver uses. */
  readonly errorCodes: ReadonlyArray<string>;
  /** In which format the receipt came. */
  readonly format: ReceiptFormat;
  /** When the message was sent, UTC. */
  readonly sentAt: Instant;
  /** When the outcome was known, UTC. */
  readonly settledAt: Instant;
  /** Whether the receipt came after it had counted as overdue. */
  readonly wasOverdue: boolean;
  /** Whether the receiver said that it is not there (E21), so that nothing more goes this way. */
  readonly routeClosed: boolean;
  /** Number of findings in the receipt. */
  readonly warnings: number;
  /** Who answered, and what. */
  readonly case: DeliveryCase;
}

/** Which kind of receiver. */
export type ReceiverRole = "UNKNOWN" | "MAIN" | "COPY";

/** OK, PARTIAL and REFUSED by list 8258; OVERDUE when no receipt came in time. */
export type DeliveryOutcome = "UNKNOWN" | "OK" | "PARTIAL" | "REFUSED" | "OVERDUE";

/** Format of a receipt; NONE when there is none. */
export type ReceiptFormat = "UNKNOWN" | "APPREC_1_0" | "APPREC_1_1" | "EDI_2_0" | "WELFARE_JSON" | "NONE";

/** Who answered, and what. */
export interface DeliveryCase {
  /** To whom the message went. */
  readonly receiver: DeliveryReceiver;
  /** Who wrote the receipt; null where it names nobody. */
  readonly answeredBy: ReceiptParty | null;
  /** To whom it is written; null where it names nobody. */
  readonly answeredTo: ReceiptParty | null;
  /** The authenticated sender of the receipt, as the party file names it; null when there is none. */
  readonly sender: string | null;
  /** Id of the receipt. */
  readonly receiptId: string | null;
  /** Type of the receipt. */
  readonly messageType: Code | null;
  /** Version as written. */
  readonly migVersion: string | null;
  /** When the receipt was made, exactly as written. */
  readonly generatedAtText: string | null;
  /** The same as an instant; without zone it is Oslo time. */
  readonly generatedAt: Instant | null;
  /** Software. */
  readonly softwareName: string | null;
  /** Its version. */
  readonly softwareVersion: string | null;
  /** Status as sent. */
  readonly status: Code | null;
  /** Reasons in the order sent; V and S are put right where they are swapped. */
  readonly errors: ReadonlyArray<Code>;
  /** Type of the message answered. */
  readonly originalType: Code | null;
  /** Its date, exactly as written. */
  readonly originalIssuedText: string | null;
  /** Its id, as written. */
  readonly originalId: string | null;
  /** What was odd in the receipt. */
  readonly findings: ReadonlyArray<Finding>;
}

/** A receiver as the hub addressed it. */
export interface DeliveryReceiver {
  /** Name. */
  readonly name: string | null;
  /** Identifiers, the main one first. */
  readonly identifiers: ReadonlyArray<Identifier>;
}

/** A party of a receipt. */
export interface ReceiptParty {
  /** Role as sent. */
  readonly role: Code | null;
  /** Units in the order sent, the outermost first. */
  readonly units: ReadonlyArray<ReceiptUnit>;
  /** Medical speciality. */
  readonly speciality: Code | null;
  /** Address. */
  readonly address: Address | null;
  /** District. */
  readonly cityDistrict: Code | null;
  /** Telephone and mail addresses with their prefix. */
  readonly teleAddresses: ReadonlyArray<string>;
}

/** A unit or person of a receipt. */
export interface ReceiptUnit {
  /** Which element it is. */
  readonly level: ReceiptUnitLevel;
  /** Type as sent. */
  readonly type: Code | null;
  /** Name as one text. */
  readonly name: string | null;
  /** Identifiers, the main one first. */
  readonly identifiers: ReadonlyArray<Identifier>;
}

/** Which element it is. */
export type ReceiptUnitLevel = "UNKNOWN" | "INSTITUTION" | "DEPARTMENT" | "PERSON" | "PROFESSIONAL";
