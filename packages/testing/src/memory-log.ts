import { logFailure, systemClock } from "@samvirke/kernel";
import type { Clock, LogFailure, LogPort, OutgoingRecord, Topic, WireRecord } from "@samvirke/kernel";
import { makeMember } from "./memory-subscription.ts";
import type { DeliveryHooks, MemoryMember } from "./memory-subscription.ts";
import { makeMemoryTopics } from "./memory-topic.ts";
import type { MemoryTopics } from "./memory-topic.ts";

/** How an append ends. prefix: the first half of each partition is written, then it fails; lost-ack: all is written, then it fails; refused: nothing is written. */
export type AppendOutcome = "written" | "prefix" | "lost-ack" | "refused";

/** Faults and interleavings that a test turns on; all off by default. */
export interface MemoryLogHooks extends DeliveryHooks {
  readonly onAppend: (topic: Topic) => AppendOutcome;
}

/** A port of one process. */
export interface MemoryLog extends LogPort {
  /** Drops the port's memberships without a word, as a killed process does. */
  readonly crash: () => void;
  /** Ends every subscription of the port with this failure. */
  readonly fail: (failure: LogFailure) => void;
}

/** A broker in memory: many ports, one set of topics. */
export interface MemoryBroker {
  /** A port of one process; its own hooks go before the broker's. */
  readonly port: (hooks?: Partial<MemoryLogHooks>) => MemoryLog;
  readonly records: (topic: Topic, partition: number) => ReadonlyArray<WireRecord>;
  /** Gives every group a new generation, members in turned order. */
  readonly rebalance: () => void;
  readonly expire: MemoryTopics["expire"];
}

export interface MemoryBrokerOptions {
  readonly clock?: Clock;
  readonly hooks?: Partial<MemoryLogHooks>;
}

interface Groups {
  readonly join: (member: MemoryMember) => void;
  readonly leave: (member: MemoryMember) => void;
  readonly rebalance: () => void;
}

const makeGroups = (topics: MemoryTopics): Groups => {
  const groups = new Map<string, ReadonlyArray<MemoryMember>>();
  const name = (member: MemoryMember): string => `${member.options.group} ${member.options.topic}`;
  const assign = (group: string, members: ReadonlyArray<MemoryMember>): void => {
    groups.set(group, members);
    members.forEach((member, index) => {
      const all = Array.from({ length: topics.partitions(member.options.topic) ?? 0 }, (_, partition) => partition);
      member.assign(all.filter((partition) => partition % members.length === index));
    });
  };
  return {
    join: (member) => assign(name(member), [...(groups.get(name(member)) ?? []), member]),
    leave: (member) => {
      const before = groups.get(name(member)) ?? [];
      if (before.includes(member))
        assign(
          name(member),
          before.filter((other) => other !== member),
        );
    },
    rebalance: () => {
      for (const [group, members] of groups) assign(group, [...members.slice(1), ...members.slice(0, 1)]);
    },
  };
};

const defaultHooks: MemoryLogHooks = {
  step: () => Promise.resolve(),
  batchSize: () => 1_000,
  repeat: () => 0,
  backOff: () => new Promise((resolve) => setTimeout(resolve, 1)),
  onAppend: () => "written",
};

type Batches = ReadonlyMap<number, ReadonlyArray<OutgoingRecord>>;

const write = (topics: MemoryTopics, topic: Topic, batches: Batches, outcome: AppendOutcome): void => {
  if (outcome === "refused") throw logFailure("retriable", "append refused");
  for (const [partition, records] of batches) {
    const kept = outcome === "prefix" ? records.slice(0, records.length >> 1) : records;
    topics.append(topic, partition, kept);
  }
  if (outcome !== "written") throw logFailure("retriable", "append not acknowledged");
};

interface Broker {
  readonly topics: MemoryTopics;
  readonly groups: Groups;
  readonly hooks: MemoryLogHooks;
}

const makePort = ({ topics, groups, hooks }: Broker): MemoryLog => {
  const members = new Set<MemoryMember>();
  let lastAppend: Promise<unknown> = Promise.resolve();
  let isCrashed = false;
  return {
    partitions: async (topic) => topics.partitions(topic),
    createTopics: async (names, partitions) => names.forEach((topic) => topics.create(topic, partitions)),
    deleteTopics: async (names) => names.forEach((topic) => topics.remove(topic)),
    append: (topic, batches) => {
      const work = lastAppend.then(async () => {
        await hooks.step("append");
        write(topics, topic, batches, hooks.onAppend(topic));
        await hooks.step("append acknowledged");
      });
      lastAppend = work.catch(() => undefined);
      return work;
    },
    bounds: async (topic, partition) => topics.bounds(topic, partition),
    read: async (topic, partition, offset) => topics.slice(topic, partition, offset, 1)[0],
    readMany: async (topic, partition, offset) => {
      const records = topics.slice(topic, partition, offset, 100);
      return { records, next: (records.at(-1)?.offset ?? offset - 1n) + 1n };
    },
    subscribe: async (options) => {
      if (isCrashed) throw logFailure("fatal", "the process is gone");
      if (topics.partitions(options.topic) === undefined) throw logFailure("retriable", `no topic ${options.topic}`);
      const leave = (left: MemoryMember): void => {
        members.delete(left);
        groups.leave(left);
      };
      const member = makeMember(options, { topics, hooks, leave });
      members.add(member);
      groups.join(member);
      return member;
    },
    crash: () => {
      isCrashed = true;
      members.forEach((member) => member.kill());
    },
    fail: (failure) =>
      members.forEach((member) => {
        member.kill();
        member.options.onStopped(failure);
      }),
    close: async () => {
      await Promise.all([...members].map((member) => member.close()));
    },
  };
};

/** A broker in memory with the semantics that the contract suite demands of every log port. */
export const makeMemoryBroker = (options: MemoryBrokerOptions = {}): MemoryBroker => {
  const topics = makeMemoryTopics(options.clock ?? systemClock);
  const groups = makeGroups(topics);
  const broker: Broker = { topics, groups, hooks: { ...defaultHooks, ...options.hooks } };
  return {
    port: (hooks) => makePort({ ...broker, hooks: { ...broker.hooks, ...hooks } }),
    records: (topic, partition) => topics.slice(topic, partition, 0n, Number.MAX_SAFE_INTEGER),
    rebalance: groups.rebalance,
    expire: topics.expire,
  };
};
