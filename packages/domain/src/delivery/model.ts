import type {
  DeliveryCase,
  DeliveryReceiver,
  DeliverySettled,
  Finding,
  MessageRefused,
  ReceiptFormat,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Received } from "../sick-leave/index.ts";

/** A receiver of a message that the hub sent or passed on. */
export interface Addressee {
  readonly role: "MAIN" | "COPY";
  readonly receiver: DeliveryReceiver;
}

/** A message that the hub sent or passed on and that wants receipts. */
export interface Outgoing {
  readonly messageId: string;
  /** Other ids that it bears on the wire, in lower case; a receipt names one of them. */
  readonly names: ReadonlyArray<string>;
  readonly sentAt: Instant;
  /** Whether a missing receipt counts; whoever asks for none, or for one on error alone, gets nothing when all is well. */
  readonly awaited: boolean;
  /** In the order of the message; their places are what events name. */
  readonly addressees: ReadonlyArray<Addressee>;
}

/** A receipt as a reader read it, whatever the format. */
export interface ReceiptContent {
  readonly format: ReceiptFormat;
  readonly status: "OK" | "PARTIAL" | "REFUSED" | "UNKNOWN";
  readonly errorCodes: ReadonlyArray<string>;
  readonly content: Omit<DeliveryCase, "receiver" | "sender" | "findings">;
  readonly findings: ReadonlyArray<Finding>;
}

/** A receipt came. */
export interface TakeReceipt {
  readonly type: "TakeReceipt";
  readonly received: Received;
  /** The message that it answers: the id that it names, in lower case, or the hub's where the address that it came to tells it; null where nothing does. */
  readonly answers: string | null;
  readonly receipt: ReceiptContent;
  /** Whether `answers` is a message that the hub received, which its receiver has answered itself. */
  readonly isOfReceived?: boolean;
}

/** Time has passed. */
export interface PassTime {
  readonly type: "PassTime";
  readonly at: Instant;
  /** Hours after which a receipt that has not come counts as negative. Source: HIS 80415; policy. */
  readonly receiptHours: number;
}

/** A message has gone out: receipts that came before it may be waiting. */
export interface MeetReceipts {
  readonly type: "MeetReceipts";
  readonly outgoing: Outgoing;
}

/** A message cannot go out: nobody is known under the name by which its receiver is given. */
export interface FindNobody {
  readonly type: "FindNobody";
  readonly outgoing: Outgoing;
  readonly at: Instant;
}

export type DeliveryCommand = TakeReceipt | PassTime | MeetReceipts | FindNobody;

/** What is decided here. */
export type DeliveryDecision =
  | { readonly type: "DeliverySettled"; readonly value: DeliverySettled }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

/** What is folded: the own decisions, and what was sent, which other aggregates' events tell. */
export type DeliveryEvent = DeliveryDecision | { readonly type: "MessageSentOut"; readonly value: Outgoing };

/** One settlement that is known. */
export interface KnownReceipt {
  readonly messageId: string;
  readonly receiverIndex: number;
  readonly outcome: DeliverySettled["outcome"];
  /** The receipt; null for one that did not come in time, and where the hub itself found nobody to send to. */
  readonly archiveId: string | null;
}

/** A person's outgoing messages and what became of them; neither list depends on the other's order. */
export interface DeliveryState {
  readonly sent: ReadonlyArray<Outgoing>;
  readonly settled: ReadonlyArray<KnownReceipt>;
  /** Receipts of messages that are not known yet, in the order of arrival. */
  readonly waiting: ReadonlyArray<DeliverySettled>;
  /** Received messages that were refused here. */
  readonly refused: ReadonlyArray<string>;
  /** Keys of receivers that said they are not there. */
  readonly closedRoutes: ReadonlyArray<string>;
}
