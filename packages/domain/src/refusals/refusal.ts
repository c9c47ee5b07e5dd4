import type { ReceiptError } from "@samvirke/contracts";

/** Which messages a refusal is about. */
export type RefusedKind =
  | "any-message"
  | "sick-leave"
  | "dialogue"
  | "medical-statement"
  | "referral"
  | "follow-up-plan";

/** One reason for which a message goes no further, or goes to a case worker. */
export interface RefusalEntry {
  readonly kind: RefusedKind;
  /** `reading` and `reception` are classes; the others stand as rules in the findings of a message. */
  readonly step: "reading" | "reception" | "pre-check" | "rule";
  readonly name: string;
  readonly outcome: "INVALID" | "MANUAL";
  /** Of MessageRefused or MessageUnreadable; null where the certificate's own events tell it. */
  readonly class: string | null;
  /** Element of the wire format; empty where the message as a whole is meant. */
  readonly path: string;
  /** What the receipt says; null where the sender gets none, or an accepting one. */
  readonly error: ReceiptError | null;
  readonly remedy: string;
  readonly legalSource?: string;
}
