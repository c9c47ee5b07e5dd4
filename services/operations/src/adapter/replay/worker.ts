import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Arrived, Environment, FurtherStages, ReplayNews, ReplayOrder } from "@samvirke/stage";

/** A service that is asked to replay. */
export interface Work {
  readonly root: string;
  readonly service: string;
  readonly order: ReplayOrder;
  readonly env: Environment;
  readonly onNews: (news: ReplayNews) => void;
  readonly signal: AbortSignal;
}

const patienceMs = 20_000;
const keptText = 2_000;

const environmentOf = ({ env, order }: Work): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  TZ: process.env["TZ"],
  ...Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("SAMVIRKE_"))),
  SAMVIRKE_REPLAY: JSON.stringify(order),
});

const newsIn = (line: string): ReplayNews | Arrived | undefined => {
  try {
    const news: unknown = JSON.parse(line);
    return typeof news === "object" && news !== null && "told" in news ? (news as ReplayNews | Arrived) : undefined;
  } catch {
    return undefined;
  }
};

interface Child {
  readonly process: ChildProcess;
  /** Rejects with the end of what it said when it failed. */
  readonly ended: Promise<void>;
}

const begin = (work: Work, onArrived: () => void): Child => {
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const main = join(work.root, "services", work.service, "src", "main.ts");
  const child = spawn(process.execPath, [main], {
    cwd: work.root,
    env: environmentOf(work),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => void (said = `${said}${text.toString("utf8")}`.slice(-keptText)));
  // A process that ended takes no more orders; that it ended is told below.
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const news = newsIn(line);
    if (news?.told === "arrived") onArrived();
    else if (news) work.onNews(news);
  });
  const kill = (): void => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  };
  work.signal.addEventListener("abort", kill);
  child.on("error", reject);
  child.on("close", (code) => {
    work.signal.removeEventListener("abort", kill);
    if (code === 0 || work.signal.aborted) resolve();
    else reject(new Error(`${work.service} could not replay: ${said.trim().split("\n").at(-1) ?? "no reason told"}`));
  });
  return { process: child, ended };
};

/** Runs a service's own process until it has replayed. Rejects with the end of what it said when it failed. */
export const runWorker = (work: Work): Promise<void> => {
  const { process: child, ended } = begin(work, () => undefined);
  child.stdin?.end();
  return ended;
};

/** A service's own process that goes from positions to positions. */
export interface Rounds {
  /** Resolves once the run is there, or early after the signal; rejects when the process failed. */
  readonly reach: (stages: FurtherStages) => Promise<void>;
  /** Lets the process end. */
  readonly end: () => Promise<void>;
}

/** Starts a process that takes further positions; `order.further` is to be true. */
export const startRounds = (work: Work): Rounds => {
  let arrived = Promise.withResolvers<void>();
  const child = begin(work, () => arrived.resolve());
  child.ended.catch(() => undefined);
  return {
    reach: async (stages) => {
      arrived = Promise.withResolvers();
      child.process.stdin?.write(`${JSON.stringify(stages)}\n`);
      await Promise.race([arrived.promise, child.ended]);
    },
    end: async () => {
      child.process.stdin?.end();
      await child.ended.catch(() => undefined);
    },
  };
};
