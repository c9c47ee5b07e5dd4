import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { brokerSettings, isBrokerReady } from "./broker.ts";
import { ensureJava, ensureKafka } from "./downloads.ts";
import type { Command } from "./guarded.ts";
import { filesOf, javaEnvironment, javaOptions, type PartPlan, type PartSetting } from "./plan.ts";
import { runShown } from "./run.ts";

/** A broker needs a second port, for its controller. */
export interface KafkaSetting extends PartSetting {
  readonly controllerPort: number;
}

// Paths are relative to the broker's folder: a properties file is Latin-1 and splits log.dirs at commas.
const properties = ({ port, controllerPort }: KafkaSetting): string => {
  const listen = `127.0.0.1:${port}`;
  const place = { listen, advertised: listen, controller: `127.0.0.1:${controllerPort}`, data: "data" };
  return `${Object.entries(brokerSettings(place))
    .map(([name, value]) => `${name}=${value}`)
    .join("\n")}\n`;
};

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

// Kafka's ids are 16 bytes in base64url; one that began with a dash would be read as an option.
const clusterId = (): string => {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  return bytes.toString("base64url");
};

// The stamp comes last: a broker that was formatted by halves is formatted anew, one that holds records never is.
const format = async (setting: KafkaSetting): Promise<void> => {
  const stamp = join(setting.folder, "formatted");
  if (existsSync(stamp)) return;
  rmSync(join(setting.folder, "data"), { recursive: true, force: true });
  const cluster = clusterId();
  const args = ["kafka.tools.StorageTool", "format", "-t", cluster, "-c", "kraft.properties"];
  await runShown(await command(setting, args), "Formatting Kafka's folder", setting.onProgress);
  writeFileSync(stamp, cluster);
};

/** A single broker in KRaft mode that keeps its records in the part's folder. */
export const planKafka = async (setting: KafkaSetting): Promise<PartPlan> => {
  mkdirSync(join(setting.folder, "tmp"), { recursive: true });
  writeFileSync(join(setting.folder, "kraft.properties"), properties(setting));
  writeFileSync(join(setting.folder, "log4j2.properties"), logging);
  await format(setting);
  return {
    name: "kafka",
    command: await command(setting, ["kafka.Kafka", "kraft.properties"]),
    isReady: () => isBrokerReady("127.0.0.1", setting.port),
  };
};
