import { createConnection } from "node:net";

/** Where a single broker listens and what it tells its clients. */
export interface BrokerPlace {
  readonly listen: string;
  readonly controller: string;
  readonly advertised: string;
  readonly data: string;
}

/** The settings of our one broker, the same wherever it runs. */
export const brokerSettings = ({
  listen,
  controller,
  advertised,
  data,
}: BrokerPlace): Readonly<Record<string, string>> => ({
  "process.roles": "broker,controller",
  "node.id": "1",
  "controller.quorum.voters": `1@${controller}`,
  listeners: `PLAINTEXT://${listen},CONTROLLER://${controller}`,
  "advertised.listeners": `PLAINTEXT://${advertised}`,
  "inter.broker.listener.name": "PLAINTEXT",
  "controller.listener.names": "CONTROLLER",
  "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
  "log.dirs": data,
  "auto.create.topics.enable": "false",
  "group.initial.rebalance.delay.ms": "0",
  // Kafka's default of six seconds refuses members that ask to be missed sooner.
  "group.min.session.timeout.ms": "1000",
  // A killed broker is let in again when its old session ends; nine seconds is Kafka's default.
  "broker.session.timeout.ms": "3000",
  "broker.heartbeat.interval.ms": "500",
  "log.cleaner.dedupe.buffer.size": "8388608",
  "offsets.topic.replication.factor": "1",
  "offsets.topic.num.partitions": "4",
  "transaction.state.log.replication.factor": "1",
  "transaction.state.log.min.isr": "1",
  "transaction.state.log.num.partitions": "4",
  "share.coordinator.state.topic.replication.factor": "1",
  "share.coordinator.state.topic.min.isr": "1",
  "share.coordinator.state.topic.num.partitions": "4",
});

// Metadata request, version 1: size, key 3, version, correlation id, client id, no topics.
const metadataRequest = Buffer.from("0000000e0003000100000001ffff00000000", "hex");

// Answer: size, correlation id, number of brokers that take work. Its own registration is the last thing a broker waits for.
const brokersIn = (answer: Buffer): number => (answer.length < 12 ? 0 : answer.readInt32BE(8));

/** True when the broker answers and has let itself in. */
export const isBrokerReady = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host }, () => socket.write(metadataRequest));
    const tell = (ready: boolean): void => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => tell(false));
    socket.on("data", (answer: Buffer) => tell(brokersIn(answer) > 0));
    socket.on("error", () => tell(false));
    socket.on("close", () => resolve(false));
  });
