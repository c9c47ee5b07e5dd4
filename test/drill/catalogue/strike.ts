import { setTimeout as sleep } from "node:timers/promises";
import type { Hub } from "@samvirke/local";
import type { Load } from "../load/load.ts";
import { childrenOf, signalAll } from "./pids.ts";
import type { Watch } from "./watch.ts";

/** What is killed, and by which of its work it is known to be busy. */
export type Target =
  | { readonly kind: "gateway" }
  | { readonly kind: "service"; readonly service: string; readonly stages: ReadonlyArray<string> }
  | { readonly kind: "relay" }
  | { readonly kind: "broker" }
  | { readonly kind: "database" };

/** A process that was ended in the middle of its work. */
export interface Strike {
  readonly process: string;
  readonly pid: number;
  /** Pieces of uncommitted work at the moment of the kill. */
  readonly inFlight: number;
  /** What was seen, in words. */
  readonly proof: string;
  /** When the kill was done, on the monotonic clock. */
  readonly at: number;
}

export interface Scene {
  readonly hub: Hub;
  readonly watch: Watch;
  readonly load: Load;
}

const patience = 30_000;
const pause = 7;

/** After so many looks without an open transaction, records read and not committed are proof enough. */
const looksForTransaction = 150;

const halt = (pid: number): void => void process.kill(pid, "SIGSTOP");
const goOn = (pid: number): void => {
  try {
    process.kill(pid, "SIGCONT");
  } catch {
    // It is gone, which is what was wanted.
  }
};

const aGoodDeal = 5;
const looksForAGoodDeal = 60;

/** Some looks are spent on a moment with a good deal of work; then any work is enough. */
const atLeast = (look: number): number => (look < looksForAGoodDeal ? aGoodDeal : 1);

interface Proof {
  readonly inFlight: number;
  readonly proof: string;
}

interface Victim {
  readonly name: string;
  readonly pid: () => number | undefined;
  readonly kill: () => Promise<void>;
  /** What is uncommitted while it stands still; undefined when it is idle. */
  readonly busy: (look: number) => Promise<Proof | undefined>;
}

const lookOnce = async (victim: Victim, pid: number, look: number): Promise<Strike | undefined> => {
  halt(pid);
  try {
    const proof = await victim.busy(look);
    if (!proof) return undefined;
    const at = performance.now();
    await victim.kill();
    return { process: victim.name, pid, ...proof, at };
  } finally {
    goOn(pid);
  }
};

/** Holds the process still, looks whether it has uncommitted work, and kills it then; else lets it go on and looks again. */
const strikeWhenBusy = async (victim: Victim): Promise<Strike> => {
  const end = performance.now() + patience;
  for (let look = 0; performance.now() < end; look += 1) {
    const pid = victim.pid();
    const struck = pid === undefined ? undefined : await lookOnce(victim, pid, look);
    if (struck) return struck;
    await sleep(pause);
  }
  throw new Error(`${victim.name} was never seen with uncommitted work`);
};

/** A service of the hub by its name. */
export const hosted = (hub: Hub, name: string) => {
  const found = hub.services.find((service) => service.name === name);
  if (!found) throw new Error(`the hub has no service ${name}`);
  return found;
};

const serviceVictim = ({ hub, watch }: Scene, service: string, stages: ReadonlyArray<string>): Victim => {
  const { pid, kill } = hosted(hub, service);
  return {
    name: service,
    pid,
    kill,
    busy: async (look) => {
      const open = await watch.openTransactions(service);
      const lag = await watch.stageLag(stages);
      if (lag < atLeast(look) || (open === 0 && look < looksForTransaction)) return undefined;
      return { inFlight: lag, proof: `${lag} records read or waiting and not committed, ${open} transactions open` };
    },
  };
};

