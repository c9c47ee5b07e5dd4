import {
  delivery,
  deliveryDecisions,
  dialogue,
  followUp,
  followUpFactsOf,
  nextDueDay,
  nextReceiptDay,
  noteFacts,
  plan,
  planLetterOf,
  referral,
  sentOutBy,
  sickLeave,
  statement,
} from "@samvirke/domain";
import type { FollowUpPolicy, PlanEvent } from "@samvirke/domain";
import { absurd, addDays, E, evolveOnce, fold, osloDay, fromOsloLocal } from "@samvirke/kernel";
import type { Day, Decider, Either } from "@samvirke/kernel";
import { isDelivery, isDialogue, isFollowUp, isPlan, isReferral, isSickLeave, isStatement } from "./kinds-of-event.ts";
import type { Command, Event, Single, State } from "./model.ts";
import { passedOn } from "./passed-on.ts";
import * as person from "./person.ts";
import { deliveryCommandOf } from "./received-before.ts";
import { planCommandOf } from "./plan-employer.ts";
import { undeliverable } from "./undeliverable.ts";

const initial: State = {
  sickLeave: sickLeave.initial,
  dialogue: dialogue.initial,
  referral: referral.initial,
  statement: statement.initial,
  plan: plan.initial,
  delivery: delivery.initial,
  followUp: followUp.initial,
  person: person.initial,
};

/** What was sent and wants a receipt is told by the events that make the hub send it. */
const deliveries = (state: State["delivery"], event: Event): State["delivery"] =>
  sentOutBy(event).reduce(
    (sent, value) => delivery.evolve(sent, { type: "MessageSentOut", value }),
    isDelivery(event) ? delivery.evolve(state, event) : state,
  );

/** Each aggregate folds what it knows; follow-up hears of everything. */
const evolve = evolveOnce((state: State, event: Event): State => ({
  sickLeave: isSickLeave(event) ? sickLeave.evolve(state.sickLeave, event) : state.sickLeave,
  dialogue: isDialogue(event) ? dialogue.evolve(state.dialogue, event) : state.dialogue,
  referral: isReferral(event) ? referral.evolve(state.referral, event) : state.referral,
  statement: isStatement(event) ? statement.evolve(state.statement, event) : state.statement,
  plan: isPlan(event) ? plan.evolve(state.plan, event) : state.plan,
  delivery: deliveries(state.delivery, event),
  followUp: isFollowUp(event)
    ? followUp.evolve(state.followUp, event)
    : noteFacts(state.followUp, followUpFactsOf(event)),
  person: event.type === "PersonIdentityLinked" ? person.evolve(state.person, event) : state.person,
}));

const decided = <A>(events: Either<never, ReadonlyArray<A>>): ReadonlyArray<A> =>
  E.getOrElse<never, ReadonlyArray<A>>(() => [])(events);

const askedOf = (command: Single, state: State): ReadonlyArray<Event> => {
  switch (command.aggregate) {
    case "person":
      return person.decisions(command.command, state);
    case "sickLeave":
      return decided(sickLeave.decide(command.command, state.sickLeave));
    case "dialogue":
      return decided(dialogue.decide(command.command, state.dialogue));
    case "referral":
      return decided(referral.decide(command.command, state.referral));
    case "followUp":
      return decided(followUp.decide(command.command, state.followUp));
    default:
      return askedOfPapers(command, state);
  }
};

/** A plan with the letter that takes it to the clinician, where it is for one. */
const withLetter =
  (alias: string) =>
  (event: PlanEvent): ReadonlyArray<Event> => {
    if (event.type !== "FollowUpPlanShared") return [event];
    const letter = planLetterOf(event.value, { at: event.value.receivedAt, alias });
    return letter === undefined ? [event] : [event, { type: "DialogueMessageSent", value: letter }];
  };

type OfPapers = Extract<Single, { readonly aggregate: "statement" | "plan" | "delivery" | "register" | "nothing" }>;

const askedOfPapers = (command: OfPapers, state: State): ReadonlyArray<Event> => {
  switch (command.aggregate) {
    case "statement":
      return decided(statement.decide(command.command, state.statement));
    case "plan":
      return decided(plan.decide(planCommandOf(command, state), state.plan)).flatMap(withLetter(command.letterAlias));
    case "delivery":
      return deliveryDecisions(deliveryCommandOf(command.command, state), state.delivery);
    case "register":
      return [{ type: "LineManagerRegistered", value: command.entry }];
    case "nothing":
      return [];
    default:
      return absurd(command);
  }
};

