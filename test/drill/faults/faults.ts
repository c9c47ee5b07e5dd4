import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "../ledger.ts";
import type { Scene, Strike, Target } from "./strike.ts";
import { strike } from "./strike.ts";

/** A kind of fault that the drill brings about. */
export interface FaultKind {
  readonly name: string;
  readonly target: Target;
}

/** Every kind, in the order in which they are brought about. */
export const faultKinds: ReadonlyArray<FaultKind> = [
  { name: "gateway killed", target: { kind: "gateway" } },
  { name: "relay killed", target: { kind: "relay" } },
  { name: "intake killed", target: { kind: "service", service: "intake", stages: ["intake"] } },
  {
    name: "projector killed",
    target: { kind: "service", service: "health-projector", stages: ["health-projector"] },
  },
  {
    name: "translator killed",
    target: { kind: "service", service: "welfare-translator", stages: ["welfare-translator"] },
  },
  { name: "broker killed", target: { kind: "broker" } },
  { name: "PostgreSQL killed", target: { kind: "database" } },
];

/** A fault and how long the hub needed to be back. */
export interface Recovered extends Strike {
  readonly recoveryMs: number;
}

export interface FaultRun extends Scene {
  readonly ledger: Ledger;
  readonly kind: FaultKind;
  readonly run: number;
  readonly signal: AbortSignal;
}

const longestRecovery = 120_000;
const restarts = { broker: "kafka", database: "postgres" } as const;

const bringBack = async ({ hub, kind }: FaultRun): Promise<void> => {
  const { kind: what } = kind.target;
  // Services are started again by whoever hosts them; the parts by whoever killed them.
  if (what === "broker" || what === "database") await hub.parts.restart(restarts[what]);
};

const recovered = async (run: FaultRun, struck: Strike, heads: ReadonlyMap<string, number>): Promise<number> => {
  const answeredBefore = run.load.answered() + run.load.inFlight();
  const end = struck.at + longestRecovery;
  for (;;) {
    const takesMessages = run.load.answered() > answeredBefore || run.load.left() === 0 || run.load.inFlight() === 0;
    if (takesMessages && (await run.watch.hasPassed(heads))) return Math.round(performance.now() - struck.at);
    if (performance.now() > end) throw new Error(`${run.kind.name}: not back within ${longestRecovery / 1000} seconds`);
    await sleep(20, undefined, { signal: run.signal });
  }
};

/** Kills once and waits until all that was under way is through and new messages are taken. */
export const breakOnce = async (run: FaultRun): Promise<Recovered> => {
  const { watch, ledger, kind } = run;
  const struck = await strike(run, kind.target);
  const { process: name, pid, inFlight, proof } = struck;
  await ledger.write({ type: "killed", fault: kind.name, run: run.run, process: name, pid, inFlight, proof });
  await bringBack(run);
  const heads = await headsSoon(watch.heads, run.signal);
  return { ...struck, recoveryMs: await recovered(run, struck, heads) };
};

/** What the log holds, as soon as the database tells. */
const headsSoon = async (heads: Scene["watch"]["heads"], signal: AbortSignal) => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await heads();
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50, undefined, { signal });
    }
  }
};
