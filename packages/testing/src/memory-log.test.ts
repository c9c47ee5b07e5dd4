import type { WireBatch } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { makeMemoryBroker } from "./memory-log.ts";

const topic = "t.one";
const text = (value: Uint8Array): string => new TextDecoder().decode(value);
const out = (value: string) => ({ key: "k", headers: [["h", value]] as const, value: new TextEncoder().encode(value) });
const until = async (isDone: () => boolean): Promise<void> => {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe("a broker in memory", () => {
  test("delivers in order from the offset that startAt names", async () => {
    const broker = makeMemoryBroker();
    const log = broker.port();
    await log.createTopics([topic], 2);
    await log.append(topic, new Map([[0, ["a", "b", "c"].map(out)]]));
    const seen: Array<string> = [];
    const onBatch = async (batch: WireBatch): Promise<void> => {
      seen.push(...batch.records.map((record) => text(record.value)));
    };
    await log.subscribe({ group: "g", topic, startAt: async () => 1n, onBatch, onStopped: () => undefined });
    await until(() => seen.length === 2);
    await log.append(topic, new Map([[0, [out("d")]]]));
    await until(() => seen.length === 3);
    expect(seen).toEqual(["b", "c", "d"]);
    await log.close();
  });

  test("fences a member that lost its partition while a batch ran", async () => {
    const broker = makeMemoryBroker();
    const [first, second] = [broker.port(), broker.port()];
    await first.createTopics([topic], 1);
    await first.append(topic, new Map([[0, [out("a")]]]));
    const fates: Array<string> = [];
    const gate = Promise.withResolvers<void>();
    const onBatch = async (batch: WireBatch): Promise<void> => {
      await gate.promise;
      await batch.heartbeat().then(
        () => fates.push("alive"),
        (failure: { fate: string }) => fates.push(failure.fate),
      );
    };
    const options = { group: "g", topic, startAt: async () => 0n, onBatch, onStopped: () => undefined };
    await first.subscribe(options);
    await new Promise((resolve) => setTimeout(resolve, 5));
    first.crash();
    await second.subscribe(options);
    gate.resolve();
    await until(() => fates.length === 2);
    expect(fates.sort()).toEqual(["alive", "fenced"]);
    await Promise.all([first.close(), second.close()]);
  });

  test("a lost acknowledgement leaves the records written", async () => {
    const broker = makeMemoryBroker({ hooks: { onAppend: () => "lost-ack" } });
    const log = broker.port();
    await log.createTopics([topic], 1);
    await expect(log.append(topic, new Map([[0, [out("a")]]]))).rejects.toMatchObject({ fate: "retriable" });
    expect(broker.records(topic, 0).map((record) => text(record.value))).toEqual(["a"]);
  });

  test("a position before the first record kept goes on at the earliest", async () => {
    const broker = makeMemoryBroker();
    const log = broker.port();
    await log.createTopics([topic], 1);
    await log.append(topic, new Map([[0, ["a", "b", "c"].map(out)]]));
    broker.expire(topic, 0, 2n);
    const seen: Array<bigint> = [];
    const onBatch = async (batch: WireBatch): Promise<void> => {
      seen.push(...batch.records.map((record) => record.offset));
    };
    await log.subscribe({ group: "g", topic, startAt: async () => 0n, onBatch, onStopped: () => undefined });
    await until(() => seen.length === 1);
    expect(seen).toEqual([2n]);
    await log.close();
  });
});
