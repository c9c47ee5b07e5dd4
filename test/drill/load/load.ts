import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Intended, Ledger } from "../ledger.ts";
import type { Times } from "../plan/certificate.ts";
import type { Message } from "../plan/message.ts";
import type { Plan } from "../plan/plan.ts";
import { printMessage } from "../plan/print.ts";
import type { Parcel } from "../plan/printed.ts";
import type { Random } from "../plan/random.ts";
import { makeRandom } from "../plan/random.ts";
import type { Client } from "./client.ts";

/** A load that goes on while things break. */
export interface Load {
  /** Sends the next so many messages, at most so many a second, while `fault` is what is being broken. */
  readonly send: (order: Order) => Promise<void>;
  readonly left: () => number;
  /** Messages answered so far. */
  readonly answered: () => number;
  /** Requests without an answer at this moment. */
  readonly inFlight: () => number;
  /** Messages sent while this was being broken. */
  readonly sentDuring: (fault: string) => number;
  /** Attempts that ended without an answer to count on. */
  readonly unknown: () => number;
}

export interface Order {
  readonly messages: number;
  readonly perSecond: number;
  readonly fault: string;
  /** Goes on past so many messages, slower, until this is over; so many messages are kept for later. */
  readonly on?: { readonly until: AbortSignal; readonly keep: number };
}

export interface LoadOptions {
  readonly plan: Plan;
  readonly times: Times;
  readonly ledger: Ledger;
  readonly client: Client;
  readonly signal: AbortSignal;
  readonly lanes: number;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Messages a second while something is still being broken and its share is sent. */
const trickle = 5;

const tries = 1_200;
const shortest = 50;
const longest = 500;

const certificateIn = ({ certificate }: Message): Pick<Intended, "certificate"> => {
  if (certificate === undefined) return {};
  const { from, to, grade } = certificate;
  return { certificate: { from, to, ...(grade === undefined ? {} : { grade }) } };
};

/** Which person's message comes next: those with much left come more often, nobody twice at a time. */
const makeTurns = (plan: Plan, random: Random) => {
  const next = plan.scripts.map(() => 0);
  const weightOf = (index: number): number => (plan.scripts[index]?.length ?? 0) - (next[index] ?? 0);
  const free = new Set(plan.scripts.map((_, index) => index));
  const heaviest = (candidates: ReadonlyArray<number>): number | undefined =>
    candidates.reduce<number | undefined>(
      (best, index) => (best === undefined || weightOf(index) > weightOf(best) ? index : best),
      undefined,
    );
  return {
    take: (): Message | undefined => {
      const candidates = [...free];
      if (candidates.length === 0) return undefined;
      const drawn = Array.from({ length: 3 }, () => random.pick(candidates));
      const index = heaviest(drawn) ?? 0;
      free.delete(index);
      return plan.scripts[index]?.[next[index] ?? 0];
    },
    done: (message: Message): void => {
      const { index } = message.person;
      next[index] = message.k + 1;
      if (weightOf(index) > 0) free.add(index);
    },
  };
};

/** Makes the load of a plan. A message is sent again with the same bytes until the hub has answered for it; a person's next one waits for that. */
export const makeLoad = ({ plan, times, ledger, client, signal, lanes }: LoadOptions): Load => {
  const turns = makeTurns(plan, makeRandom(plan.seed + 1));
  const during = new Map<string, number>();
  let [left, answered, unknown] = [plan.messages.length, 0, 0];

  const messageIds = new Map<number, string>();
  const printing = { times, day: plan.day, messageIdOf: (n: number) => messageIds.get(n) ?? "" };

  const intend = (message: Message, fault: string): { readonly entry: Intended; readonly parcel: Parcel } => {
    const parcel = printMessage(message, printing);
    const entry: Intended = {
      type: "intended",
      n: message.n,
      person: message.person.index,
      k: message.k,
      kind: message.kind,
      fault,
      number: message.person.number,
      wireMsgId: message.wireMsgId,
      sender: client.partyOf(parcel.door),
      ...(parcel.topic === undefined ? {} : { topic: parcel.topic }),
      sha256: sha256(parcel.bytes),
      head: parcel.head,
      ...certificateIn(message),
      ...(message.about === undefined ? {} : { about: message.about.n }),
      expected: message.expected,
    };
    return { entry, parcel };
  };

  const deliver = async (message: Message, parcel: Parcel): Promise<void> => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const answer = await client.send(parcel);
      const { n } = message;
      if (answer.state === "refused")
        throw new Error(`the gateway refused message ${n} (${message.kind}) with status ${answer.status}`);
      if (answer.state === "taken") messageIds.set(n, answer.messageId);
      if (answer.state === "taken")
        return ledger.write({ type: "answered", n, attempt, status: answer.status, messageId: answer.messageId });
      unknown += 1;
      await ledger.write({ type: "unknown", n, attempt, why: answer.why });
      await sleep(Math.min(shortest * attempt, longest), undefined, { signal });
    }
    throw new Error(`message ${message.n} got no answer in ${tries} attempts`);
  };

  const sendOne = async (message: Message, fault: string): Promise<void> => {
    const { entry, parcel } = intend(message, fault);
    await ledger.write(entry);
    await deliver(message, parcel);
    answered += 1;
    turns.done(message);
  };

  const send = async ({ messages, perSecond, fault, on }: Order): Promise<void> => {
    const began = performance.now();
    let started = 0;
    const dueAt = (n: number): number =>
      began + (Math.min(n, messages) * 1000) / perSecond + (Math.max(0, n - messages) * 1000) / trickle;
    const lane = async (): Promise<void> => {
      while ((started < messages || (on?.until.aborted === false && left > on.keep)) && left > 0) {
        signal.throwIfAborted();
        const due = dueAt(started) - performance.now();
        const message = due > 0 ? undefined : turns.take();
        if (message === undefined) {
          await sleep(Math.max(1, Math.min(due, 20)), undefined, { signal });
          continue;
        }
        started += 1;
        left -= 1;
        during.set(fault, (during.get(fault) ?? 0) + 1);
        await sendOne(message, fault);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };

  return {
    send,
    left: () => left,
    answered: () => answered,
    inFlight: client.inFlight,
    sentDuring: (fault) => during.get(fault) ?? 0,
    unknown: () => unknown,
  };
};
