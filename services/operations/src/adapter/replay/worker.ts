import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Environment, ReplayNews, ReplayOrder } from "@samvirke/stage";

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

const newsIn = (line: string): ReplayNews | undefined => {
  try {
    const news: unknown = JSON.parse(line);
    return typeof news === "object" && news !== null && "told" in news ? (news as ReplayNews) : undefined;
  } catch {
    return undefined;
  }
};

/** Runs a service's own process until it has replayed. Rejects with the end of what it said when it failed. */
export const runWorker = (work: Work): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const main = join(work.root, "services", work.service, "src", "main.ts");
  const child = spawn(process.execPath, [main], {
    cwd: work.root,
    env: environmentOf(work),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => void (said = `${said}${text.toString("utf8")}`.slice(-keptText)));
  createInterface({ input: child.stdout }).on("line", (line) => {
    const news = newsIn(line);
    if (news) work.onNews(news);
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
  return promise;
};
