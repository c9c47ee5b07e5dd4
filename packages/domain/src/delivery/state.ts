import type { DeliverySettled } from "@samvirke/contracts";
import { absurd } from "@samvirke/kernel";
import { routeKey } from "./match.ts";
import type { DeliveryEvent, DeliveryState, KnownReceipt } from "./model.ts";

export const initial: DeliveryState = { sent: [], settled: [], waiting: [], refused: [], closedRoutes: [] };

const settlementOf = ({ messageId, receiverIndex, outcome, archiveId }: DeliverySettled): KnownReceipt => ({
  messageId,
  receiverIndex,
  outcome,
  archiveId,
});

const isSame = (one: KnownReceipt, other: KnownReceipt): boolean =>
  one.messageId === other.messageId && one.receiverIndex === other.receiverIndex && one.outcome === other.outcome;

const isKnown = ({ settled }: DeliveryState, one: KnownReceipt): boolean =>
  settled.some((known) => isSame(known, one) && (known.archiveId === null) === (one.archiveId === null));

const closing = (state: DeliveryState, { routeClosed, case: shared }: DeliverySettled): ReadonlyArray<string> => {
  const key = routeKey(shared.receiver);
  return !routeClosed || state.closedRoutes.includes(key) ? state.closedRoutes : [...state.closedRoutes, key];
};

const isOf = ({ archiveId }: DeliverySettled, other: string | null): boolean =>
  archiveId !== null && archiveId === other;

const settle = (state: DeliveryState, value: DeliverySettled): DeliveryState => {
  const one = settlementOf(value);
  const waiting = state.waiting.filter((early) => !isOf(early, value.archiveId));
  if (isKnown(state, one)) return waiting.length === state.waiting.length ? state : { ...state, waiting };
  return { ...state, waiting, settled: [...state.settled, one], closedRoutes: closing(state, value) };
};

const wait = (state: DeliveryState, value: DeliverySettled): DeliveryState =>
  value.archiveId === null || isTaken(state, value.archiveId)
    ? state
    : { ...state, waiting: [...state.waiting, value] };

/** State after one more event; total, the same event again changes nothing, and the order does not matter. */
export const evolve = (state: DeliveryState, event: DeliveryEvent): DeliveryState => {
  switch (event.type) {
    case "MessageSentOut": {
      const known = state.sent.some(({ messageId }) => messageId === event.value.messageId);
      return known ? state : { ...state, sent: [...state.sent, event.value] };
    }
    case "DeliverySettled":
      return event.value.ahead ? wait(state, event.value) : settle(state, event.value);
    case "MessageRefused": {
      const { archiveId } = event.value;
      return state.refused.includes(archiveId) ? state : { ...state, refused: [...state.refused, archiveId] };
    }
    default:
      return absurd(event);
  }
};

/** What is known of one addressee's receipt: null while nothing is. */
export const settlementFor = (
  { settled }: DeliveryState,
  messageId: string,
  receiverIndex: number,
): KnownReceipt | null => {
  const own = settled.filter((one) => one.messageId === messageId && one.receiverIndex === receiverIndex);
  // A receipt that came late counts before what the hub itself found, of which the time-out comes last.
  return own.find(isReceipt) ?? own.find(({ outcome }) => outcome !== "OVERDUE") ?? own[0] ?? null;
};

/** What became of a message at one addressee: null while nothing is known. */
export const outcomeFor = (
  state: DeliveryState,
  messageId: string,
  receiverIndex: number,
): KnownReceipt["outcome"] | null => settlementFor(state, messageId, receiverIndex)?.outcome ?? null;

/** Whether a message has its outcome already. */
export const isTaken = ({ settled, waiting, refused }: DeliveryState, archiveId: string): boolean =>
  refused.includes(archiveId) || [...settled, ...waiting].some((one) => one.archiveId === archiveId);

/** Whether a receiver has answered; what the hub itself found is no answer. */
export const isReceipt = (known: KnownReceipt | null): boolean => known !== null && known.archiveId !== null;
