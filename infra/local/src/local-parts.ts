import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Guarded } from "./guarded.ts";
import { planKafka } from "./kafka.ts";
import { endLeftovers } from "./leftovers.ts";
import { runPart } from "./local-part.ts";
import { partNames, type PartName } from "./part-names.ts";
import type { Parts, PartsOptions } from "./parts-port.ts";
import type { PartPlan, PartSetting } from "./plan.ts";
import { freePort } from "./ports.ts";
import { planPostgres, postgresUrl, secretsIn } from "./postgres.ts";
import { planRegistry, registryUrl, type RegistryDatabase } from "./registry.ts";

type PartPorts = Readonly<Record<PartName | "kafkaController", number>>;

const choosePorts = async (chosen: PartsOptions["ports"] = {}): Promise<PartPorts> => ({
  postgres: chosen.postgres ?? (await freePort()),
  kafka: chosen.kafka ?? (await freePort()),
  kafkaController: chosen.kafkaController ?? (await freePort()),
  registry: chosen.registry ?? (await freePort()),
});

interface Surroundings {
  readonly options: PartsOptions;
  readonly ports: PartPorts;
  readonly wanted: readonly PartName[];
}

const settingOf = ({ options, ports }: Surroundings, name: PartName): PartSetting => {
  const folder = join(options.folder, name);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    logs: join(options.folder, "logs"),
    run: join(options.folder, "run"),
    port: ports[name],
    fast: options.fast ?? false,
    onProgress: options.onProgress ?? (() => undefined),
  };
};

const registryDatabase = ({ options, ports, wanted }: Surroundings): RegistryDatabase | undefined => {
  if (!wanted.includes("postgres")) return undefined;
  const { registry } = secretsIn(join(options.folder, "postgres"));
  return { host: "127.0.0.1", port: ports.postgres, password: registry };
};

const plan = (around: Surroundings, name: PartName): Promise<PartPlan> => {
  const setting = settingOf(around, name);
  if (name === "postgres") return planPostgres(setting);
  if (name === "kafka") return planKafka({ ...setting, controllerPort: around.ports.kafkaController });
  return planRegistry({ ...setting, database: registryDatabase(around) });
};

/** One part that can be started, ended and started again. */
interface Slot {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly pid: () => number | undefined;
}

const makeSlot = (around: Surroundings, name: PartName): Slot => {
  let running: Guarded | undefined;
  const forget = (): Guarded | undefined => {
    const was = running;
    running = undefined;
    return was;
  };
  const watch = async (child: Guarded): Promise<void> => {
    const how = await child.gone;
    if (running !== child) return;
    running = undefined;
    around.options.onLost?.(name, how);
  };
  return {
    start: async () => {
      await forget()?.stop();
      running = await runPart(await plan(around, name));
      void watch(running);
    },
    stop: async () => forget()?.stop(),
    kill: async () => forget()?.kill(),
    pid: () => running?.identity.pid,
  };
};

const stopAll = async (slots: Readonly<Record<PartName, Slot>>): Promise<void> => {
  await slots.registry.stop();
  await Promise.all([slots.kafka.stop(), slots.postgres.stop()]);
};

const startAll = async (slots: Readonly<Record<PartName, Slot>>, { options, wanted }: Surroundings): Promise<void> => {
  const start = async (name: PartName): Promise<void> => {
    if (!wanted.includes(name)) return;
    await slots[name].start();
    options.onProgress?.(`${name} is ready.`);
  };
  // The registry keeps its schemas in PostgreSQL; the broker needs neither.
  const started = await Promise.allSettled([start("postgres").then(() => start("registry")), start("kafka")]);
  const failed = started.find((result) => result.status === "rejected");
  if (failed === undefined) return;
  await stopAll(slots);
  throw failed.reason;
};

/** The parts as processes of this machine, from packages, each under a guard. */
export const startLocalParts = async (options: PartsOptions): Promise<Parts> => {
  mkdirSync(options.folder, { recursive: true, mode: 0o755 });
  await endLeftovers(join(options.folder, "run"));
  const ports = await choosePorts(options.ports);
  const around: Surroundings = { options, ports, wanted: options.parts ?? partNames };
  const slots = {
    postgres: makeSlot(around, "postgres"),
    kafka: makeSlot(around, "kafka"),
    registry: makeSlot(around, "registry"),
  };
  await startAll(slots, around);
  const url = around.wanted.includes("postgres") ? postgresUrl(join(options.folder, "postgres"), ports.postgres) : "";
  return {
    postgres: { url },
    kafka: { brokers: [`127.0.0.1:${ports.kafka}`] },
    registry: { url: registryUrl("127.0.0.1", ports.registry) },
    kill: (part) => slots[part].kill(),
    restart: (part) => slots[part].start(),
    pid: (part) => slots[part].pid(),
    stop: () => stopAll(slots),
  };
};
