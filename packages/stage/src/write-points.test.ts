import { describe, expect, test } from "vitest";
import { runModel } from "./model.cases.ts";
import type { Role } from "./model.cases.ts";

const kills = 100;
/** So many seeds must be enough for the point that is met most seldom. */
const seeds = 1_000;

const [copy, rows, relay] = ["copy", "rows", "relay"] as const;
const both = [copy, rows] as const;

/** The points at which a process is about to write, or has just written, by who comes there. */
const points: ReadonlyArray<readonly [point: string, who: ReadonlyArray<Role>]> = [
  ["begin", both],
  ["advance", both],
  ["append", [copy, relay]],
  ["append acknowledged", [relay]],
  ["change", [rows]],
  ["save states", [copy]],
  ["park", both],
  ["unpark", both],
  ["commit", both],
  ["committed", both],
];

/** Points at which nothing is written. */
const readings = new Set([
  "checkpoint",
  "control",
  "discarded",
  "fetch",
  "heads",
  "heartbeat",
  "hints",
  "lock",
  "parked",
  "parked persons",
  "read log",
  "report",
  "save hints",
  "states",
]);

const scene = (seed: number) => ({ seed, persons: 2, messages: 16, chaosSteps: 700, calmSteps: 20_000, poison: 0.15 });

describe("killed at a point between two writes", () => {
  test("the list names every such point", async () => {
    const met = new Set<string>();
    const onPoint = (who: Role, point: string): void => {
      if (!readings.has(point)) met.add(`${who} ${point}`);
    };
    for (let seed = 1; seed <= 20; seed += 1) await runModel({ ...scene(seed), onPoint });
    const listed = points.flatMap(([point, who]) => who.map((one) => `${one} ${point}`));
    expect([...met].toSorted()).toEqual(listed.toSorted());
  });

  test.each(points)(
    `at "%s", ${kills} times: everything once, in order, nothing lost`,
    async (point, who) => {
      const killed = new Map<Role, number>();
      const onPoint = (role: Role, _: string, isKilled: boolean): void => {
        if (isKilled) killed.set(role, (killed.get(role) ?? 0) + 1);
      };
      const isEnough = (): boolean => who.every((role) => (killed.get(role) ?? 0) >= kills);
      for (let seed = 1; seed <= seeds && !isEnough(); seed += 1)
        expect(await runModel({ ...scene(seed), killAt: point, onPoint }), `seed ${seed}`).toEqual([]);
      for (const role of who) expect(killed.get(role) ?? 0, role).toBeGreaterThanOrEqual(kills);
    },
    300_000,
  );
});
