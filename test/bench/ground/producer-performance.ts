import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { home } from "@samvirke/local";
import type { Bench } from "./bench.ts";

const run = promisify(execFile);

interface Java {
  readonly command: string;
  readonly classPath: string;
}

/** The Java and the jars that the broker runs on; else Java of the path and the downloaded jars. */
const javaOf = ({ parts }: Bench): Java => {
  try {
    const args = readFileSync(`/proc/${parts.pid("kafka") ?? 0}/cmdline`, "utf8").split("\0");
    const [command, classPath] = [args[0], args[args.indexOf("-cp") + 1]];
    if (command && classPath && args.includes("-cp")) return { command, classPath };
  } catch {
    // No such process here: the broker runs in a container, or the system has no /proc.
  }
  const folder = readdirSync(join(home, "parts")).find((name) => name.startsWith("kafka-")) ?? "";
  return { command: "java", classPath: join(home, "parts", folder, "*") };
};

const resultForm = /([\d.]+) records\/sec/;

/** Records a second that the broker's own tool produces to a topic; undefined where it cannot be run. */
export const producerPerformance = async (
  bench: Bench,
  order: { readonly topic: string; readonly records: number; readonly bytes: number },
): Promise<number | undefined> => {
  const { command, classPath } = javaOf(bench);
  const args = [
    "-Xmx256m",
    "-cp",
    classPath,
    "org.apache.kafka.tools.ProducerPerformance",
    "--topic",
    order.topic,
    "--num-records",
    String(order.records),
    "--record-size",
    String(order.bytes),
  ];
  const properties = [
    "--throughput",
    "-1",
    "--producer-props",
    `bootstrap.servers=${bench.parts.kafka.brokers.join(",")}`,
    "acks=all",
  ];
  try {
    const { stdout } = await run(command, [...args, ...properties]);
    const last = stdout.trim().split("\n").at(-1) ?? "";
    return Number(resultForm.exec(last)?.[1]);
  } catch (error) {
    bench.tell(
      `  the broker's own tool could not be run: ${error instanceof Error ? error.message.split("\n")[0] : "unknown"}`,
    );
    return undefined;
  }
};
