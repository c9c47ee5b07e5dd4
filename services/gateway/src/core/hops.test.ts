import { expect, test } from "vitest";
import { hopOf, isSettled, messageState } from "./hops.ts";
import type { Hop, HopFacts } from "./hops.ts";

const facts = (more: Partial<HopFacts>): HopFacts => ({
  stage: "intake",
  position: 7,
  checkpoint: 6,
  parked: undefined,
  isDiscarded: false,
  paused: undefined,
  trouble: undefined,
  at: undefined,
  ...more,
});

const trouble = { state: "stopped", reason: "too many parked" } as const;

test.each([
  ["not yet there", facts({}), { state: "waiting" }],
  ["passed", facts({ checkpoint: 7 }), { state: "done" }],
  ["nothing written for it yet", facts({ position: undefined, checkpoint: 99 }), { state: "waiting" }],
  ["passed, since it was given up", facts({ checkpoint: 9, isDiscarded: true }), { state: "discarded" }],
  ["passed, but parked", facts({ checkpoint: 9, parked: "defect: x" }), { state: "parked", reason: "defect: x" }],
  ["paused before it", facts({ paused: "release" }), { state: "paused", reason: "release" }],
  ["paused after it", facts({ paused: "release", checkpoint: 7 }), { state: "done" }],
  ["stopped", facts({ trouble }), trouble],
  ["paused while stopped", facts({ paused: "by hand", trouble }), { state: "paused", reason: "by hand" }],
  [
    "waiting for a register",
    facts({ trouble: { state: "waiting", reason: "persons away" } }),
    { state: "waiting", reason: "persons away" },
  ],
])("a hop %s", (_name, given, expected) => expect(hopOf(given)).toEqual({ stage: "intake", ...expected }));

test("a hop tells when its effect was recorded", () =>
  expect(hopOf(facts({ checkpoint: 7, at: 0 })).at).toBe("1970-01-01T00:00:00.000Z"));

const hop = (state: Hop["state"], reason?: string): Hop => ({
  stage: state,
  state,
  ...(reason === undefined ? {} : { reason }),
});

test.each([
  ["received", [hop("waiting")], false],
  ["decided", [hop("done"), hop("waiting")], true],
  ["done", [hop("done"), hop("done")], true],
  ["discarded", [hop("discarded"), hop("waiting")], true],
  ["parked", [hop("discarded"), hop("parked", "x")], true],
  ["parked", [hop("done"), hop("parked", "x"), hop("stopped", "y")], true],
  ["waiting", [hop("done"), hop("stopped", "y")], true],
  ["waiting", [hop("waiting", "persons away")], false],
  ["waiting", [hop("paused", "")], false],
] as const)("a message is %s", (state, hops, isDecided) => {
  expect(messageState(hops, isDecided)).toBe(state);
  expect(isSettled(state)).toBe(["done", "parked", "discarded"].includes(state));
});
