// Generated from schemas/ by `npm run generate`; never edited.
import type { Day, Instant } from "@samvirke/kernel";
import type { Refusal, WireEnvelope } from "./shared.gen.ts";

/** A calendar day ended in Oslo. */
export interface DayPassed {
  /** The day that ended. */
  readonly day: Day;
  /** The partition that this record tells, 0 to 11. */
  readonly partition: number;
}

/** A received message was taken and has no event of its own: nothing waits for more to become of it. */
export interface MessagePassedOn {
  /** The received message. */
  readonly archiveId: string;
  /** Why it has no event of its own. */
  readonly reason: PassedOnReason;
  /** Receipt time, UTC. */
  readonly receivedAt: Instant;
  /** Of a message that the hub passes on; null where nothing goes on. */
  readonly case: MessagePassedOnCase | null;
}

/** Why it has no event: it stays within health, or what it says is known or is an input to something else. */
export type PassedOnReason = "UNKNOWN" | "WITHIN_HEALTH" | "NOTHING_NEW";

/** What a message within health says of its way, so that its receipt finds it and its sender. */
export interface MessagePassedOnCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The message head; null where it could not be read. */
  readonly envelope: WireEnvelope | null;
}

/** A message was taken from a sender, and its bytes are durable in the archive. */
export interface MessageReceived {
  /** The hub's id of the received bytes; the message id of the API. */
  readonly archiveId: string;
  /** What kind of document it is, by its envelope alone. */
  readonly kind: MessageKind;
  /** Which document it is, by its envelope alone; who decides about it picks the reader by this. */
  readonly document: MessageDocument;
  /** In which format it came. */
  readonly format: MessageFormat;
  /** Who answers the sender. */
  readonly routeClass: RouteClass;
  /** The gateway that took it. */
  readonly door: Door;
  /** Size of the received bytes. */
  readonly byteSize: number;
  /** When the hub took it, by the hub's clock. */
  readonly receivedAt: Instant;
  /** Whether the sender is a receiving station whose receipt time counts. */
  readonly receiptTrusted: boolean;
  /** Receipt time by the receiving station, only where it is trusted; else null. */
  readonly stationReceivedAt: Instant | null;
  /** Whether the person was found by an identity number; false when the key is a pseudo-person. */
  readonly personNumberRead: boolean;
  /** The earlier message with the same sender and message id but other bytes. */
  readonly conflictsWith: string | null;
  /** What it names, where it is about nobody by number: the archive id of a received message, or the id of a document that the hub wrote. */
  readonly about: string | null;
  /** Archive ids of messages that named this one before it came, in the order in which they came. */
  readonly precededBy: ReadonlyArray<string>;
  /** Who sent it to whom. */
  readonly case: MessageReceivedCase;
}

/** What kind of document it is. */
export type MessageKind =
  | "UNKNOWN"
  | "SICK_LEAVE"
  | "DIALOGUE"
  | "REFERRAL"
  | "MEDICAL_STATEMENT"
  | "FOLLOW_UP_PLAN"
  | "RECEIPT"
  | "STATUS"
  | "VALIDATION"
  | "TOMBSTONE"
  | "MEETING"
  | "DECISION"
  | "SPELL"
  | "LINE_MANAGER"
  | "PERSON";

/** Which document it is: each has one reader. */
export type MessageDocument =
  | "UNKNOWN"
  | "CERTIFICATE"
  | "CERTIFICATE_SUBMISSION"
  | "SYKMELDING_RECORD"
  | "RECEIVED_SYKMELDING"
  | "SYKMELDING_STATUS"
  | "VALIDATION_RESULT"
  | "TOMBSTONE"
  | "DIALOGUE"
  | "DIALOGUE_RECORD"
  | "DIALOGUE_ORDER"
  | "REFERRAL"
  | "REFERRAL_JSON"
  | "FHIR_BUNDLE"
  | "FHIR_SERVICE_REQUEST"
  | "FHIR_TASK"
  | "FHIR_CONSENT"
  | "FHIR_DOCUMENT_REFERENCE"
  | "FHIR_QUESTIONNAIRE_RESPONSE"
  | "MEDICAL_STATEMENT"
  | "PLAN_FORM"
  | "PLAN_REQUEST"
  | "PLAN_NOTICE"
  | "MEETING_STATUS"
  | "MEETING_ANSWER"
  | "ACTIVITY_ASSESSMENT"
  | "ACTIVITY_NOTICE"
  | "MEETING_CANDIDATE"
  | "JOB_SEEKING_DECISION"
  | "FOLLOW_UP_SPELLS"
  | "SPELL_BIT"
  | "LINE_MANAGER"
  | "PERSON_NUMBERS"
  | "PERSON_EVENT"
  | "APP_REC"
  | "EDI_RECEIPT"
  | "WELFARE_RECEIPT"
  | "DISCHARGE_SUMMARY"
  | "PAPER_CERTIFICATE";

