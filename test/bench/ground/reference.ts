import { join } from "node:path";
import type { Ground } from "./ground.ts";
import { startProcess } from "./process.ts";
import type { Process } from "./process.ts";

export interface ReferenceOptions {
  /** Which of the bare loops, by its file's name. */
  readonly name: "translate" | "project" | "intake" | "relay" | "gateway" | "road";
  readonly as?: string;
  readonly source?: string;
  readonly target?: string;
  readonly records: number;
  readonly port?: number;
}

/** Starts a bare loop in a process of its own, on the same data. */
export const startReference = (
  ground: Ground,
  { name, as = name, source = "", target = "", records, port }: ReferenceOptions,
): Process => {
  const { env, folder, url } = ground;
  const task = {
    postgresUrl: url,
    brokers: env["SAMVIRKE_KAFKA_BROKERS"]?.split(","),
    registryUrl: env["SAMVIRKE_REGISTRY_URL"],
    masterKeyFile: join(folder, "master.key"),
    source,
    target,
    records,
    port,
  };
  // Under the profiler where the service beside it is: a reference that wastes its time is none.
  const isProfiled = ground.bench.args.profile.some((phase) => phase === name);
  return startProcess({
    name: `bare-${as}`,
    entry: `test/bench/reference/run-${name}.ts`,
    args: [JSON.stringify(task)],
    folder,
    isProfiled,
  });
};

/** Records a second of a bare loop. */
export const measureReference = async (ground: Ground, options: ReferenceOptions): Promise<number> => {
  const { perSecond, processorMicros } = await startReference(ground, options).answer<{
    readonly perSecond: number;
    readonly processorMicros: number;
  }>();
  ground.bench.tell(
    `  bare loop: ${perSecond.toFixed(0)} records/s, ${processorMicros.toFixed(0)} us of processor each`,
  );
  return perSecond;
};
