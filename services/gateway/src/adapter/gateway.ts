import type { Catalogue, Codec, KeyCache } from "@samvirke/contracts";
import { topics } from "@samvirke/contracts";
import { defaultLimits } from "@samvirke/formats";
import type { Clock } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import type { Running } from "@samvirke/stage";
import type { Store, StoredKeyPort } from "@samvirke/store";
import type { Acceptance } from "../core/acceptance.ts";
import type { Sector } from "../core/party.ts";
import type { Arrival } from "./arrival.ts";
import { makeRoom } from "./body.ts";
import type { Committer } from "./committer.ts";
import { makeCommitter } from "./committer.ts";
import { makePrintEvent } from "./event-json.ts";
import type { Handlers } from "./exchange.ts";
import { isWorthRetrying } from "./failure.ts";
import { internalHandlers } from "./internal-handlers.ts";
import { messageHandlers } from "./message-handlers.ts";
import type { Metrics } from "./metrics.ts";
import { makeMetrics } from "./metrics.ts";
import type { News } from "./news.ts";
import { makeNews } from "./news.ts";
import type { OtherIds } from "./opening.ts";
import { makeOpening } from "./opening.ts";
import type { Parties } from "./parties.ts";
import type { Pepper } from "./pepper.ts";
import { idsOfPerson } from "./person-facts.ts";
import { readingHandlers } from "./reading-handlers.ts";
import { receiptHandlers } from "./receipt-handlers.ts";
import { registerRoutes } from "./register.ts";
import { makeServer } from "./server.ts";
import { takeBatch } from "./take.ts";
import { validationHandler } from "./validation-handler.ts";

/** The parts of the hub that a gateway uses. */
export interface GatewayHub {
  readonly store: Store;
  readonly codec: Codec;
  readonly keys: StoredKeyPort;
  readonly keyCache: KeyCache;
  readonly clock: Clock;
  readonly observe: Observe;
}

export interface GatewaySettings {
  readonly sector: Sector;
  readonly port: number;
  readonly host: string;
  /** Largest body. */
  readonly maxBytes: number;
  /** Most messages that wait for a transaction. */
  readonly queue: number;
  /** Days that a document stays in a mailbox; 0: for ever. */
  readonly outboxDays: number;
}

export interface GatewayOptions {
  readonly hub: GatewayHub;
  readonly settings: GatewaySettings;
  readonly parties: Parties;
  readonly pepper: Pepper;
  readonly catalogue: Catalogue;
}

/** A gateway that takes requests. */
export interface RunningGateway extends Running {
  readonly port: number;
}

const mebibyte = 1024 * 1024;
const leastRoom = 64 * mebibyte;

const doors = { health: "HEALTH", welfare: "WELFARE", employer: "EMPLOYER" } as const;

const committerOf = ({ hub, settings }: GatewayOptions): Committer<Arrival, Acceptance> => {
  const { store, codec, keys, keyCache } = hub;
  const door = doors[settings.sector];
  return makeCommitter({
    commit: takeBatch(store, { codec, keys, seals: keyCache, topic: topics.messages, door }),
    sizeOf: ({ bytes }) => bytes.byteLength,
    isWorthRetrying,
    committers: 2,
    maxBatch: 100,
    maxBatchBytes: 8 * mebibyte,
    capacity: settings.queue,
  });
};

interface Parts {
  readonly committer: Committer<Arrival, Acceptance>;
  readonly news: News;
  readonly metrics: Metrics;
}

const handlersOf = (options: GatewayOptions, { committer, news, metrics }: Parts): Handlers => {
  const { hub, settings, pepper, catalogue } = options;
  const { store, codec, keys, clock } = hub;
  const otherIds: OtherIds = (person) => idsOfPerson(store, person);
  const opening = makeOpening({ codec, keys, audiences: [settings.sector, "hub"], otherIds });
  const limits = { ...defaultLimits, maxBytes: settings.maxBytes };
  const messages = { store, committer, opening, pepper, clock, limits, news };
  const { outboxDays } = settings;
  return {
    ...messageHandlers(messages),
    ...receiptHandlers({ ...messages, outboxDays }),
    ...readingHandlers({
      store,
      opening,
      pepper,
      news,
      codec,
      keys,
      otherIds,
      keyCache: hub.keyCache,
      clock,
      outboxDays,
      print: makePrintEvent(catalogue),
    }),
    ...validationHandler({ limits, clock }),
    ...internalHandlers({ store, metrics, hasRoom: () => committer.queued() < settings.queue }),
  };
};

/** Opens the door. Stopping answers who waits, takes no more, finishes what is queued and closes. */
export const openGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const { hub, settings, parties } = options;
  const committer = committerOf(options);
  const news = await makeNews(hub.store);
  const metrics = makeMetrics({ samvirke_gateway_queued: committer.queued });
  const stopping = new AbortController();
  const server = makeServer(hub.observe);
  registerRoutes(server, {
    parties,
    handlers: handlersOf(options, { committer, news, metrics }),
    limits: { maxBytes: settings.maxBytes, room: makeRoom(Math.max(2 * settings.maxBytes, leastRoom)) },
    metrics,
    observe: hub.observe,
    stopping: stopping.signal,
  });
  const address = new URL(await server.listen({ port: settings.port, host: settings.host }));
  const port = Number(address.port);
  hub.observe.event("info", "listening", { port });
  return {
    port,
    ended: new Promise(() => undefined),
    stop: async () => {
      stopping.abort();
      await server.close();
      await committer.close();
      await news.close();
    },
  };
};
