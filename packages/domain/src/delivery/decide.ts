import type { DeliveryCase, DeliverySettled, ReceiptFormat } from "@samvirke/contracts";
import { E, absurd } from "@samvirke/kernel";
import type { Decider, Either, Instant } from "@samvirke/kernel";
import { addresseeOf } from "./match.ts";
import type {
  Addressee,
  DeliveryCommand,
  DeliveryDecision,
  DeliveryEvent,
  DeliveryState,
  Outgoing,
  PassTime,
  TakeReceipt,
} from "./model.ts";
import { evolve, initial, isTaken, outcomeFor } from "./state.ts";

const hour = 3_600_000;
/** The receiver does not exist. Source: list 8221. */
const noReceiver = "E21";

interface Settling {
  readonly outgoing: Outgoing;
  readonly index: number;
  readonly addressee: Addressee;
}

const silence: Omit<DeliveryCase, "receiver" | "sender" | "findings"> = {
  answeredBy: null,
  answeredTo: null,
  receiptId: null,
  messageType: null,
  migVersion: null,
  generatedAtText: null,
  generatedAt: null,
  softwareName: null,
  softwareVersion: null,
  status: null,
  errors: [],
  originalType: null,
  originalIssuedText: null,
  originalId: null,
};

type Common = Pick<DeliverySettled, "messageId" | "receiverRole" | "receiverIndex" | "sentAt">;

const common = ({ outgoing, index, addressee }: Settling): Common => ({
  messageId: outgoing.messageId,
  receiverRole: addressee.role,
  receiverIndex: index,
  sentAt: outgoing.sentAt,
});

const noFormat: ReceiptFormat = "NONE";

const overdue = (settling: Settling, at: Instant): DeliveryDecision => ({
  type: "DeliverySettled",
  value: {
    ...common(settling),
    archiveId: null,
    outcome: "OVERDUE",
    errorCodes: [],
    format: noFormat,
    settledAt: at,
    wasOverdue: false,
    routeClosed: false,
    warnings: 0,
    case: { ...silence, receiver: settling.addressee.receiver, sender: null, findings: [] },
  },
});

const answered = (settling: Settling, { received, receipt }: TakeReceipt, wasOverdue: boolean): DeliveryDecision => ({
  type: "DeliverySettled",
  value: {
    ...common(settling),
    archiveId: received.archiveId,
    outcome: receipt.status,
    errorCodes: receipt.errorCodes,
    format: receipt.format,
    settledAt: received.receivedAt,
    wasOverdue,
    routeClosed: receipt.status === "REFUSED" && receipt.errorCodes.includes(noReceiver),
    warnings: receipt.findings.length,
    case: {
      ...receipt.content,
      receiver: settling.addressee.receiver,
      sender: received.sender,
      findings: receipt.findings,
    },
  },
});

// A receipt is never answered, so nobody is told; the fact stands all the same.
const refused = ({ received, receipt }: TakeReceipt): DeliveryDecision => ({
  type: "MessageRefused",
  value: {
    archiveId: received.archiveId,
    class: "CONTENT",
    receivedAt: received.receivedAt,
    conflictsWith: null,
    case: {
      sender: received.sender,
      senderAliases: received.senderAliases,
      wireMsgId: received.wireMsgId,
      envelope: received.envelope,
      findings: receipt.findings,
      receipt: null,
    },
  },
});

const isReceipt = (outcome: DeliverySettled["outcome"] | null): boolean => outcome !== null && outcome !== "OVERDUE";

const taken = (command: TakeReceipt, state: DeliveryState): ReadonlyArray<DeliveryDecision> => {
  const { receipt, answers, received } = command;
  if (isTaken(state, received.archiveId)) return [];
  const outgoing = state.sent.find(({ messageId }) => messageId === answers);
  if (outgoing === undefined) return [];
  if (receipt.status === "UNKNOWN") return [refused(command)];
  const index = addresseeOf(outgoing.addressees, receipt.content.answeredBy);
  const addressee = outgoing.addressees[index];
  const before = outcomeFor(state, outgoing.messageId, index);
  if (addressee === undefined || isReceipt(before)) return [];
  return [answered({ outgoing, index, addressee }, command, before === "OVERDUE")];
};

const passed = ({ at, receiptHours }: PassTime, state: DeliveryState): ReadonlyArray<DeliveryDecision> =>
  state.sent
    .filter(({ sentAt }) => sentAt + receiptHours * hour <= at)
    .flatMap((outgoing) =>
      outgoing.addressees.flatMap((addressee, index) =>
        outcomeFor(state, outgoing.messageId, index) === null ? [overdue({ outgoing, index, addressee }, at)] : [],
      ),
    );

const decide = (command: DeliveryCommand, state: DeliveryState): Either<never, ReadonlyArray<DeliveryEvent>> => {
  switch (command.type) {
    case "TakeReceipt":
      return E.right(taken(command, state));
    case "PassTime":
      return E.right(passed(command, state));
    default:
      return absurd(command);
  }
};

/**
 * What becomes of the messages that are sent to or about a person.
 *
 * Shape:  one settlement per receiver by receipt; the time-out may stand before it. A second receipt of the same receiver
 *         and one for a message that nobody sent yield nothing.
 * Source: HIS 80415 (one final receipt per receiver, 96 hours); canonical model A6.
 */
export const delivery: Decider<DeliveryCommand, DeliveryEvent, DeliveryState, never> = { initial, decide, evolve };