const gatewayVictim = ({ hub, watch, load }: Scene): Victim => {
  const { pid, kill } = hosted(hub, "gateway-health");
  return {
    name: "gateway-health",
    pid,
    kill,
    busy: async () => {
      const [open, waiting] = [await watch.openTransactions("gateway"), load.inFlight()];
      return open === 0 || waiting === 0
        ? undefined
        : { inFlight: waiting, proof: `${waiting} messages without an answer, ${open} transactions open` };
    },
  };
};

const relayVictim = ({ hub, watch }: Scene): Victim => {
  const { pid, kill } = hosted(hub, "relay");
  return {
    name: "relay",
    pid,
    kill,
    busy: async (look) => {
      const lag = await watch.relayLag();
      return lag < atLeast(look) ? undefined : { inFlight: lag, proof: `${lag} records of the log not yet in Kafka` };
    },
  };
};

const sumOf = (heads: ReadonlyMap<string, number>): number => [...heads.values()].reduce((sum, next) => sum + next, 0);

// While the broker stands still, what the log takes cannot be in Kafka: the relay is sending it just then.
const holdBroker = 60;

const brokerVictim = ({ hub, watch }: Scene): Victim => ({
  name: "broker (Kafka)",
  pid: () => hub.parts.pid("kafka"),
  kill: () => hub.parts.kill("kafka"),
  busy: async () => {
    const before = sumOf(await watch.heads());
    await sleep(holdBroker);
    const waiting = sumOf(await watch.heads()) - before;
    return waiting === 0
      ? undefined
      : {
          inFlight: waiting,
          proof: `${waiting} records appended to the log while the broker stood still, none of them in Kafka`,
        };
  },
});

/** The server and all that it has started, at once: standing still one by one would not stop the others' commits. */
const strikeDatabase = async ({ hub, watch, load }: Scene): Promise<Strike> => {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const pid = hub.parts.pid("postgres");
    const open = await watch.writing();
    const waiting = load.inFlight();
    if (pid !== undefined && open > 0 && waiting > 0) {
      const children = childrenOf(pid);
      const at = performance.now();
      const killed = hub.parts.kill("postgres");
      signalAll(children, "SIGKILL");
      await killed;
      const proof = `${waiting} messages without an answer, ${open} transactions with rows written and not committed`;
      return { process: "PostgreSQL", pid, inFlight: waiting, proof, at };
    }
    await sleep(pause);
  }
  throw new Error("PostgreSQL was never seen with uncommitted work");
};

/** Kills a target with uncommitted work in flight, and proves that there was some. */
export const strike = (scene: Scene, target: Target): Promise<Strike> => {
  switch (target.kind) {
    case "service":
      return strikeWhenBusy(serviceVictim(scene, target.service, target.stages));
    case "gateway":
      return strikeWhenBusy(gatewayVictim(scene));
    case "relay":
      return strikeWhenBusy(relayVictim(scene));
    case "broker":
      return strikeWhenBusy(brokerVictim(scene));
    case "database":
      return strikeDatabase(scene);
  }
};

const seenBusy = async ({
  hub,
  watch,
  load,
}: Scene): Promise<{ readonly inFlight: number; readonly proof: string }> => {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const [waiting, lag] = [load.inFlight(), await watch.relayLag()];
    const pid = hub.parts.pid("postgres");
    if (pid !== undefined && waiting + lag > 0)
      return {
        inFlight: waiting + lag,
        proof: `${waiting} messages without an answer, ${lag} records not yet in Kafka`,
      };
    await sleep(pause);
  }
  throw new Error("the hub was never seen with work under way");
};

/** Waits for a moment with work under way and does something to a process then. */
export const whileBusy = async (
  scene: Scene,
  name: string,
  of: { readonly pid: () => number | undefined; readonly act: () => Promise<void> },
): Promise<Strike> => {
  const busy = await seenBusy(scene);
  const pid = of.pid() ?? 0;
  await of.act();
  return { process: name, pid, ...busy, at: performance.now() };
};
