import {
  answerStandings,
  conversationsOf,
  dutiesIn,
  factsOf,
  followUpPolicy2026 as policy,
  meetingsOf,
  outcomeFor,
  referralsOf,
  spellsIn,
} from "@samvirke/domain";
import { dayPassed, dueAfter, eventsOf, intake } from "../core/decide.ts";
import type { Command, State } from "../core/model.ts";
import type { Message } from "./history-pool.cases.ts";
import { day } from "./intake.cases.ts";

const [begins, ends] = [day("2026-03-01"), day("2027-06-30")];

const firstReceived = Date.parse("2026-03-02T09:05:00Z");
const anHour = 3_600_000;
const isReceipt = (value: unknown): value is number =>
  typeof value === "number" && value >= firstReceived && value < firstReceived + anHour;

const stamps = new Set(["receivedAt", "statedReceivedAt"]);

const restamped = (value: unknown, at: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => restamped(item, at));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, below]) => [key, stamps.has(key) && isReceipt(below) ? at : restamped(below, at)] as const,
  );
  return Object.fromEntries(entries);
};

/** The message as it would be if it had come as the nth of its history, a second after the one before. */
const asArrived = ({ policy: own, ...command }: Command, n: number): Command =>
  ({ ...(restamped(command, firstReceived + n * 1000) as object), policy: own }) as Command;

const told = (state: State, { command }: Message, n: number): State =>
  eventsOf(asArrived(command, n), state).reduce(intake.evolve, state);

/** The state of a person after messages in the order of their arrival, and after the days on which anything falls due. */
export const stateAfter = (arrived: ReadonlyArray<Message>): State => {
  let state = arrived.reduce(told, intake.initial);
  const dueIn = dueAfter(policy);
  for (let due = dueIn(state, begins); due !== undefined && due <= ends; due = dueIn(state, due)) {
    state = dayPassed(policy)(state, due).reduce(intake.evolve, state);
  }
  return state;
};

// When the hub got a message is no part of what became of the person.
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (isReceipt(part) ? "received" : part));
const sorted = (values: ReadonlyArray<unknown>): ReadonlyArray<string> => values.map(written).toSorted();

// The first name is the stream's own, and which register came last is the order's.
const certificatesIn = ({ sickLeave }: State) =>
  sorted(
    sickLeave.decided
      .filter(({ names }) => (names ?? []).length > 0)
      .map(({ outcome, life, certificate, names = [] }) => ({
        outcome,
        life: { ...life, recordKeys: [] },
        certificate,
        names: names.slice(1).toSorted(),
      })),
  );

const dialogueIn = ({ dialogue }: State) => ({
  conversations: sorted(conversationsOf(dialogue)),
  answers: sorted(answerStandings(dialogue).map(({ answer, counts }) => [answer.by, answer.answerId, counts])),
});

const dutyOf = ({ kind, holder, party, since, due, until, closedOn, waits }: ReturnType<typeof dutiesIn>[number]) => ({
  kind,
  holder,
  party,
  since,
  due,
  until,
  closedOn,
  waits,
});

const followUpIn = ({ followUp }: State) => ({
  spells: sorted(
    spellsIn(followUp, policy).map(({ source, spell }) => ({ source, ...spell, inputs: spell.inputs.length })),
  ),
  duties: sorted(dutiesIn(followUp, policy).map(dutyOf)),
  meetings: sorted(meetingsOf(factsOf(followUp))),
  told: sorted(followUp.announced.filter(({ stands }) => stands).map(({ kind, due }) => [kind, due])),
});

const deliveriesIn = ({ delivery }: State) =>
  sorted(
    delivery.sent.flatMap(({ messageId, awaited, addressees }) =>
      addressees
        .map((_, index) => [messageId, index, outcomeFor(delivery, messageId, index)] as const)
        // What nobody answered and nobody waits for is no delivery.
        .filter(([, , outcome]) => awaited || outcome !== null),
    ),
  );

/** What has become of a person; how it came to be (ids of spells, revisions, the order of lists) is left out. */
export const endOf = (state: State) => ({
  certificates: certificatesIn(state),
  waiting: state.sickLeave.decided.filter(({ outcome }) => outcome === "WAITING").length,
  dialogue: dialogueIn(state),
  referrals: sorted(referralsOf(state.referral)),
  deliveries: deliveriesIn(state),
  unanswered: state.delivery.waiting.length,
  statements: sorted(state.statement.decided),
  plans: sorted(state.plan.plans),
  followUp: followUpIn(state),
});
