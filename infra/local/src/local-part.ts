import { setTimeout as sleep } from "node:timers/promises";
import { runGuarded, tailOf, type Guarded } from "./guarded.ts";
import { partTitles } from "./part-names.ts";
import type { PartPlan } from "./plan.ts";

const readyWithin = 90_000;

const secondTries = 20;

// Between two looks: short enough to be no delay, long enough to be no load.
const pause = 50;

const ended = (running: Guarded): Promise<string | undefined> => Promise.race([running.gone, sleep(pause, undefined)]);

const waitUntilReady = async (plan: PartPlan, running: Guarded): Promise<string | undefined> => {
  const end = performance.now() + readyWithin;
  while (performance.now() < end) {
    if (await plan.isReady(running.identity)) return undefined;
    const how = await ended(running);
    if (how !== undefined) return `ended while starting (${how})`;
  }
  await running.stop();
  return `did not answer within ${readyWithin / 1000} seconds`;
};

const failure = (plan: PartPlan, how: string): Error =>
  new Error(`${partTitles[plan.name]} ${how}. The end of ${plan.command.log}:\n${tailOf(plan.command.log)}`);

/** Starts a part and waits until it answers; the error names the part and shows the end of its log. */
export const runPart = async (plan: PartPlan, triesLeft = secondTries): Promise<Guarded> => {
  const running = await runGuarded(plan.command);
  const how = await waitUntilReady(plan, running);
  if (how === undefined) return running;
  if (triesLeft === 0 || plan.mayPass?.test(tailOf(plan.command.log, 3)) !== true) throw failure(plan, how);
  await sleep(500);
  return runPart(plan, triesLeft - 1);
};
