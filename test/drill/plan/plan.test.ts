import { describe, expect, test } from "vitest";
import { classes, kinds } from "./kinds.ts";
import type { Message } from "./message.ts";
import { makePlan } from "./plan.ts";
import { printMessage } from "./print.ts";

const times = { written: "2026-05-04T08:00:00Z", received: "2026-05-04T08:30:00Z" };
const planOf = (seed: number, messages: number) => makePlan({ seed, messages, day: "2026-05-04" });
const printing = { times, day: "2026-05-04", messageIdOf: (n: number) => `id of ${n}` };

/** Whatever repeats is of the class of what it repeats. */
const classOf = ({ kind, about }: Message): number =>
  kind === "repeat" && about
    ? classOf(about)
    : classes.findIndex(({ weights }) => weights.some(([name]) => name === kind));

describe("the mixed load", () => {
  test("is seven certificates, two letters and one of all else in ten messages", () => {
    const { messages } = planOf(3, 20_000);
    const shares = classes.map(
      (_, index) => messages.filter((message) => classOf(message) === index).length / messages.length,
    );
    expect(shares[0]).toBeCloseTo(0.7, 1);
    expect(shares[1]).toBeCloseTo(0.2, 1);
    expect(shares[2]).toBeCloseTo(0.1, 1);
  });

  test("is about at most 2,000 persons with at least ten messages each, some with 200", () => {
    const counts = planOf(3, 20_000).scripts.map((script) => script.length);
    expect(counts.length).toBeLessThanOrEqual(2_000);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    expect(counts.filter((count) => count === 200).length).toBeGreaterThan(5);
  });

  test("holds every kind, also where it is small", () => {
    for (let seed = 1; seed <= 10; seed += 1)
      expect(new Set(planOf(seed, 300).messages.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  test("is the same for the same seed, byte for byte, and another for another", () => {
    const bytesOf = (seed: number) =>
      planOf(seed, 400).messages.map((message) => printMessage(message, printing).bytes.toString("base64"));
    expect(bytesOf(5)).toEqual(bytesOf(5));
    expect(bytesOf(5)).not.toEqual(bytesOf(6));
  });

  test("says in each message what is looked for in its event", () => {
    const { messages } = planOf(8, 400);
    for (const message of messages) {
      const text = printMessage(message, printing).bytes.toString();
      for (const wanted of message.expected.texts)
        if (wanted === message.marker) expect(text, message.kind).toContain(wanted);
    }
  });
});
