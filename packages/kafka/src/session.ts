import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { logFailure, type Topic } from "@samvirke/kernel";
import type { KafkaLogConfig, TlsOptions } from "./config.ts";
import { Cluster, createLogger, type KafkaBroker, type KafkaCluster } from "./kafkajs.ts";
import "./repairs.ts";
import { within } from "./timing.ts";

/** Connections to the brokers. Anything that goes wrong below the protocol ends a session; the next one is new. */
export interface Session {
  readonly anyBroker: () => Promise<KafkaBroker>;
  readonly broker: (nodeId: number) => Promise<KafkaBroker>;
  readonly coordinator: (group: string) => Promise<KafkaBroker>;
  /** Node that leads each partition, asked of the brokers now. */
  readonly leaders: (topic: Topic) => Promise<ReadonlyMap<number, number>>;
  /** The same as it was when last asked. */
  readonly knownLeaders: (topic: Topic) => Promise<ReadonlyMap<number, number>>;
  /** What is known may be outdated. */
  readonly forget: () => void;
  readonly close: () => void;
}

const connectionTimeout = 3_000;
// Retries are ours, per operation: kafkajs's default depends on NODE_ENV.
const retry = { retries: 1, initialRetryTime: 50, maxRetryTime: 100, factor: 0.2, multiplier: 2 };

interface Target {
  readonly host: string;
  readonly port: number;
  readonly onConnect: () => void;
}

const plainSocket = ({ host, port, onConnect }: Target): Socket => connect({ host, port, noDelay: true }, onConnect);

// kafkajs is told that it may speak once the hands are shaken, not before. An address is no name to ask for.
const tlsSocket = ({ host, port, onConnect }: Target, tls: TlsOptions): Socket => {
  const named = isIP(host) === 0 ? { servername: host } : {};
  return connectTls({ host, port, ...named, ...tls }, onConnect).setNoDelay(true);
};

const makeSockets = (tls: TlsOptions | undefined) => {
  const open = new Set<Socket>();
  let closed = false;
  return {
    factory: (target: Target): Socket => {
      if (closed) throw logFailure("retriable", "kafka: session is closed");
      const socket = tls === undefined ? plainSocket(target) : tlsSocket(target, tls);
      socket.setKeepAlive(true, 60_000);
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      return socket;
    },
    // An error event is what makes kafkajs reject what is pending and clear its timers; a silent close does neither.
    destroy: (): void => {
      closed = true;
      for (const socket of open) socket.destroy(new Error("session closed"));
    },
  };
};

// The text of kafkajs's log lines may carry anything, and what they tell reaches us as rejections, too: nothing of it
// is let through, whatever level the environment asks for.
const logger = createLogger({ level: 0, logCreator: () => () => undefined });

const makeCluster = (config: KafkaLogConfig, factory: ReturnType<typeof makeSockets>["factory"]): KafkaCluster =>
  new Cluster({
    brokers: config.brokers,
    clientId: config.clientId,
    logger,
    retry,
    connectionTimeout,
    requestTimeout: config.requestTimeout,
    enforceRequestTimeout: true,
    metadataMaxAge: 300_000,
    allowAutoTopicCreation: false,
    socketFactory: factory,
    ...(config.sasl === undefined ? {} : { sasl: { ...config.sasl } }),
  });

const makeLeaders = (cluster: KafkaCluster): Session["leaders"] => {
  // One look-up at a time: kafkajs keeps the latest metadata answer in one field.
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (topic: Topic): Promise<ReadonlyMap<number, number>> => {
    await cluster.brokerPool.refreshMetadata([topic]);
    const found = cluster.brokerPool.metadata?.topicMetadata.find((entry) => entry.topic === topic);
    return new Map(found?.partitionMetadata.map(({ partitionId, leader }) => [partitionId, leader]));
  };
  return (topic) => {
    const answer = last.then(() => ask(topic));
    last = answer.catch(() => undefined);
    return answer;
  };
};

/** Opens connections to the brokers. */
export const openSession = async (config: KafkaLogConfig): Promise<Session> => {
  const sockets = makeSockets(config.tls);
  const cluster = makeCluster(config, sockets.factory);
  const limited = <T>(what: string, work: Promise<T>): Promise<T> => within(config.requestTimeout * 2, what, work);
  const broker = (nodeId: number): Promise<KafkaBroker> =>
    limited("finding a broker", cluster.brokerPool.findBroker({ nodeId }));
  const anyBroker = (): Promise<KafkaBroker> => limited("finding a broker", cluster.brokerPool.findConnectedBroker());
  const ask = makeLeaders(cluster);
  const known = new Map<Topic, ReadonlyMap<number, number>>();
  const leaders = async (topic: Topic): Promise<ReadonlyMap<number, number>> => {
    const answer = await limited("reading metadata", ask(topic));
    known.set(topic, answer);
    return answer;
  };
  try {
    await limited("connecting", cluster.connect());
  } catch (error) {
    sockets.destroy();
    throw error;
  }
  return {
    broker,
    anyBroker,
    leaders,
    knownLeaders: async (topic) => known.get(topic) ?? leaders(topic),
    forget: () => known.clear(),
    coordinator: async (groupId) => {
      const any = await anyBroker();
      const { coordinator } = await any.findGroupCoordinator({ groupId, coordinatorType: 0 });
      return broker(coordinator.nodeId);
    },
    close: sockets.destroy,
  };
};
