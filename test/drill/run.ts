import type { Verdict } from "./checker/check.ts";
import { check } from "./checker/check.ts";
import type { Asked } from "./arguments.ts";
import type { DrillHub } from "./drill-hub.ts";
import { startDrillHub } from "./drill-hub.ts";
import type { Watch } from "./catalogue/watch.ts";
import { makeWatch } from "./catalogue/watch.ts";
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

export interface Context {
  readonly asked: Asked;
  readonly folder: DrillFolder;
  readonly seed: number;
  /** Ends what is under way. */
  readonly ending: AbortController;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What is broken while nothing is. */
export const quiet = "no fault";
const lanes = 24;

/** Slow enough that a stage keeps up, fast enough that something is always under way. */
export const pace = { withFaults: 150, without: 400 };
/** Longest wait for all that is under way. Unit: milliseconds. */
export const drainWithin = 300_000;

const timesOf = (now: number): Times => {
  const second = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { written: second(now - 3_600_000), received: second(now - 1_800_000) };
};

/** Starts the hub and makes ready what is sent to it. */
export const prepare = async ({ asked, folder, seed, signal, say }: Context): Promise<Stage> => {
  const times = timesOf(Date.now());
  const plan = makePlan({ seed, messages: asked.messages, day: osloDay(new Date(times.written)) });
  say(`${plan.messages.length} messages about ${plan.persons.length} persons, seed ${seed}.`);
  const drill = await startDrillHub(folder.hub, { say, signal });
  const ledger = await openLedger(folder.ledger);
  const client = makeClient({ senders: drill.senders, connections: lanes });
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

/** Sends what is left of the load, with nothing broken. */
export const sendRest = async ({ load, watch }: Stage): Promise<void> => {
  await load.send({ messages: load.left(), perSecond: pace.without, fault: quiet });
  await watch.settled(drainWithin);
};

/** Has the checker look at everything. */
export const judge = ({ drill, ledgerPath }: Stage, mayRepeat: boolean): Promise<Verdict> =>
  check({ ...drill.places, ledger: ledgerPath, mayRepeat });
