import type { Person } from "./persons.ts";

/** Certificates, which are seven of ten messages. */
export type CertificateKind =
  | "full"
  | "graded"
  | "refused"
  | "manual"
  | "specialist"
  | "late-copy"
  | "duplicate"
  | "conflict"
  | "malformed";

/** Letters between clinicians and welfare, and between two houses of health: two of ten. */
export type DialogueKind = "note" | "bare-answer" | "question" | "answer" | "clinical";

/** All else: one of ten. */
export type OtherKind =
  | "referral"
  | "change"
  | "cancellation"
  | "cancelled-ahead"
  | "overtaken"
  | "statement"
  | "delivery"
  | "sent"
  | "confirmed"
  | "need"
  | "requirement"
  | "meeting"
  | "plan"
  | "notice";

/** What the drill's messages are about to cause. */
export type Kind = CertificateKind | DialogueKind | OtherKind | "repeat";

/** The certificate in a message, as far as the drill chooses it. */
export interface Content {
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

/** A document that leaves the hub because of a message. */
export interface WantedDocument {
  readonly to: "receipt" | "welfare" | "health" | "employer";
  readonly kind: string;
  readonly shape: string;
  readonly has: ReadonlyArray<string>;
  /** What it must not say. */
  readonly lacks?: ReadonlyArray<string>;
}

/** What must have become of a message when everything is through. */
export interface Expected {
  readonly outcome: string;
  readonly route: string | null;
  /** Names of the events decided from it, in their order; none where nothing new is decided. */
  readonly events: ReadonlyArray<string>;
  readonly documents: ReadonlyArray<WantedDocument>;
  readonly rule?: string;
  /** An event of the message before that is told once more because of this one; it stands among `events`. */
  readonly again?: string;
  /** Outcome in the sectors' rows of certificates; absent where there are none. */
  readonly row?: "OK" | "PENDING" | "REJECTED";
  /** Texts that must stand in the first event, opened. */
  readonly texts: ReadonlyArray<string>;
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
  /** A text that occurs in no other message, where its kind has room for one. */
  readonly marker: string;
  readonly certificate: Content | undefined;
  /** An id of the thing that it is about: the referral, the meeting, the decision. */
  readonly subject: string;
  /** The earlier message of the same person that it builds on. */
  readonly about: Message | undefined;
  readonly expected: Expected;
}
