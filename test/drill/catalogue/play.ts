import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "../checker/finding.ts";
import type { Verdict } from "../checker/check.ts";
import type { Context, Stage } from "../run.ts";
import { drainWithin, judge, pace, quiet, sendRest } from "../run.ts";
import type { Entry, EntryScene } from "./entry.ts";
import type { EntryResult, History, Recovered } from "./history.ts";
import type { Heads } from "./watch.ts";

const longestRecovery = 240_000;

/** What the log holds, as soon as the database tells. */
const headsSoon = async ({ watch, signal }: EntryScene): Promise<Heads> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await watch.heads();
    } catch (error) {
      if (tries > 400) throw error;
      await sleep(50, undefined, { signal });
    }
  }
};

/** Milliseconds from the fault until all that was under way is through and new messages are taken. */
const recoveredAfter = async (scene: EntryScene, name: string, at: number): Promise<number> => {
  const { load, watch, signal } = scene;
  const heads = await headsSoon(scene);
  const answeredBefore = load.answered() + load.inFlight();
  const end = at + longestRecovery;
  for (;;) {
    const takesMessages = load.answered() > answeredBefore || load.left() === 0 || load.inFlight() === 0;
    if (takesMessages && (await watch.hasPassed(heads))) return Math.round(performance.now() - at);
    if (performance.now() > end) throw new Error(`${name}: not back within ${longestRecovery / 1000} seconds`);
    await sleep(20, undefined, { signal });
  }
};

const sceneOf = ({ asked, signal }: Context, { drill, watch, load, ledger }: Stage): EntryScene => ({
  hub: drill.hub,
  drill,
  watch,
  load,
  ledger,
  isSmall: asked.quick,
  signal,
});

const strikeAndRecover = async (scene: EntryScene, { name, play }: Entry, run: number): Promise<Recovered> => {
  const { process: who, pid, inFlight, proof, at } = await play(scene);
  await scene.ledger.write({ type: "killed", fault: name, run, process: who, pid, inFlight, proof });
  const recoveryMs = await recoveredAfter(scene, name, at);
  return { process: who, pid, inFlight, proof, recoveryMs };
};

interface Turn {
  readonly entry: Entry;
  readonly run: number;
  readonly messages: number;
  /** Messages that later turns need. */
  readonly keep: number;
}

/** Once under load: begins when the load flows, ends when everything is through again. */
const playOnce = async (context: Context, stage: Stage, { entry, run, messages, keep }: Turn): Promise<Recovered> => {
  const { load, watch } = stage;
  const over = new AbortController();
  const sending = load.send({
    messages,
    perSecond: pace.withFaults,
    fault: entry.name,
    on: { until: over.signal, keep },
  });
  const flowing = load.answered() + Math.floor(messages / 5);
  const broken = (async () => {
    while (load.answered() < flowing) {
      if (load.left() === 0 && load.inFlight() === 0) throw new Error(`${entry.name}: there is no load left to break`);
      await sleep(10, undefined, { signal: context.signal });
    }
    return strikeAndRecover(sceneOf(context, stage), entry, run);
  })();
  const [result] = await Promise.all([broken.finally(() => over.abort()), sending]);
  await watch.settled(drainWithin);
  const { process: who, pid, proof, recoveryMs } = result;
  context.say(`${entry.name} (${run}): ${who}, pid ${pid}, with ${proof}; back after ${recoveryMs} ms.`);
  return result;
};

const told = ({ fault, where, what }: Finding): string => `${fault} ${where} ${what}`;

/** Tells of each check what the one before had not found. */
const makeNews = () => {
  const known = new Set<string>();
  return ({ findings }: Verdict): ReadonlyArray<Finding> => {
    const news = findings.filter((finding) => !known.has(told(finding)));
    for (const finding of news) known.add(told(finding));
    return news;
  };
};

/** How often an entry is played. */
export const timesOf = ({ name, runs }: Entry, asked: Context["asked"]): number => {
  const times = asked.runs ?? (asked.quick ? runs.small : runs.large);
  return asked.entries.includes(name) ? Math.max(1, times) : times;
};

const turnsOf = (context: Context, entries: ReadonlyArray<Entry>): number =>
  entries.reduce((sum, entry) => sum + timesOf(entry, context.asked), 0);

/** Of the load so much flows by itself; the rest is for troubles that take longer. */
const sharedOut = 0.6;

/** Plays entries one after another on one hub, with the checker after each, and writes each into the history. */
export const playAll = async (
  context: Context,
  stage: Stage,
  { entries, history }: { readonly entries: ReadonlyArray<Entry>; readonly history: History },
): Promise<Verdict> => {
  const { say, seed } = context;
  const news = makeNews();
  let turns = turnsOf(context, entries);
  const share = Math.floor((stage.load.left() * sharedOut) / (turns + 1));
  const close = async (fault: string, began: number, more: Pick<EntryResult, "what" | "strikes">): Promise<Verdict> => {
    const verdict = await judge(stage, true);
    const messages = stage.load.sentDuring(fault);
    const seconds = Math.round((performance.now() - began) / 1000);
    const findings = news(verdict);
    history.add({ fault, seed, messages, seconds, findings, ...more });
    if (findings.length > 0) say(`${fault}: ${findings.length} findings.`);
    return verdict;
  };
  // A hub that does not come back ends the sitting; what it was in stands in the history.
  const brokenOff = (entry: Entry, began: number, strikes: ReadonlyArray<Recovered>) => (error: unknown) => {
    const what = error instanceof Error ? error.message : "it was broken off";
    const findings: ReadonlyArray<Finding> = [{ fault: "lost", where: `entry ${entry.name}`, what }];
    const seconds = Math.round((performance.now() - began) / 1000);
    const messages = stage.load.sentDuring(entry.name);
    if (!context.signal.aborted)
      history.add({ fault: entry.name, what: entry.what, seed, strikes, messages, seconds, findings });
    throw error;
  };
  const start = performance.now();
  await stage.load.send({ messages: share, perSecond: pace.withFaults, fault: quiet });
  await stage.watch.settled(drainWithin);
  say(`${share} messages are through without a fault.`);
  await close(quiet, start, { what: "Nothing is broken.", strikes: [] });
  for (const entry of entries) {
    const began = performance.now();
    const strikes: Array<Recovered> = [];
    for (let run = 1; run <= timesOf(entry, context.asked); run += 1) {
      turns -= 1;
      const turn = { entry, run, messages: share, keep: turns * share };
      strikes.push(await playOnce(context, stage, turn).catch(brokenOff(entry, began, strikes)));
    }
    await close(entry.name, began, { what: entry.what, strikes });
  }
  const rest = performance.now();
  await sendRest(stage);
  return close(quiet, rest, { what: "Nothing is broken.", strikes: [] });
};
