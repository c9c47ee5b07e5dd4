import { createInterface } from "node:readline";
import { readFurther, readOrder } from "../replay/config.ts";
import type { Arrived, FurtherStages, ReplayNews } from "../replay/config.ts";
import { replayService } from "../replay/replay-service.ts";
import type { Make } from "./make.ts";

const signals = ["SIGTERM", "SIGINT"] as const;

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });

const serve = async (make: Make, asked: Promise<"asked">): Promise<void> => {
  const made = await Promise.race([make(process.env), asked]);
  if (made === "asked") return;
  await Promise.race([made.ended, asked]);
  await made.stop();
};

const tell = (news: ReplayNews | Arrived): void => void process.stdout.write(`${JSON.stringify(news)}\n`);

async function* furtherStages(signal: AbortSignal): AsyncGenerator<FurtherStages> {
  const lines = createInterface({ input: process.stdin, signal });
  for await (const line of lines) yield readFurther(line);
}

/** Replays what SAMVIRKE_REPLAY asks for, in isolation; news come as JSON lines on standard output. */
const replay = async (make: Make, { text, asked }: { readonly text: string; readonly asked: Promise<"asked"> }) => {
  const ending = new AbortController();
  void asked.then(() => ending.abort());
  const order = readOrder(text);
  const further = order.further === true ? { further: furtherStages(ending.signal) } : {};
  await replayService(make, { env: process.env, order, ...further }, { tell, signal: ending.signal });
};

/** A service as a process: runs until it is told to stop (exit code 0) or ends by itself (exit code 1, to be started again). */
export const runService = async (make: Make): Promise<void> => {
  const asked = untilSignal().then(() => "asked" as const);
  const text = process.env["SAMVIRKE_REPLAY"];
  try {
    await (text === undefined ? serve(make, asked) : replay(make, { text, asked }));
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "the service failed"}\n`);
    process.exit(1);
  }
};
