import { parseDay } from "@samvirke/kernel";
import type { StageReport } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { HubFacts } from "./hub-status.ts";
import { hubStatus } from "./hub-status.ts";
import type { StageFacts } from "./stage-status.ts";
import { silentAfter, standingOf } from "./stage-status.ts";
import { stages } from "./stages.ts";

const now = Date.parse("2026-03-03T12:00:00Z");
const report: StageReport = { stage: "intake", instance: "a", state: "running", reason: undefined, at: now - 500 };
const waiting: StageReport = { ...report, state: "waiting", reason: "registry away" };
const control = { paused: true, reason: "deploy", by: "kari", at: now - 60_000 };

const facts = (change: Partial<StageFacts> = {}): StageFacts => ({
  entry: stages[0]!,
  progress: [
    { partition: 1, position: 4, behind: 0, since: null },
    { partition: 0, position: 9, behind: 0, since: null },
  ],
  reports: [report],
  control: undefined,
  parked: { persons: 0, records: 0 },
  ...change,
});

const hub = (change: Partial<HubFacts> = {}): HubFacts => ({
  now,
  parts: [{ part: "postgres", reachable: true, ms: 1 }],
  stages: [facts()],
  relay: [{ topic: "samvirke.events", progress: [{ partition: 0, position: 9, behind: 0, since: null }] }],
  clockDay: parseDay("2026-03-02"),
  ...change,
});

describe("a stage's standing", () => {
  test.each<[string, Partial<StageFacts>, string, string | null]>([
    ["runs when its instance says so", {}, "running", null],
    ["is paused by hand, whatever instances say", { control }, "paused", "kari: deploy"],
    ["runs again after resume", { control: { ...control, paused: false } }, "running", null],
    [
      "is stopped when one instance is",
      { reports: [report, { ...report, instance: "b", state: "stopped", reason: "gap" }] },
      "stopped",
      "gap",
    ],
    [
      "waits when one instance does",
      { reports: [report, { ...report, instance: "b", state: "waiting", reason: "registry away" }] },
      "waiting",
      "registry away",
    ],
    [
      "counts live instances only",
      { reports: [report, { ...report, instance: "b", state: "stopped", reason: "old", at: now - silentAfter - 1 }] },
      "running",
      null,
    ],
    [
      "is stopped when all are silent",
      { reports: [{ ...report, at: now - 42_000 }] },
      "stopped",
      "no instance has reported for 42 s",
    ],
    ["is stopped when none ever spoke", { reports: [] }, "stopped", "no instance has ever reported"],
  ])("%s", (_, change, state, reason) => expect(standingOf(facts(change), now)).toEqual({ state, reason }));

  test("the last moment at which an instance counts", () =>
    expect(standingOf(facts({ reports: [{ ...report, at: now - silentAfter }] }), now).state).toBe("running"));
});

describe("the hub", () => {
  test("is green when nobody has to look", () => {
    const status = hubStatus(hub());
    expect(status).toMatchObject({ overall: "green", reasons: [], clock: { lastDay: "2026-03-02" } });
    expect(status.stages[0]).toMatchObject({ stage: "intake", checkpoints: [9, 4], lag: { positions: 0, seconds: 0 } });
  });

  const behind = (seconds: number) => [
    { partition: 0, position: 9, behind: 3, since: now - seconds * 1000 },
    { partition: 1, position: 4, behind: 2, since: now - 1000 },
  ];

  test.each<[string, Partial<HubFacts>, ReadonlyArray<string>]>([
    ["a part away", { parts: [{ part: "kafka", reachable: false, ms: 2500 }] }, ["kafka is not reachable"]],
    ["a stage that stands", { stages: [facts({ control })] }, ["intake is paused: kari: deploy"]],
    [
      "a stage that lets records wait",
      { stages: [facts({ reports: [waiting], progress: behind(5.1) })] },
      ["intake is waiting: registry away"],
    ],
    [
      "somebody parked",
      { stages: [facts({ parked: { persons: 2, records: 5 } })] },
      ["intake has 2 persons parked with 5 records"],
    ],
    [
      "a stage over a minute behind",
      { stages: [facts({ progress: behind(60.1) })] },
      ["intake is 60.1 s and 5 positions behind"],
    ],
    [
      "a relay over half a minute behind",
      { relay: [{ topic: "t", progress: behind(30.1) }] },
      ["the relay of t is 30.1 s and 5 positions behind"],
    ],
    ["a clock that stands", { clockDay: parseDay("2026-03-01") }, ["the clock has told no day after 2026-03-01"]],
  ])("is red for %s", (_, change, reasons) =>
    expect(hubStatus(hub(change))).toMatchObject({ overall: "red", reasons }),
  );

  test.each<[string, Partial<HubFacts>]>([
    ["a stage that waits for a moment", { stages: [facts({ reports: [waiting], progress: behind(5) })] }],
    ["a stage a minute behind", { stages: [facts({ progress: behind(60) })] }],
    ["a relay half a minute behind", { relay: [{ topic: "t", progress: behind(30) }] }],
    ["a relay that Kafka could not be asked about", { relay: [{ topic: "t", progress: null }] }],
    ["a clock that never told a day", { clockDay: undefined }],
  ])("stays green for %s", (_, change) => expect(hubStatus(hub(change)).reasons).toEqual([]));

  test("gives the clock ten minutes after midnight in Oslo", () => {
    const midnight = Date.parse("2026-03-03T23:00:00Z");
    const at = (minutes: number) => hubStatus(hub({ now: midnight + minutes * 60_000, stages: [] })).reasons;
    expect(at(9)).toEqual([]);
    expect(at(10)).toEqual(["the clock has told no day after 2026-03-02"]);
  });
});
