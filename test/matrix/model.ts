/** A side of the border, as the doors are called. */
export type Side = "health" | "welfare" | "employer";

/** A message of our own, as it goes to a door. */
export interface Message {
  readonly from: Side;
  /** Who sends, where it is not the side's usual sender. */
  readonly party?: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** When a receiving station took it, where the message itself does not say so. */
  readonly receivedAt?: string;
  /** The Kafka topic that a record comes from. */
  readonly topic?: string;
  /** The sender's own id of it, so that later messages can name it. */
  readonly wireId?: string;
}

/** What the hub made of a message that was sent. */
export interface Sent {
  readonly message: Message;
  readonly status: number;
  readonly messageId: string;
  /** Ids of the streams that its events stand in: certificate, referral, conversation, meeting, spell. */
  readonly streams: ReadonlyArray<string>;
  /** Wire ids of the documents that the hub wrote because of it. */
  readonly written: ReadonlyArray<string>;
}

/** What a message can build on: its synthetic person, and what was sent before it in the same case. */
export interface World {
  /** Number of the case; every id and person derives from it. */
  readonly n: number;
  readonly sent: ReadonlyArray<Sent>;
}

/** Sends one message, or lets a day pass. */
export type Step = ((world: World) => Message) | "a day passes";

/** A document that left the hub. */
export interface Output {
  readonly to: Side | "receipt";
  readonly kind: string;
  readonly contentType: string;
  /** Texts and patterns that stand in it. */
  readonly has?: ReadonlyArray<RegExp>;
  /** What must not stand in it. */
  readonly lacks?: ReadonlyArray<RegExp>;
}

/** What follows from a row's own messages. Every cell is filled by hand; "nothing" is an empty list and stands there on purpose. */
export interface Expected {
  /** Outcomes of the own messages, in their order. */
  readonly outcomes: ReadonlyArray<string>;
  /** Types of the events that the own messages caused, each as often as it is caused. */
  readonly events: ReadonlyArray<string>;
  /** Rows about the person that our practice has grounds to see, at the end. */
  readonly health: ReadonlyArray<string>;
  readonly welfare: ReadonlyArray<string>;
  readonly employer: ReadonlyArray<string>;
  /** What must not stand in anything that a side is shown; what is medical is looked for at the employer's in every case. */
  readonly hides?: Readonly<Partial<Record<Side, ReadonlyArray<RegExp>>>>;
  /** Documents that the own messages caused, receipts apart. */
  readonly out: ReadonlyArray<Output>;
  /** The last receipt, `1.0: 1` or `1.1: 2 E21`; `no AppRec` where the door's answer and the status are all. */
  readonly receipt: string;
}

/** One example of a row, about a person of its own. */
export interface MatrixCase {
  readonly row: string;
  readonly what: string;
  /** What has to be there before. */
  readonly before?: ReadonlyArray<Step>;
  readonly own: ReadonlyArray<Step>;
  readonly expected: Expected;
}

/** A document as it was found. */
export interface Written {
  readonly to: Output["to"];
  readonly kind: string;
  readonly contentType: string;
  /** Undefined where no party of ours can fetch it. */
  readonly body: string | undefined;
}

/** What was seen of a case. */
export interface Seen extends Omit<Expected, "out" | "hides"> {
  readonly out: ReadonlyArray<Written>;
  /** All that each side was answered. */
  readonly texts: Readonly<Record<Side, string>>;
  /** Stage and reason of whatever is parked of the person. */
  readonly parked: ReadonlyArray<string>;
}

/** The outcome of one case. */
export interface CaseResult {
  readonly row: string;
  readonly what: string;
  readonly findings: ReadonlyArray<string>;
  readonly seen: Seen | undefined;
  readonly gap: string | undefined;
}
