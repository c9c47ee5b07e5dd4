import type { DeliveryCase, DeliverySettled, ReceiptFormat } from "@samvirke/contracts";
import { E, absurd } from "@samvirke/kernel";
import type { Decider, Either, Instant } from "@samvirke/kernel";
import { addresseeOf, isNamed, isRouteClosed } from "./match.ts";
import type {
  Addressee,
  DeliveryCommand,
  DeliveryDecision,
  DeliveryEvent,
  DeliveryState,
  FindNobody,
  Outgoing,
  PassTime,
  TakeReceipt,
} from "./model.ts";
import { evolve, initial, isReceipt, isTaken, outcomeFor, settlementFor } from "./state.ts";
import { ahead, met } from "./waiting.ts";

const hour = 3_600_000;
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

type Own = { readonly outcome: "OVERDUE" | "REFUSED"; readonly errors: DeliveryCase["errors"]; readonly at: Instant };

/** What the hub finds of itself, without anybody's receipt. */
const found = (settling: Settling, { outcome, errors, at }: Own): DeliveryDecision => ({
  type: "DeliverySettled",
  value: {
    ...common(settling),
    archiveId: null,
    outcome,
    errorCodes: errors.flatMap(({ code }) => code ?? []),
    format: noFormat,
    settledAt: at,
    wasOverdue: false,
    routeClosed: false,
    ahead: false,
    warnings: 0,
    case: { ...silence, errors, receiver: settling.addressee.receiver, sender: null, findings: [] },
  },
});

const overdue = (settling: Settling, at: Instant): DeliveryDecision =>
  found(settling, { outcome: "OVERDUE", errors: [], at });

const noReceiver: DeliveryCase["errors"] = [
  { system: "2.16.578.1.12.4.1.1.8221", code: "E21", text: "Mottaker finnes ikke", originalText: null },
];

const nobody = ({ outgoing, at }: FindNobody, state: DeliveryState): ReadonlyArray<DeliveryDecision> =>
  outgoing.addressees.flatMap((addressee, index) =>
    outcomeFor(state, outgoing.messageId, index) !== null
      ? []
      : [found({ outgoing, index, addressee }, { outcome: "REFUSED", errors: noReceiver, at })],
  );

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
    routeClosed: isRouteClosed(receipt.status, receipt.errorCodes),
    ahead: false,
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

/** A message that the hub received and its receiver answers: nothing waited for that receipt. */
const receivedOne = ({ answers, isOfReceived, received }: TakeReceipt): Outgoing | undefined =>
  answers === null || isOfReceived !== true
    ? undefined
    : {
        messageId: answers,
        names: [],
        sentAt: received.receivedAt,
        awaited: false,
        addressees: [{ role: "MAIN", receiver: { name: null, identifiers: [] } }],
      };

const settledBy = (command: TakeReceipt, outgoing: Outgoing, state: DeliveryState): ReadonlyArray<DeliveryDecision> => {
  const index = addresseeOf(outgoing.addressees, command.receipt.content.answeredBy);
  const addressee = outgoing.addressees[index];
  const before = settlementFor(state, outgoing.messageId, index);
  if (addressee === undefined || isReceipt(before)) return [];
  return [answered({ outgoing, index, addressee }, command, before?.outcome === "OVERDUE")];
};

const taken = (command: TakeReceipt, state: DeliveryState): ReadonlyArray<DeliveryDecision> => {
  const { receipt, answers, received } = command;
  if (isTaken(state, received.archiveId)) return [];
  if (receipt.status === "UNKNOWN") return [refused(command)];
  const outgoing = state.sent.find((one) => isNamed(one, answers)) ?? receivedOne(command);
  if (outgoing !== undefined) return settledBy(command, outgoing, state);
  return answers === null ? [] : [ahead(command, answers)];
};

const passed = ({ at, receiptHours }: PassTime, state: DeliveryState): ReadonlyArray<DeliveryDecision> =>
  state.sent
    .filter(({ sentAt, awaited }) => awaited && sentAt + receiptHours * hour <= at)
    .flatMap((outgoing) =>
      outgoing.addressees.flatMap((addressee, index) =>
        outcomeFor(state, outgoing.messageId, index) === null ? [overdue({ outgoing, index, addressee }, at)] : [],
      ),
    );

/** What a command leads to; what was sent is folded and never decided. */
export const deliveryDecisions = (command: DeliveryCommand, state: DeliveryState): ReadonlyArray<DeliveryDecision> => {
  switch (command.type) {
    case "TakeReceipt":
      return taken(command, state);
    case "PassTime":
      return passed(command, state);
    case "MeetReceipts":
      return met(command.outgoing, state);
    case "FindNobody":
      return nobody(command, state);
    default:
      return absurd(command);
  }
};

const decide = (command: DeliveryCommand, state: DeliveryState): Either<never, ReadonlyArray<DeliveryEvent>> =>
  E.right(deliveryDecisions(command, state));

/**
 * What becomes of the messages that are sent to or about a person.
 *
 * Shape:  one settlement per receiver by receipt; the time-out may stand before it. A second receipt of the same receiver
 *         yields nothing. One for a message that is not known yet waits for it, and is told again when it comes.
 * Source: HIS 80415 (one final receipt per receiver, 96 hours); canonical model A6 and C4.1.
 */
export const delivery: Decider<DeliveryCommand, DeliveryEvent, DeliveryState, never> = { initial, decide, evolve };
