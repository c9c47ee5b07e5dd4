import type { Finding, MessageReceived, MessageUnreadable, Warning } from "@samvirke/contracts";
import type { DecisionBasis, FollowUpPolicy, Received, SickLeaveCommand } from "@samvirke/domain";
import type { Asked, Replies } from "../../core/model.ts";
import type { Pepper } from "../pepper.ts";
import type { Subject } from "../subject.ts";

/** A received message with the bytes that it came in. */
export interface Arrived {
  readonly message: MessageReceived;
  /** The person whose stream it stands on. */
  readonly person: string;
  readonly bytes: Uint8Array;
}

export interface ReadDeps {
  readonly pepper: Pepper;
  readonly basis: DecisionBasis;
  readonly followUpPolicy: FollowUpPolicy;
}

/** A message as read: whom the registers are asked about, and what it then asks for. */
export type Inbound =
  | { readonly subject: Subject; readonly ask: (replies: Replies) => Asked }
  | { readonly subject: undefined; readonly ask: () => Asked };

/** Reads one kind of message. Whatever the bytes are, something is asked for. */
export type Reader = (arrived: Arrived, deps: ReadDeps) => Inbound;

/** What the hub knows of a message, whatever is in it; a reader that reads the envelope better gives its own. */
export const receivedOf = ({ message }: Arrived, envelope: Received["envelope"] = message.case.envelope): Received => ({
  archiveId: message.archiveId,
  receivedAt: message.stationReceivedAt ?? message.receivedAt,
  conflictsWith: message.conflictsWith,
  sender: message.case.sender,
  senderAliases: message.case.senderAliases,
  wireMsgId: message.case.wireMsgId,
  envelope,
});

/** Warnings as findings. */
export const findingsOf = (warnings: ReadonlyArray<Warning>): ReadonlyArray<Finding> =>
  warnings.map(({ code, path }) => ({ path, rule: code }));

/** Names that a document has beside the hub's, each within its sender. */
export const documentAliases = (
  pepper: Pepper,
  { sender, wireMsgId }: Received,
  documentId: string | null,
): ReadonlyArray<string> => [
  ...(wireMsgId === null ? [] : [pepper("wire", sender, wireMsgId)]),
  ...(documentId === null ? [] : [pepper("document", sender, documentId)]),
];

/** A message that asks for something without any register. */
export const settled = (asked: Asked): Inbound => ({ subject: undefined, ask: () => asked });

const onMessage = (command: SickLeaveCommand): Inbound => settled({ aggregate: "sickLeave", command });

/** A message that is understood and not taken, with what was found where. */
export const refusedFor = (
  received: Received,
  findings: ReadonlyArray<Finding>,
  reason: "UNSUPPORTED" | "SENDER" = "UNSUPPORTED",
): Inbound => onMessage({ type: "RefuseMessage", received, class: reason, findings });

/** A message of a kind that is not taken, or without what its kind promises. */
export const refused = (received: Received, rule: string): Inbound => refusedFor(received, [{ path: "", rule }]);

export const unreadable = (
  received: Received,
  reason: MessageUnreadable["class"],
  findings: ReadonlyArray<Finding>,
): Inbound => onMessage({ type: "RecordUnreadable", received, class: reason, findings });
