import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { samvirke } from "./command.ts";
import { until } from "./together.ts";

const hub = inject("hub");

interface Played {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const play = (args: ReadonlyArray<string>, more: NodeJS.ProcessEnv = {}): Promise<Played> =>
  new Promise((done) => {
    const env = { ...process.env, SAMVIRKE_HOME: hub.folder, ...more };
    execFile(process.execPath, [resolve("infra/local/demo/main.ts"), ...args], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

interface Standing {
  readonly stages: ReadonlyArray<{
    readonly stage: string;
    readonly instances: ReadonlyArray<{ readonly state: string }>;
  }>;
}

// A stage reads its switch once a second; what it takes until then is handled still.
const untilPaused = (stage: string): Promise<boolean> =>
  until(`${stage} to be paused`, async () => {
    const { stages } = (await (await fetch(`${hub.operations}/v1/status`)).json()) as Standing;
    const instances = stages.find((one) => one.stage === stage)?.instances ?? [];
    return instances.length > 0 && instances.every(({ state }) => state === "paused") ? true : undefined;
  });

const whilePaused = async (stage: string, work: () => Promise<void>): Promise<void> => {
  await samvirke(hub, "pause", stage, "--why", "trying it");
  await untilPaused(stage);
  try {
    await work();
  } finally {
    await samvirke(hub, "resume", stage, "--why", "tried it");
  }
};

test("the demonstration names the hop that does not come, and ends with 1", () =>
  whilePaused("case-welfare", async () => {
    const ended = await play([], { SAMVIRKE_DEMO_SECONDS: "5" });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/A hop did not come within 5 seconds: case-welfare \((paused: trying it|waiting)\)\./);
  }));

interface Change {
  readonly view: string;
  readonly how: string;
}

interface Line {
  readonly scene?: string;
  readonly step?: string;
  readonly outcome?: string;
  readonly http?: number;
  readonly messages?: ReadonlyArray<{ readonly outcome: string }>;
  readonly health?: ReadonlyArray<Change>;
  readonly welfare?: ReadonlyArray<Change>;
  readonly employer?: ReadonlyArray<Change>;
  readonly turns?: ReadonlyArray<{ readonly holder: string; readonly kinds: ReadonlyArray<string> }>;
}

const linesOf = ({ stdout }: Played): ReadonlyArray<Line> =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

const stepsOf = (lines: ReadonlyArray<Line>): ReadonlyMap<string, Line> =>
  new Map(lines.flatMap((line) => (line.step === undefined ? [] : [[line.step, line] as const])));

const has = ({ turns = [] }: Line, holder: string, kind: string): boolean =>
  turns.some((turn) => turn.holder === holder && turn.kinds.includes(kind));

const step = (steps: ReadonlyMap<string, Line>, title: string): Line => steps.get(title) ?? {};

test("seven messages and a case of months are told as JSON lines", async () => {
  const played = await play(["--json"]);
  expect(played.code, played.stderr).toBe(0);
  const lines = linesOf(played);
  const scenes = lines.filter(({ scene }) => scene !== undefined);
  expect(scenes.map(({ scene, outcome, http }) => [scene, outcome, http])).toEqual([
    ["certificate", "accepted", 202],
    ["prolongation", "accepted", 202],
    ["rejected", "rejected", 202],
    ["manual", "accepted", 202],
    ["repeat", "accepted", 200],
    ["duplicate", "duplicate", 202],
    ["malformed", "malformed", 202],
  ]);
  const steps = stepsOf(lines);
  expect(steps.size).toBe(15);
  expect(
    [...steps.values()].flatMap(({ messages = [] }) => messages).every(({ outcome }) => outcome === "accepted"),
  ).toBe(true);
  // The employer sees nothing before the person has sent the certificate, and never a dialogue or a referral.
  expect(step(steps, "A doctor certifies sick leave").employer).toEqual([]);
  const employerViews = new Set([...steps.values()].flatMap(({ employer = [] }) => employer.map(({ view }) => view)));
  expect([...employerViews].sort()).toEqual(["meeting-answers", "meetings", "plans", "sick-leaves", "spells"]);
  // The ball goes from hand to hand as the duties say.
  expect(has(step(steps, "A doctor certifies sick leave"), "person", "use-certificate")).toBe(true);
  expect(has(step(steps, "The person sends it to the employer"), "person", "use-certificate")).toBe(false);
  expect(has(step(steps, "The person sends it to the employer"), "employer", "plan")).toBe(true);
  expect(has(step(steps, "NAV asks the doctor a question"), "clinician", "answer-question")).toBe(true);
  expect(has(step(steps, "The doctor answers"), "clinician", "answer-question")).toBe(false);
  expect(has(step(steps, "The doctor refers to work-oriented rehabilitation"), "welfare", "help-asked")).toBe(true);
  expect(has(step(steps, "NAV says what became of the referral"), "welfare", "help-asked")).toBe(false);
  expect(has(step(steps, "NAV calls a dialogue meeting"), "employer", "answer-call")).toBe(true);
  expect(has(step(steps, "The employer asks for another time"), "employer", "answer-call")).toBe(false);
  expect(has(step(steps, "NAV moves the meeting"), "employer", "answer-call")).toBe(true);
  expect(has(step(steps, "The meeting is held"), "welfare", "dialogue-meeting-2")).toBe(false);
});

test("it is told in a hundred columns, plain where nobody watches", async () => {
  const told = await play([]);
  expect(told.code, told.stderr).toBe(0);
  expect(told.stdout).toContain("All seven messages and all days of the case ended as they must.");
  expect(told.stdout).not.toContain("\u001B");
  expect(told.stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  // Nothing but waits is told beside it.
  expect(told.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("… waiting for "))).toEqual([]);
});

test("wrong usage, help, and a hub that is not there", async () => {
  expect((await play(["--wrong"])).code).toBe(2);
  expect(await play(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("samvirke demo") as string });
  expect((await play([], { SAMVIRKE_HOME: "/nowhere" })).code).toBe(3);
});