/** Receipts that came before what they answer. */
const metBy = (events: ReadonlyArray<Event>, { delivery: state }: State): ReadonlyArray<Event> =>
  state.waiting.length === 0
    ? []
    : events.flatMap(sentOutBy).flatMap((outgoing) => deliveryDecisions({ type: "MeetReceipts", outgoing }, state));

/** The last day that had ended in Oslo when a message was received. */
export const passedBefore = (receivedAt: Single["receivedAt"]) => addDays(osloDay(receivedAt), -1);

const followUpOn = (command: Single, state: State): ReadonlyArray<Event> => {
  const { archiveId, receivedAt, policy } = command;
  const occasion = { archiveId, passed: passedBefore(receivedAt), policy };
  return decided(followUp.decide({ type: "Reconsider", occasion }, state.followUp));
};

const isTakingOver = (command: Single, state: State): boolean =>
  command.aggregate === "person" && person.isTakenOver(command.command, state);

/** The state that a command finds: a stream that takes another one over has what was on it. */
export const ground = (command: Command, state: State): State =>
  command.aggregate === "person" && command.command.type === "TakeOver" && isTakingOver(command, state)
    ? fold(evolve)(state, command.command.carried)
    : state;

/** What one message leads to. */
const follows = (command: Single, state: State): ReadonlyArray<Event> => {
  const told = askedOf(command, state);
  const met = [...told, ...metBy(told, state)];
  const events = [...met, ...undeliverable(command, told, () => fold(evolve)(state, met))];
  // Follow-up has decided on its own documents already.
  const isNews =
    isTakingOver(command, state) ||
    (command.aggregate !== "followUp" && events.some((event) => followUpFactsOf(event).length > 0));
  return isNews ? [...events, ...followUpOn(command, fold(evolve)(state, events))] : events;
};

/** What came before what it names was kept with nobody; it is decided here, right after what it names. */
const madeUp = (told: ReadonlyArray<Event>, { earlier = [] }: Command, state: State): ReadonlyArray<Event> =>
  earlier.reduce((all, one) => [...all, ...follows(one, fold(evolve)(state, all))], told);

const decide = (command: Command, state: State): Either<never, ReadonlyArray<Event>> => {
  const own = follows(command, state);
  // Every message has an outcome, so that its sender need not wait for one.
  const told = own.length === 0 && command.aggregate !== "person" ? [passedOn(command)] : own;
  return E.right(madeUp(told, command, state));
};

/** What becomes of a received message: its aggregate decides, and follow-up draws the consequences. */
export const intake: Decider<Command, Event, State, never> = { initial, decide, evolve };

/** The first day after `passed` on which something falls due for the person. */
export const dueAfter =
  (policy: FollowUpPolicy) =>
  (state: State, passed: Day): Day | undefined =>
    // What falls due on a stream that has ended falls due on the one that took it over.
    (state.person.closedTo === null ? dueDays(policy, state, passed) : []).toSorted((a, b) => a - b).at(0);

const dueDays = (policy: FollowUpPolicy, state: State, passed: Day): ReadonlyArray<Day> =>
  [nextDueDay(state.followUp, policy, passed), nextReceiptDay(state.delivery, policy.receiptHours, passed)].filter(
    (due) => due !== undefined,
  );

const millisPerDay = 86_400_000;

/** Receipts that have not come by the end of a day. */
const overdueOn = ({ delivery: state }: State, { receiptHours }: FollowUpPolicy, day: Day): ReadonlyArray<Event> =>
  state.sent.length === 0
    ? []
    : deliveryDecisions({ type: "PassTime", at: fromOsloLocal(addDays(day, 1) * millisPerDay), receiptHours }, state);

/** What follows from a day that passed. */
export const dayPassed =
  (policy: FollowUpPolicy) =>
  (state: State, passed: Day): ReadonlyArray<Event> => {
    const overdue = overdueOn(state, policy, passed);
    const occasion = { archiveId: null, passed, policy };
    const next = fold(evolve)(state, overdue).followUp;
    return [...overdue, ...decided(followUp.decide({ type: "Reconsider", occasion }, next))];
  };

/** The message that a command is about; ids of its events derive from this. */
export const causeOf = (command: Command): string => {
  const { aggregate, archiveId } = command;
  // One message ends several streams and is told on several.
  return aggregate === "person" ? `${archiveId}/${command.command.type}/${command.command.merged}` : archiveId;
};

/** The events of one command, for tools that ask without a stage. */
export const eventsOf = (command: Command, state: State): ReadonlyArray<Event> =>
  decided(intake.decide(command, state));
