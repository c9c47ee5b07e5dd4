import { delivery, deliveryDecisions, waitedForInReferrals, waitedForInSickLeaves } from "@samvirke/domain";
import type { Event, PersonCommand, PersonEvent, PersonState, State } from "./model.ts";

export const initial: PersonState = { closedTo: null, takenOver: [] };

/** Whose stream it is and who is on it; the first word on its end counts. */
export const evolve = (state: PersonState, { value }: PersonEvent): PersonState => {
  const { mergedPersonId, survivingPersonId, closes } = value;
  if (mergedPersonId === null) return state;
  if (closes) return { ...state, closedTo: state.closedTo ?? survivingPersonId };
  return state.takenOver.includes(mergedPersonId)
    ? state
    : { ...state, takenOver: [...state.takenOver, mergedPersonId] };
};

type Link = Pick<PersonEvent["value"], "survivingPersonId" | "closes">;

const linked = ({ archiveId, merged }: PersonCommand, link: Link): PersonEvent => ({
  type: "PersonIdentityLinked",
  value: { archiveId, ...link, mergedPersonId: merged, basis: "REGISTER", identity: { numbers: [], fromDay: null } },
});

/** Whether a stream takes another one over now: not twice, and not once it has ended itself. */
export const isTakenOver = (command: PersonCommand, { person }: State): boolean =>
  command.type === "TakeOver" && person.closedTo === null && !person.takenOver.includes(command.merged);

/**
 * What follows from two persons being one, except for spells and duties.
 *
 * Shape:  a stream that has ended passes on what it should have taken over; taken over once, however often it is told.
 * Source: canonical model event 1 and C4.3.
 */
const personEvents = (command: PersonCommand, { person }: State): ReadonlyArray<PersonEvent> => {
  const { closedTo } = person;
  if (command.type === "EndStream") {
    return closedTo === null ? [linked(command, { survivingPersonId: command.survivor, closes: true })] : [];
  }
  if (person.takenOver.includes(command.merged)) return [];
  const link = { survivingPersonId: closedTo ?? command.survivor, closes: closedTo !== null };
  return [linked(command, link)];
};

/** What waited on one stream for something on the other, told now that both are one. */
const metByMerge = (state: State): ReadonlyArray<Event> => [
  ...waitedForInSickLeaves(state.sickLeave),
  ...waitedForInReferrals(state.referral),
  ...receiptsMet(state),
];

const receiptsMet = ({ delivery: state }: State): ReadonlyArray<Event> =>
  state.waiting.length === 0
    ? []
    : state.sent.reduce<{ readonly state: State["delivery"]; readonly told: ReadonlyArray<Event> }>(
        (sofar, outgoing) => {
          const met = deliveryDecisions({ type: "MeetReceipts", outgoing }, sofar.state);
          return { state: met.reduce(delivery.evolve, sofar.state), told: [...sofar.told, ...met] };
        },
        { state, told: [] },
      ).told;

/** What follows, and what had waited for something on the other stream. */
export const decisions = (command: PersonCommand, state: State): ReadonlyArray<Event> =>
  isTakenOver(command, state) ? [...personEvents(command, state), ...metByMerge(state)] : personEvents(command, state);
