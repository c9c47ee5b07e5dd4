import type { Identifier, MessageDocument, WireEnvelope, WireFormat } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { MessageKind } from "./message-kind.ts";
import type { NamedId } from "./named-id.ts";
import type { PersonNumber, RecordDoor } from "./record-door.ts";

export interface SenderParty {
  readonly name: string | undefined;
  /** Of the outermost organisation, in the order sent. */
  readonly identifiers: ReadonlyArray<Identifier>;
}

/** How a document is wrapped, or which notation it is in where nothing wraps it. */
export type DocumentFormat = WireFormat | RecordDoor["format"];

/** What a door needs to know of a message before it takes it. */
export interface EnvelopeSummary {
  readonly format: DocumentFormat;
  readonly kind: MessageKind;
  readonly document: MessageDocument;
  /** The bytes that make the message the same: its MsgHead, Message or AppRec element, else the whole body. End exclusive. */
  readonly message: { readonly start: number; readonly end: number };
  readonly person: PersonNumber | undefined;
  /** All numbers of one human, where the document is about which those are. */
  readonly numbers?: ReadonlyArray<PersonNumber>;
  readonly messageType: string | undefined;
  readonly wireMsgId: string | undefined;
  readonly generatedAtText: string | undefined;
  readonly sender: SenderParty | undefined;
  /** By the receiving station, which is believed only where the sender is one. */
  readonly receivedAt: Instant | undefined;
  readonly ebService: string | undefined;
  readonly ediLogId: string | undefined;
  /** Message head and receiving station as written; undefined where there is neither. */
  readonly envelope: WireEnvelope | undefined;
  /** Ids under which other messages can name this one. */
  readonly bears: ReadonlyArray<NamedId>;
  /** Ids of other messages that this one speaks of; where it is about nobody by number, whoever those are about is its person. */
  readonly names: ReadonlyArray<NamedId>;
}

/** Of bytes that nobody can read. */
export const unreadable = (length: number): EnvelopeSummary => ({
  format: "UNKNOWN",
  kind: "unknown",
  document: "UNKNOWN",
  message: { start: 0, end: length },
  person: undefined,
  messageType: undefined,
  wireMsgId: undefined,
  generatedAtText: undefined,
  sender: undefined,
  receivedAt: undefined,
  ebService: undefined,
  ediLogId: undefined,
  envelope: undefined,
  bears: [],
  names: [],
});