/** The format by content type and outermost element. */
export type MessageFormat = "UNKNOWN" | "EI_FELLESFORMAT" | "MSGHEAD" | "XML" | "FHIR" | "JSON" | "AVRO";

/** Who answers the sender: the hub as edge, the receiver behind a relay, HTTP status alone, or nobody. */
export type RouteClass = "UNKNOWN" | "EDGE" | "RELAY" | "HTTP" | "NONE";

/** The gateway's sector. */
export type Door = "UNKNOWN" | "HEALTH" | "WELFARE" | "EMPLOYER";

/** Who sent it to whom, as far as the envelope says. */
export interface MessageReceivedCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first; whoever holds one of them sees this on the health side. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Organisation numbers of the authenticated sender, as the party file has them: an employer's plan is about these. */
  readonly senderOrganisations: ReadonlyArray<string>;
  /** Content type of the transport. */
  readonly contentType: string;
  /** The sender's own message id, as written; null where there is none. */
  readonly wireMsgId: string | null;
  /** The topic of a record that was handed in; null where it was no record or the topic was not told. */
  readonly recordTopic: string | null;
  /** The key of a record that was handed in; null where none was told. */
  readonly recordKey: string | null;
  /** Message head and receiving station; null where they could not be read. */
  readonly envelope: WireEnvelope | null;
}

/** A received message was readable but is not for the hub to take. */
export interface MessageRefused {
  /** The received message. */
  readonly archiveId: string;
  /** Why it was refused. */
  readonly class: RefusalClass;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** The earlier message with the same sender and message id, for class CONFLICT. */
  readonly conflictsWith: string | null;
  /** What was found, and the answer to the sender. */
  readonly case: Refusal | null;
}

/** Why it was refused. */
export type RefusalClass =
  | "UNKNOWN"
  | "UNSUPPORTED"
  | "CONFLICT"
  | "WRONG_RECEIVER"
  | "SENDER"
  | "ATTACHMENT"
  | "CONTENT"
  | "DUPLICATE";

/** A received message could not be read. */
export interface MessageUnreadable {
  /** The received message. */
  readonly archiveId: string;
  /** What kept it from being read. */
  readonly class: UnreadableClass;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** What was found, and the answer to the sender. */
  readonly case: Refusal | null;
}

/** What kept it from being read. */
export type UnreadableClass = "UNKNOWN" | "EMPTY" | "ENCODING" | "SYNTAX" | "HOSTILE" | "STRUCTURE";

/** Two persons of the index are one human. */
export interface PersonMerged {
  /** The received message that says so. */
  readonly archiveId: string;
  /** When that was received, UTC. */
  readonly receivedAt: Instant;
  /** The person that later messages go to. */
  readonly survivingPersonId: string;
  /** The person that turned out to be the same human. */
  readonly mergedPersonId: string;
}

/** Someone on call asked a stage to take up what it has parked for a person. */
export interface PersonRedriven {
  /** Name of the stage. */
  readonly stage: string;
  /** The person whose parked records are to be handled. */
  readonly personId: string;
  /** Who asked, and why; null once the person has been erased. */
  readonly case: PersonRedrivenCase | null;
}

/** Who asked, and why. */
export interface PersonRedrivenCase {
  /** Who asked, as operations knows them. */
  readonly requestedBy: string;
  /** Why, in that person's words. */
  readonly reason: string;
}
