import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { ensureJava, ensureKafka } from "./downloads.ts";
import type { Command } from "./guarded.ts";
import { filesOf, javaEnvironment, javaOptions, type PartPlan, type PartSetting } from "./plan.ts";
import { runShown } from "./run.ts";

/** A broker needs a second port, for its controller. */
export interface KafkaSetting extends PartSetting {
  readonly controllerPort: number;
}

const internalTopics = [
  "offsets.topic.replication.factor=1",
  "offsets.topic.num.partitions=4",
  "transaction.state.log.replication.factor=1",
  "transaction.state.log.min.isr=1",
  "transaction.state.log.num.partitions=4",
  "share.coordinator.state.topic.replication.factor=1",
  "share.coordinator.state.topic.min.isr=1",
  "share.coordinator.state.topic.num.partitions=4",
];

// Paths are relative to the broker's folder: a properties file is Latin-1 and splits log.dirs at commas.
const properties = ({ port, controllerPort }: KafkaSetting): string =>
  [
    "process.roles=broker,controller",
    "node.id=1",
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    "inter.broker.listener.name=PLAINTEXT",
    "controller.listener.names=CONTROLLER",
    "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs=data",
    "auto.create.topics.enable=false",
    "group.initial.rebalance.delay.ms=0",
    // Kafka's default of six seconds refuses members that ask to be missed sooner.
    "group.min.session.timeout.ms=1000",
    // A killed broker is let in again when its old session ends; nine seconds is Kafka's default.
    "broker.session.timeout.ms=3000",
    "broker.heartbeat.interval.ms=500",
    "log.cleaner.dedupe.buffer.size=8388608",
    ...internalTopics,
    "",
  ].join("\n");

const logging = [
  "status=warn",
  "rootLogger.level=warn",
  "rootLogger.appenderRefs=out",
  "rootLogger.appenderRef.out.ref=out",
  "appender.out.type=Console",
  "appender.out.name=out",
  "appender.out.layout.type=PatternLayout",
  "appender.out.layout.pattern=%d{ISO8601}{UTC}Z %p %c{1} %m%n",
  "logger.server.name=kafka.server.KafkaRaftServer",
  "logger.server.level=info",
  "",
].join("\n");

const command = async (setting: KafkaSetting, args: readonly string[]): Promise<Command> => ({
  name: "kafka",
  command: await ensureJava(setting.onProgress),
  args: [
    "-Xms256m",
    "-Xmx512m",
    ...javaOptions(setting),
    "-Dlog4j2.configurationFile=log4j2.properties",
    "-cp",
    join(await ensureKafka(setting.onProgress), "*"),
    ...args,
  ],
  cwd: setting.folder,
  env: javaEnvironment(),
  ...filesOf("kafka", setting),
  signal: "SIGTERM",
  bound: 20_000,
});

// The stamp comes last: a broker that was formatted by halves is formatted anew, one that holds records never is.
const format = async (setting: KafkaSetting): Promise<void> => {
  const stamp = join(setting.folder, "formatted");
  if (existsSync(stamp)) return;
  rmSync(join(setting.folder, "data"), { recursive: true, force: true });
  const cluster = randomBytes(16).toString("base64url");
  const args = ["kafka.tools.StorageTool", "format", "-t", cluster, "-c", "kraft.properties"];
  await runShown(await command(setting, args), "Formatting Kafka's folder", setting.onProgress);
  writeFileSync(stamp, cluster);
};

// Metadata request, version 1: size, key 3, version, correlation id, client id, no topics.
const metadataRequest = Buffer.from("0000000e0003000100000001ffff00000000", "hex");

// Answer: size, correlation id, number of brokers that take work. The broker's own registration is the last thing before it does.
const brokersIn = (answer: Buffer): number => (answer.length < 12 ? 0 : answer.readInt32BE(8));

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write(metadataRequest));
    const tell = (ready: boolean): void => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => tell(false));
    socket.on("data", (answer: Buffer) => tell(brokersIn(answer) > 0));
    socket.on("error", () => tell(false));
    socket.on("close", () => resolve(false));
  });

/** A single broker in KRaft mode that keeps its records in the part's folder. */
export const planKafka = async (setting: KafkaSetting): Promise<PartPlan> => {
  mkdirSync(join(setting.folder, "tmp"), { recursive: true });
  writeFileSync(join(setting.folder, "kraft.properties"), properties(setting));
  writeFileSync(join(setting.folder, "log4j2.properties"), logging);
  await format(setting);
  return {
    name: "kafka",
    command: await command(setting, ["kafka.Kafka", "kraft.properties"]),
    isReady: () => isReady(setting.port),
  };
};
