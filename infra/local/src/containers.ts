import { setTimeout as sleep } from "node:timers/promises";
import { getContainerRuntimeClient, Network, type StartedNetwork, type StartedTestContainer } from "testcontainers";
import { isBrokerReady } from "./broker.ts";
import { kafkaContainer, postgresContainer, registryContainer } from "./container-parts.ts";
import { clusterUrl, makeSecrets, type Secrets } from "./cluster.ts";
import { partNames, partTitles, type PartName } from "./part-names.ts";
import type { Parts, PartsOptions } from "./parts-port.ts";
import { freePort } from "./ports.ts";
import { isRegistryReady, registryUrl } from "./registry.ts";
import type { Progress } from "./run.ts";

type Client = Awaited<ReturnType<typeof getContainerRuntimeClient>>;

/** One part in its container, which keeps its port and its data over kill and restart. */
interface Slot {
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

const readyWithin = 120_000;

const untilReady = async (name: PartName, isReady: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + readyWithin;
  while (!(await isReady())) {
    if (performance.now() > end) throw new Error(`${partTitles[name]} did not answer within ${readyWithin / 1000} s.`);
    await sleep(200);
  }
};

interface Ready {
  readonly name: PartName;
  readonly started: StartedTestContainer;
  readonly isReady: () => Promise<boolean>;
}

const makeSlot = async (client: Client, { name, started, isReady }: Ready): Promise<Slot> => {
  const container = client.container.getById(started.getId());
  let pid: number | undefined;
  const settle = async (): Promise<void> => {
    await untilReady(name, isReady);
    pid = (await client.container.inspect(container)).State.Pid;
  };
  await settle();
  return {
    kill: async () => {
      pid = undefined;
      await container.kill({ signal: "SIGKILL" });
      await container.wait();
    },
    restart: async () => {
      await container.restart();
      await settle();
    },
    pid: () => pid,
    stop: async () => void (await started.stop()),
  };
};

type ContainerPorts = Readonly<Record<PartName, number>>;

// Fixed ports on the host: Docker gives a restarted container new ones otherwise, and its clients would not find it.
const choosePorts = async (chosen: PartsOptions["ports"] = {}): Promise<ContainerPorts> => ({
  postgres: chosen.postgres ?? (await freePort()),
  kafka: chosen.kafka ?? (await freePort()),
  registry: chosen.registry ?? (await freePort()),
});

const answers = async (started: StartedTestContainer): Promise<boolean> => {
  try {
    const asked = await started.exec(["pg_isready", "-h", "127.0.0.1", "-d", "samvirke"]);
    return asked.exitCode === 0;
  } catch {
    return false;
  }
};

interface Surroundings {
  readonly client: Client;
  readonly host: string;
  readonly network: StartedNetwork;
  readonly ports: ContainerPorts;
  readonly secrets: Secrets;
  readonly wanted: readonly PartName[];
}

const begin: Readonly<Record<PartName, (around: Surroundings) => Promise<Ready>>> = {
  postgres: async ({ network, ports, secrets }) => {
    const started = await postgresContainer({ network, port: ports.postgres }, secrets).start();
    return { name: "postgres", started, isReady: () => answers(started) };
  },
  kafka: async ({ network, ports, host }) => {
    const started = await kafkaContainer({ network, port: ports.kafka }, host).start();
    return { name: "kafka", started, isReady: () => isBrokerReady(host, ports.kafka) };
  },
  registry: async ({ network, ports, secrets, wanted, host }) => {
    const password = wanted.includes("postgres") ? secrets.registry : undefined;
    const started = await registryContainer({ network, port: ports.registry }, password).start();
    return { name: "registry", started, isReady: () => isRegistryReady(registryUrl(host, ports.registry)) };
  },
};

type Slots = Map<PartName, Slot>;

const stopAll = async (slots: Slots, { network }: Surroundings): Promise<void> => {
  for (const name of [...partNames].reverse()) await slots.get(name)?.stop();
  await network.stop();
};

const startAll = async (slots: Slots, around: Surroundings, onProgress: Progress): Promise<void> => {
  for (const name of partNames.filter((part) => around.wanted.includes(part))) {
    onProgress(`${name} in a container …`);
    slots.set(name, await makeSlot(around.client, await begin[name](around)));
  }
};

const surround = async (options: PartsOptions): Promise<Surroundings> => {
  const client = await getContainerRuntimeClient();
  return {
    client,
    host: client.info.containerRuntime.host,
    network: await new Network().start(),
    ports: await choosePorts(options.ports),
    secrets: makeSecrets(),
    wanted: options.parts ?? partNames,
  };
};

const slotOf = (slots: Slots, name: PartName): Slot => {
  const slot = slots.get(name);
  if (slot === undefined) throw new Error(`${partTitles[name]} was not started.`);
  return slot;
};

/**
 * The parts in containers, for those who have a Docker daemon. The images are named in the settings file.
 * Their data ends with them: the folder of the options is not used.
 */
export const startContainers = async (options: PartsOptions): Promise<Parts> => {
  const around = await surround(options);
  const slots: Slots = new Map();
  await startAll(slots, around, options.onProgress ?? (() => undefined)).catch(async (error: unknown) => {
    await stopAll(slots, around);
    throw error;
  });
  const { host, ports, secrets } = around;
  return {
    postgres: { url: clusterUrl(secrets, host, ports.postgres) },
    kafka: { brokers: [`${host}:${ports.kafka}`] },
    registry: { url: registryUrl(host, ports.registry) },
    kill: (part) => slotOf(slots, part).kill(),
    restart: (part) => slotOf(slots, part).restart(),
    pid: (part) => slots.get(part)?.pid(),
    stop: () => stopAll(slots, around),
  };
};
