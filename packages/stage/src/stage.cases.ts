import { deriveEventId, E, partitionCount, partitionOf } from "@samvirke/kernel";
import type { LogRecord, NewRecord, PersonId } from "@samvirke/kernel";
import { makeMemoryBroker, makeMemoryStore } from "@samvirke/testing";
import type { MemoryStoreHooks } from "@samvirke/testing";
import type { StageDefinition } from "./definition.ts";
import { runRelay } from "./relay/run-relay.ts";
import { runStage } from "./run-stage.ts";
import type { RunningStage, StageDeps } from "./run-stage.ts";

export const [input, output] = ["c.in", "c.out"];
export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
export const decode = <A>(bytes: Uint8Array): A => JSON.parse(new TextDecoder().decode(bytes)) as A;

/** The n-th person, all in one partition unless told. */
export const person = (n: number, partition = 3): PersonId =>
  `${(partition + n * partitionCount).toString(16).padStart(8, "0")}-0000-4000-8000-000000000000` as PersonId;

export const redriveStage = (record: LogRecord) => E.right(decode<{ stage: string }>(record.value).stage);

/** A broker and a store in memory with a relay between them, and what a test needs to look at them. */
export const makeBench = async (hooks: Partial<MemoryStoreHooks> = {}, partitions = partitionCount) => {
  const store = makeMemoryStore({ hooks });
  const broker = makeMemoryBroker();
  const port = store.port();
  const log = broker.port();
  const events: Array<string> = [];
  const observe = { event: (_: string, name: string) => void events.push(name) };
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  await port.createTopics([input, output]);
  await log.createTopics([input, output], partitions);
  const relay = runRelay({ topics: [input, output], log: broker.port(), store: port, clock, observe, pollMs: 5 });
  relay.done.catch(() => undefined);
  const stages: Array<RunningStage> = [];
  return {
    store,
    broker,
    log,
    port,
    clock,
    events,
    relay,
    start: <P, S = never>(definition: StageDefinition<P, S>, more: Partial<StageDeps> = {}): RunningStage => {
      const deps = { log: broker.port(), store: store.port(), clock, observe, redriveStage, tickMs: 5, ...more };
      const stage = runStage(definition, deps);
      stage.done.catch(() => undefined);
      stages.push(stage);
      return stage;
    },
    send: async (
      ...records: ReadonlyArray<Pick<NewRecord, "key"> & { readonly value: unknown; readonly type?: string }>
    ): Promise<void> => {
      const made = records.map(({ key, value, type = "In" }, i): NewRecord => {
        const id = deriveEventId(`${(store.tables.log.get(input) ?? []).flat().length} ${i}`, type);
        return { topic: input, key, id, type, headers: [], value: encode(value) };
      });
      await port.transact((t) => t.append(made));
      port.wake();
    },
    outputs: (): ReadonlyArray<unknown> => (store.tables.log.get(output) ?? []).flat().map((r) => decode(r.value)),
    checkpoint: (stage: string, key: PersonId) => port.checkpoint(stage, input, partitionOf(key)),
    end: async (): Promise<void> => {
      await Promise.all([relay.stop(), ...stages.map((stage) => stage.stop())]);
      await broker.port().close();
    },
  };
};
export type Bench = Awaited<ReturnType<typeof makeBench>>;

/** A stage that copies values to the output; `act` may throw or answer with rows. */
export const copying = (
  act: (value: unknown) => Partial<ReturnType<StageDefinition<LogRecord>["handle"]>> = () => ({}),
): StageDefinition<LogRecord> => ({
  name: "copy",
  topic: input,
  schema: "view_copy",
  accepts: (type) => type === "In",
  prepare: async (records) => records.map((record) => E.right(record)),
  handle: (record) => {
    const value = decode(record.value);
    const append: NewRecord = {
      topic: output,
      key: record.key,
      id: deriveEventId(record.id, "Out"),
      type: "Out",
      headers: [],
      value: encode(value),
    };
    return { appends: [append], rows: [], ...act(value) };
  },
});
