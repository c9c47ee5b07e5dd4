import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "./checker/check.ts";
import { check } from "./checker/check.ts";
import type { Asked } from "./arguments.ts";
import type { DrillHub } from "./drill-hub.ts";
import { startDrillHub } from "./drill-hub.ts";
import type { FaultKind, Recovered } from "./faults/faults.ts";
import { breakOnce, faultKinds } from "./faults/faults.ts";
import type { Watch } from "./faults/watch.ts";
import { makeWatch } from "./faults/watch.ts";
import type { Ledger } from "./ledger.ts";
import { openLedger } from "./ledger.ts";
import { makeClient } from "./load/client.ts";
import type { Load } from "./load/load.ts";
import { makeLoad } from "./load/load.ts";
import type { DrillFolder } from "./place.ts";
import type { Times } from "./plan/certificate.ts";
import { osloDay } from "./plan/days.ts";
import type { Plan } from "./plan/plan.ts";
import { makePlan } from "./plan/plan.ts";

/** A hub with a load on its way to it. */
export interface Stage {
  readonly drill: DrillHub;
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly ledgerPath: string;
  readonly load: Load;
  readonly watch: Watch;
  readonly close: () => Promise<void>;
}

/** How a kind of fault went. */
export interface FaultResult {
  readonly fault: string;
  readonly strikes: ReadonlyArray<Recovered>;
}

export interface Context {
  readonly asked: Asked;
  readonly folder: DrillFolder;
  /** Ends what is under way. */
  readonly ending: AbortController;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

const quiet = "no fault";
const lanes = 24;

/** Slow enough that a stage keeps up, fast enough that something is always under way. */
const pace = { withFaults: 150, without: 400 };
const drainWithin = 180_000;

const timesOf = (now: number): Times => {
  const second = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { written: second(now - 3_600_000), received: second(now - 1_800_000) };
};

/** Starts the hub and makes ready what is sent to it. */
export const prepare = async ({ asked, folder, signal, say }: Context): Promise<Stage> => {
  const times = timesOf(Date.now());
  const plan = makePlan({ seed: asked.seed, messages: asked.messages, day: osloDay(new Date(times.written)) });
  say(`${plan.messages.length} messages about ${plan.persons.length} persons, seed ${asked.seed}.`);
  const drill = await startDrillHub(folder.hub, { say, signal });
  const ledger = await openLedger(folder.ledger);
  const client = makeClient({ url: drill.url, token: drill.token, connections: lanes });
  const watch = makeWatch(drill.places.postgresUrl, drill.places.kafkaBrokers);
  return {
    drill,
    plan,
    ledger,
    ledgerPath: folder.ledger,
    load: makeLoad({ plan, times, ledger, client, signal, lanes }),
    watch,
    close: async () => {
      client.close();
      await watch.close();
      await ledger.close();
      await drill.hub.stop();
    },
  };
};

const chosenKinds = ({ only }: Asked): ReadonlyArray<FaultKind> =>
  faultKinds.filter(({ name }) => only === undefined || name.toLowerCase().includes(only.toLowerCase()));

/** One kill under load: begins when the load flows, ends when everything is through again. */
const breakUnderLoad = async (
  { asked, signal, say }: Context,
  { drill, load, ledger, watch }: Stage,
  { kind, run, messages }: { readonly kind: FaultKind; readonly run: number; readonly messages: number },
): Promise<Recovered> => {
  const sending = load.send({ messages, perSecond: pace.withFaults, fault: kind.name });
  const flowing = load.answered() + Math.floor(messages / 5);
  const broken = (async () => {
    while (load.answered() < flowing) await sleep(10, undefined, { signal });
    return breakOnce({ hub: drill.hub, watch, load, ledger, kind, run, signal });
  })();
  const [result] = await Promise.all([broken, sending]);
  await watch.settled(drainWithin);
  const { process: name, pid, proof, recoveryMs } = result;
  say(`${kind.name} (${run} of ${asked.runs}): ${name}, pid ${pid}, with ${proof}; back after ${recoveryMs} ms.`);
  return result;
};

/** Sends the whole load and breaks the hub on the way. */
export const runFaults = async (context: Context, stage: Stage): Promise<ReadonlyArray<FaultResult>> => {
  const { asked, say } = context;
  const kinds = chosenKinds(asked);
  const share = Math.floor(stage.load.left() / (kinds.length * asked.runs + 1));
  await stage.load.send({ messages: share, perSecond: pace.withFaults, fault: quiet });
  await stage.watch.settled(drainWithin);
  say(`${share} messages are through without a fault.`);
  const results: Array<FaultResult> = [];
  for (const kind of kinds) {
    const strikes: Array<Recovered> = [];
    for (let run = 1; run <= asked.runs; run += 1)
      strikes.push(await breakUnderLoad(context, stage, { kind, run, messages: share }));
    results.push({ fault: kind.name, strikes });
  }
  await sendRest(stage);
  return results;
};

/** Sends what is left of the load, with nothing broken. */
export const sendRest = async ({ load, watch }: Stage): Promise<void> => {
  await load.send({ messages: load.left(), perSecond: pace.without, fault: quiet });
  await watch.settled(drainWithin);
};

/** Has the checker look at everything. */
export const judge = ({ drill, ledgerPath }: Stage, mayRepeat: boolean): Promise<Verdict> =>
  check({ ...drill.places, ledger: ledgerPath, mayRepeat });
