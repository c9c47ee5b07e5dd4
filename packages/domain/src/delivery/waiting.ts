import type { DeliverySettled } from "@samvirke/contracts";
import { isUuid, uuid5 } from "@samvirke/kernel";
import { addresseeOf, isNamed, isRouteClosed } from "./match.ts";
import type { DeliveryDecision, DeliveryState, Outgoing, TakeReceipt } from "./model.ts";
import { evolve, isReceipt, settlementFor } from "./state.ts";

// Names are no ids of the hub's, and what an event calls a message must be one.
const standIn = (answers: string): string => (isUuid(answers) ? answers : uuid5("receipt-for", answers));

/** The fact that a receipt came for a message that is not known yet. */
export const ahead = ({ received, receipt }: TakeReceipt, answers: string): DeliveryDecision => ({
  type: "DeliverySettled",
  value: {
    messageId: standIn(answers),
    archiveId: received.archiveId,
    receiverRole: "UNKNOWN",
    receiverIndex: 0,
    ahead: true,
    outcome: receipt.status,
    errorCodes: receipt.errorCodes,
    format: receipt.format,
    sentAt: received.receivedAt,
    settledAt: received.receivedAt,
    wasOverdue: false,
    routeClosed: false,
    warnings: receipt.findings.length,
    case: {
      ...receipt.content,
      receiver: { name: null, identifiers: [] },
      sender: received.sender,
      findings: receipt.findings,
    },
  },
});

const isFor =
  (outgoing: Outgoing) =>
  ({ messageId, case: { originalId } }: DeliverySettled): boolean =>
    [messageId, (originalId ?? "").trim().toLowerCase()].some((id) => isNamed(outgoing, id)) ||
    outgoing.names.some((name) => standIn(name) === messageId);

const settledBy = (
  early: DeliverySettled,
  outgoing: Outgoing,
  state: DeliveryState,
): ReadonlyArray<DeliveryDecision> => {
  const index = addresseeOf(outgoing.addressees, early.case.answeredBy);
  const addressee = outgoing.addressees[index];
  const before = settlementFor(state, outgoing.messageId, index);
  if (addressee === undefined || isReceipt(before) || early.outcome === "OVERDUE") return [];
  const value: DeliverySettled = {
    ...early,
    messageId: outgoing.messageId,
    receiverRole: addressee.role,
    receiverIndex: index,
    ahead: false,
    sentAt: outgoing.sentAt,
    routeClosed: isRouteClosed(early.outcome, early.errorCodes),
    case: { ...early.case, receiver: addressee.receiver },
  };
  return [{ type: "DeliverySettled", value }];
};

/**
 * Receipts that waited for a message, told again under its id, in the order in which they came.
 *
 * Source: canonical model C4.1.
 */
export const met = (outgoing: Outgoing, state: DeliveryState): ReadonlyArray<DeliveryDecision> =>
  state.waiting
    .filter(isFor(outgoing))
    .reduce<ReadonlyArray<DeliveryDecision>>(
      (told, early) => [...told, ...settledBy(early, outgoing, told.reduce(evolve, state))],
      [],
    );
