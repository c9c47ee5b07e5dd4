import type { Person } from "./persons.ts";

/** What the drill's messages are about to cause. */
export type Kind =
  | "full"
  | "graded"
  | "refused"
  | "manual"
  | "specialist"
  | "late-copy"
  | "duplicate"
  | "conflict"
  | "malformed"
  | "repeat";

/** The certificate in a message, as far as the drill chooses it. */
export interface Content {
  /** A text that occurs in no other certificate. */
  readonly marker: string;
  readonly diagnosis: string;
  readonly system: "ICPC-2" | "ICD-10";
  readonly from: string;
  readonly to: string;
  /** Percent; absent for full sick leave. */
  readonly grade?: number;
  /** Why it comes late. */
  readonly reason?: string;
  readonly signer: string;
}

/** What must have become of a message when everything is through. */
export interface Expected {
  /** Name of the decision's event; absent where nothing new is decided. */
  readonly decision?: "SickLeaveCertified" | "SickLeaveRejected" | "MessageUnreadable" | "MessageRefused";
  readonly outcome: string;
  readonly route: string | null;
  readonly rule?: string;
  /** AppRec status; absent where no receipt is written. */
  readonly receipt?: "1" | "2";
  /** Whether welfare gets the certificate and has a row for it. */
  readonly toWelfare: boolean;
  /** Outcome in the sectors' rows; absent where there are none. */
  readonly row?: "OK" | "PENDING" | "REJECTED";
  /** The message that this one repeats, by its place in the plan. */
  readonly sameAs?: number;
  /** The message whose content this one has again. */
  readonly duplicateOf?: number;
}

/** One message of the load. */
export interface Message {
  /** Place in the plan. */
  readonly n: number;
  readonly person: Person;
  /** Place among the person's messages. */
  readonly k: number;
  readonly kind: Kind;
  readonly wireMsgId: string;
  readonly content: Content;
  readonly expected: Expected;
}
