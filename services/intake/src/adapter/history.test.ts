import assert from "node:assert/strict";
import { test } from "vitest";
import { chance } from "./chance.cases.ts";
import { endOf, stateAfter } from "./history-end.cases.ts";
import { poolOfMessages } from "./history-pool.cases.ts";
import type { Message } from "./history-pool.cases.ts";

// A full run says 10,000; from there on every early pair must have been inverted 500 times.
const histories = Number(process.env["SAMVIRKE_HISTORIES"] ?? 60);
const full = 10_000;
const enough = 500;

/** 15 to 60 of the pool's messages, in the order in which the world would have them. */
const drawn = (pool: ReadonlyArray<Message>, next: () => number): ReadonlyArray<Message> => {
  const size = 15 + Math.floor(next() * 46);
  const places = pool.map((message) => ({ message, place: next() })).toSorted((a, b) => a.place - b.place);
  const chosen = new Set(places.slice(0, size).map(({ message }) => message));
  return pool.filter((message) => chosen.has(message));
};

/** The places of messages on the wire: of chance, but those of one stream keep their order. */
const placesOf = (ideal: ReadonlyArray<Message>, next: () => number): ReadonlyMap<Message, number> => {
  const streams = Map.groupBy(ideal, (message) => message.stream ?? message.key);
  const places = [...streams.values()].flatMap((messages) => {
    const sorted = messages.map(next).toSorted((a, b) => a - b);
    return messages.map((message, index) => [message, sorted[index] ?? 0] as const);
  });
  return new Map(places);
};

/** Each message one to three times; what comes again comes at any later moment. */
const delivered = (places: ReadonlyMap<Message, number>, next: () => number): ReadonlyArray<Message> =>
  [...places]
    .flatMap(([message, place]) => {
      const again = Array.from({ length: Math.floor(next() * 3) }, () => place + next() * (1 - place));
      return [place, ...again].map((at) => ({ message, at }));
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ message }) => message);

/** The kinds of pairs of which the later word came first. */
const invertedIn = (places: ReadonlyMap<Message, number>): ReadonlyArray<string> => {
  const byKey = new Map([...places].map(([message, place]) => [message.key, place]));
  return [...places].flatMap(([{ about }, place]) => {
    const spokenOf = about && byKey.get(about.key);
    return about !== undefined && spokenOf !== undefined && place < spokenOf ? [about.pair] : [];
  });
};

const keysOf = (messages: ReadonlyArray<Message>): string => messages.map(({ key }) => key).join(", ");

const tell = (inverted: ReadonlyMap<string, number>): void => {
  if (histories < full) return;
  const rows = [...inverted].toSorted(([, a], [, b]) => a - b).map(([pair, count]) => `  ${count}  ${pair}`);
  process.stdout.write(`inverted in ${histories} histories:\n${rows.join("\n")}\n`);
};

test("in whatever order messages come, and however often, the same becomes of the person", async () => {
  const pool = await poolOfMessages();
  const inverted = new Map<string, number>(pool.flatMap(({ about }) => (about ? [[about.pair, 0] as const] : [])));
  for (let seed = 0; seed < histories; seed += 1) {
    const next = chance(seed);
    const ideal = drawn(pool, next);
    const places = placesOf(ideal, next);
    const arrived = delivered(places, next);
    assert.ok(new Set(ideal.map(({ command }) => command.aggregate)).size >= 2);
    assert.deepEqual(endOf(stateAfter(arrived)), endOf(stateAfter(ideal)), `history ${seed}: ${keysOf(arrived)}`);
    for (const pair of invertedIn(places)) inverted.set(pair, (inverted.get(pair) ?? 0) + 1);
  }
  tell(inverted);
  const rare = [...inverted].filter(([, count]) => count < (histories >= full ? enough : 1));
  assert.deepEqual(rare, []);
}, 7_200_000);
