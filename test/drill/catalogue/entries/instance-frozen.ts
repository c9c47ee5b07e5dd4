import { setTimeout as sleep } from "node:timers/promises";
import { companionOf } from "../companion.ts";
import type { Entry, EntryScene } from "../entry.ts";
import { signalAll } from "../pids.ts";
import type { Strike } from "../strike.ts";
import { hosted } from "../strike.ts";

const stage = "intake";
const patience = 60_000;

/** Freezes the process at a moment with records that it has read or waits for, and not committed. */
const freezeBusy = async ({ watch, signal }: EntryScene, pid: number): Promise<number> => {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    signalAll([pid], "SIGSTOP");
    const lag = await watch.stageLag([stage]);
    const open = await watch.openTransactions(stage);
    if (lag > 0 && open > 0) return lag;
    signalAll([pid], "SIGCONT");
    await sleep(7, undefined, { signal });
  }
  throw new Error("the intake was never seen with uncommitted work");
};

/** Waits until somebody else has done what the frozen one held. */
const succeeded = async ({ watch, signal }: EntryScene): Promise<void> => {
  const heads = await watch.heads();
  const end = performance.now() + patience;
  while (!(await watch.stageHasPassed(stage, heads))) {
    if (performance.now() > end) throw new Error("no successor went on in the place of the frozen instance");
    await sleep(50, undefined, { signal });
  }
};

/** An instance that everybody thinks dead comes back with a commit in its hands. */
export const instanceFrozen: Entry = {
  name: "instance-frozen",
  what: "An intake stands still past its session in an open transaction; a second one goes on; the first comes back.",
  runs: { small: 1, large: 3 },
  play: async (scene): Promise<Strike> => {
    const pid = hosted(scene.hub, stage).pid() ?? 0;
    const successor = companionOf(pid);
    try {
      const lag = await freezeBusy(scene, pid);
      const began = performance.now();
      try {
        await succeeded(scene);
      } finally {
        signalAll([pid], "SIGCONT");
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const proof = `${lag} records not committed and a transaction open when it froze; a successor did them ${seconds} s later, then it was thawed`;
      return { process: stage, pid, inFlight: lag, proof, at: performance.now() };
    } finally {
      await successor.leave();
    }
  },
};
