import type { Environment } from "./config.ts";
import type { Running } from "./running.ts";

/** Makes a service from its environment. */
export type Make = (env: Environment) => Promise<Running>;

const signals = ["SIGTERM", "SIGINT"] as const;

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });

/** A service as a process: runs until it is told to stop (exit code 0) or ends by itself (exit code 1, to be started again). */
export const runService = async (make: Make): Promise<void> => {
  const asked = untilSignal().then(() => "asked" as const);
  try {
    const made = await Promise.race([make(process.env), asked]);
    if (made === "asked") return process.exit(0);
    await Promise.race([made.ended, asked]);
    await made.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "the service failed"}\n`);
    process.exit(1);
  }
};
