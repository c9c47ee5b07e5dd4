import { deriveEventId, E, logFailure, partitionCount, uuid5 } from "@samvirke/kernel";
import type { EventId, LogRecord, NewRecord, PersonId, RowChange, StageStore } from "@samvirke/kernel";
import { makeMemoryBroker, makeMemoryStore } from "@samvirke/testing";
import type { AppendOutcome, MemoryLog, MemoryStorePort } from "@samvirke/testing";
import type { StageDefinition } from "./definition.ts";
import { runRelay } from "./relay/run-relay.ts";
import { runStage } from "./run-stage.ts";
import type { RunningStage } from "./run-stage.ts";
import type { Sleep } from "./sleep.ts";
import { positionOf } from "./wire.ts";

/** Numbers from a seed (mulberry32), so that a run can be had again. */
export const makeRandom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { next, below, chance: (share: number): boolean => next() < share };
};
export type Random = ReturnType<typeof makeRandom>;

/** A process of the model; when it is dead every call of its ports rejects and it never wakes again. */
interface Process {
  isDead: boolean;
}

interface Pending {
  readonly owner: Process;
  readonly isSleep: boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const killed = (): Error => logFailure("retriable", "this process was killed");
const away = (): Error => logFailure("retriable", "the part is away");

/** Every asynchronous step of the model waits here until the seed picks it. */
const makeScheduler = (random: Random) => {
  let pending: Array<Pending> = [];
  const take = (index: number): Pending | undefined => pending.splice(index, 1)[0];
  return {
    point: (owner: Process): Promise<void> => {
      if (owner.isDead) return Promise.reject(killed());
      return new Promise((resolve, reject) => pending.push({ owner, isSleep: false, resolve, reject }));
    },
    sleep:
      (owner: Process): Sleep =>
      (_, signal) => {
        if (owner.isDead) return new Promise(() => undefined);
        return new Promise((resolve) => {
          if (signal.aborted) return resolve();
          const entry: Pending = { owner, isSleep: true, resolve, reject: () => undefined };
          pending.push(entry);
          signal.addEventListener("abort", () => {
            pending = pending.filter((other) => other !== entry);
            resolve();
          });
        });
      },
    kill: (owner: Process): void => {
      owner.isDead = true;
      const own = pending.filter((entry) => entry.owner === owner);
      pending = pending.filter((entry) => entry.owner !== owner);
      own.forEach((entry) => entry.reject(killed()));
    },
    /** Lets one waiting step go on, or fail when `fails` says so; sleepers seldom go before the others. */
    step: async (fails: boolean): Promise<void> => {
      const awake = pending.flatMap((entry, index) => (entry.isSleep ? [] : [index]));
      const chosen =
        awake.length > 0 && !random.chance(0.1) ? awake[random.below(awake.length)] : random.below(pending.length);
      const entry = take(chosen ?? 0);
      if (fails && entry?.isSleep === false) entry.reject(away());
      else entry?.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const [input, output] = ["m.in", "m.out"];
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = <A>(bytes: Uint8Array): A => JSON.parse(new TextDecoder().decode(bytes)) as A;

interface Message {
  readonly label: string;
  readonly poison: "" | "copy-throws" | "copy-contract" | "rows-constraint" | "rows-throws";
}
interface Copied extends Message {
  readonly cause: EventId;
  readonly n: number;
}

export interface Scenario {
  readonly seed: number;
  readonly persons: number;
  readonly messages: number;
  readonly chaosSteps: number;
  /** Most steps to come to rest in once nothing fails any more. */
  readonly calmSteps?: number;
  /** Share of messages that fail until they are fixed. */
  readonly poison: number;
  /** One in five who come to this point is killed there, and started anew; twice also after things stopped to fail. */
  readonly killAt?: string;
  /** Told of every point that somebody comes to, and whether that is where it was killed. */
  readonly onPoint?: (who: Role, point: string, isKilled: boolean) => void;
}

/** Who comes to a point. */
export type Role = "copy" | "rows" | "relay";

/** A store broken on purpose; the property must notice. */
export type Sabotage = (store: MemoryStorePort) => StageStore;

interface StageSlot {
  readonly process: Process;
  readonly crash: () => void;
  readonly running: RunningStage;
}

/** The whole model: an input topic, a stage that copies with state, a stage that writes rows, relays; all by one seed. */
export const runModel = async (
  scenario: Scenario,
  sabotage: Sabotage = (store) => store,
): Promise<ReadonlyArray<string>> => {
  const random = makeRandom(scenario.seed);
  const scheduler = makeScheduler(random);
  const clock = { now: () => 1_700_000_000_000 };
  const store = makeMemoryStore({ clock });
  const broker = makeMemoryBroker({ clock });
  const outside: Process = { isDead: false };
  const persons = Array.from(
    { length: scenario.persons },
    (_, i) => uuid5("model", String(scenario.seed), String(i)) as PersonId,
  );
  let isChaos = true;
  let isFixed = false;
  let calmKills = 0;

  const appendOutcome = (): AppendOutcome => {
    if (!isChaos || !random.chance(0.15)) return "written";
    return (["prefix", "lost-ack", "refused"] as const)[random.below(3)] ?? "written";
  };
  const isRefused = (_: string, change: RowChange): boolean =>
    !isFixed && "columns" in change && change.columns["poison"] === "rows-constraint";

  const ports = (
    process: Process,
    who: Role,
    die: () => void,
  ): { readonly log: MemoryLog; readonly store: MemoryStorePort; readonly sleep: Sleep } => {
    const step = (point: string): Promise<void> => {
      const isAllowed = point === scenario.killAt && !process.isDead && (isChaos || calmKills < 2);
      const isKilled = isAllowed && random.chance(0.2);
      if (isKilled && !isChaos) calmKills += 1;
      scenario.onPoint?.(who, point, isKilled);
      if (isKilled) die();
      return scheduler.point(process);
    };
    const sleep = scheduler.sleep(process);
    const log = broker.port({
      step,
      onAppend: appendOutcome,
      batchSize: () => 1 + random.below(8),
      repeat: () => (isChaos && random.chance(0.2) ? random.below(6) : 0),
      backOff: () => sleep(1, new AbortController().signal),
    });
    return { log, store: store.port({ step, refuses: isRefused }), sleep };
  };

  const copyStage = (process: Process): StageDefinition<{ record: LogRecord; message: Message }, number> => ({
    name: "copy",
    topic: input,
    accepts: (type) => type === "In",
    prepare: async (records) => {
      await scheduler.point(process);
      return records.map((record) => {
        const message = decode<Message>(record.value);
        const isBad = message.poison === "copy-contract" && !isFixed;
        return isBad ? E.left({ reason: "contract", detail: "poison" } as const) : E.right({ record, message });
      });
    },
    states: { key: ({ record }) => record.key, decode: (bytes) => decode<number>(bytes), encode: (n) => encode(n) },
    handle: ({ record, message }, count = 0) => {
      if (message.poison === "copy-throws" && !isFixed) throw new RangeError("poison");
      const copied: Copied = { ...message, cause: record.id, n: count + 1 };
      const id = deriveEventId(record.id, "Out");
      return {
        appends: [{ topic: output, key: record.key, id, type: "Out", headers: [], value: encode(copied) }],
        rows: [],
        state: count + 1,
      };
    },
  });

  const rowStage = (process: Process): StageDefinition<{ record: LogRecord; copied: Copied }> => ({
    name: "rows",
    topic: output,
    schema: "view_model",
    accepts: (type) => type === "Out",
    prepare: async (records) => {
      await scheduler.point(process);
      return records.map((record) => E.right({ record, copied: decode<Copied>(record.value) }));
    },
    handle: ({ record, copied }) => {
      if (copied.poison === "rows-throws" && !isFixed) throw new RangeError("poison");
      const columns = { person: record.key, cause: copied.cause, n: copied.n, poison: copied.poison };
      return {
        appends: [],
        rows: [
          { op: "insert", table: "seen", columns },
          { op: "upsert", table: "last", key: { person: record.key }, columns: { n: copied.n } },
        ],
      };
    },
  });

  const startStage = (kind: "copy" | "rows"): StageSlot => {
    const process: Process = { isDead: false };
    const die = (): void => {
      const place = stages[kind].indexOf(slot);
      slot.crash();
      if (place >= 0) stages[kind][place] = startStage(kind);
    };
    const own = ports(process, kind, die);
    const deps = {
      ...own,
      store: sabotage(own.store),
      clock,
      observe: { event: () => undefined },
      redriveStage: (record: LogRecord) => E.right(decode<{ stage: string }>(record.value).stage),
      maxBatch: 5,
      maxChunk: 4,
    };
    const running = kind === "copy" ? runStage(copyStage(process), deps) : runStage(rowStage(process), deps);
    running.done.catch(() => undefined);
    const slot: StageSlot = {
      process,
      running,
      crash: () => {
        own.log.crash();
        own.store.crash();
        scheduler.kill(process);
      },
    };
    return slot;
  };

  interface RelaySlot {
    readonly loseLock: () => void;
    readonly crash: () => void;
  }
  const startRelay = (): RelaySlot => {
    const process: Process = { isDead: false };
    const die = (): void => {
      slot.crash();
      relays = relays.map((one) => (one === slot ? startRelay() : one));
    };
    const own = ports(process, "relay", die);
    runRelay({ ...own, topics: [input, output], clock, observe: { event: () => undefined } }).done.catch(
      () => undefined,
    );
    const slot: RelaySlot = {
      loseLock: own.store.crash,
      crash: () => {
        own.store.crash();
        scheduler.kill(process);
      },
    };
    return slot;
  };

  const steady = store.port();
  const admin = broker.port();
  await steady.createTopics([input, output]);
  await admin.createTopics([input, output], partitionCount);
  const stages = { copy: [startStage("copy")], rows: [startStage("rows")] };
  let relays = [startRelay()];

  let writing = 0;
  /** Appends from outside wait for locks of stages, so they are never waited for here. */
  const write = (records: ReadonlyArray<NewRecord>): void => {
    writing += 1;
    const written = steady.transact((transaction) => transaction.append(records));
    void written.then(steady.wake).finally(() => (writing -= 1));
  };
  const poisons: ReadonlyArray<Message["poison"]> = ["copy-throws", "copy-contract", "rows-constraint", "rows-throws"];
  let produced = 0;
  const produce = (): void => {
    const records = Array.from(
      { length: Math.min(1 + random.below(4), scenario.messages - produced) },
      (): NewRecord => {
        produced += 1;
        const poison = random.chance(scenario.poison) ? (poisons[random.below(poisons.length)] ?? "") : "";
        const label = `message ${produced}`;
        const type = random.chance(0.1) ? "Ignored" : "In";
        const key = persons[random.below(persons.length)] as PersonId;
        return {
          topic: input,
          key,
          id: deriveEventId(label, "In"),
          type,
          headers: [["h", label]],
          value: encode({ label, poison }),
        };
      },
    );
    write(records);
  };
  const redrive = (stage: "copy" | "rows", key: PersonId): void => {
    const topic = stage === "copy" ? input : output;
    const id = deriveEventId(`${random.next()}`, "PersonRedriven");
    write([{ topic, key, id, type: "PersonRedriven", headers: [], value: encode({ stage }) }]);
  };

  const restart = (kind: "copy" | "rows"): void => {
    const slots = stages[kind];
    const index = random.below(slots.length);
    slots[index]?.crash();
    slots[index] = startStage(kind);
  };
  const reseed = async (topic: string): Promise<void> => {
    relays.forEach((relay) => relay.crash());
    await admin.deleteTopics([topic]);
    await admin.createTopics([topic], partitionCount);
    relays = [startRelay()];
  };
  const expire = (topic: string, stage: string): void => {
    const partition = random.below(partitionCount);
    const handled = store.tables.checkpoints.get(`${stage} ${topic} ${partition}`)?.position ?? -1;
    const found = broker.records(topic, partition).find((record) => positionOf(record) === handled);
    if (found) broker.expire(topic, partition, found.offset + BigInt(random.below(2)));
  };
  const either = (): "copy" | "rows" => (random.chance(0.5) ? "copy" : "rows");
  const faults: ReadonlyArray<() => unknown> = [
    () => restart(either()),
    () => {
      const kind = either();
      if (stages[kind].length < 3) stages[kind].push(startStage(kind));
      else stages[kind].shift()?.crash();
    },
    () => broker.rebalance(),
    () => {
      relays[0]?.crash();
      relays = [...relays.slice(1), startRelay()];
    },
    () => {
      relays[0]?.loseLock();
      relays = [...relays, startRelay()];
      if (relays.length > 3) relays.shift()?.crash();
    },
    () => (random.chance(0.3) ? reseed(random.chance(0.5) ? input : output) : undefined),
    () => expire(input, "copy"),
    () => expire(output, "rows"),
    () => redrive(either(), persons[random.below(persons.length)] as PersonId),
  ];

  for (let step = 0; step < scenario.chaosSteps; step += 1) {
    if (produced < scenario.messages && random.chance(0.05)) produce();
    if (random.chance(0.01)) await faults[random.below(faults.length)]?.();
    await scheduler.step(random.chance(0.02));
  }

  const isPrefix = checkOrder(store.tables, "while failing");
  [isChaos, isFixed] = [false, true];
  while (produced < scenario.messages) produce();

  const isCaughtUp = (stage: string, topic: string): boolean =>
    (store.tables.log.get(topic) ?? []).every(
      (records, partition) =>
        (store.tables.checkpoints.get(`${stage} ${topic} ${partition}`)?.position ?? -1) === records.length - 1,
    );
  /** The relay has nothing left to copy; a partition may be empty, by expiry. */
  const isCopied = (topic: string): boolean =>
    (store.tables.log.get(topic) ?? []).every((records, partition) => {
      const copied = broker.records(topic, partition).map((record) => positionOf(record) ?? -1);
      return copied.length === 0 || Math.max(...copied) === records.length - 1;
    });
  let quiet = 0;
  for (let step = 0; step < (scenario.calmSteps ?? 60_000) && quiet < 1; step += 1) {
    await scheduler.step(false);
    if (step % 50 !== 0 || writing > 0 || !isCaughtUp("copy", input) || !isCaughtUp("rows", output)) continue;
    const parked = [...store.tables.parked.values()];
    for (const { stage, record } of parked) redrive(stage as "copy" | "rows", record.key);
    if (parked.length === 0 && isCopied(input) && isCopied(output)) quiet += 1;
  }
  const states = [...stages.copy, ...stages.rows].map(({ running }) => running.state());
  for (const slot of [...stages.copy, ...stages.rows]) slot.crash();
  relays.forEach((relay) => relay.crash());
  scheduler.kill(outside);
  return [
    ...isPrefix,
    ...(quiet === 0
      ? [`does not come to rest: ${states.map((s) => `${s.stage} ${s.state} ${s.reason ?? ""}`).join("; ")}`]
      : []),
    ...states.filter((s) => s.state === "stopped").map((s) => `${s.stage} stopped: ${s.reason}`),
    ...checkOrder(store.tables, "at the end"),
    ...(quiet === 0 ? [] : checkComplete(store.tables)),
    ...[input, output].flatMap((topic) => checkCopies(store.tables.log.get(topic) ?? [], topic, broker.records)),
  ];
};

type Tables = ReturnType<typeof makeMemoryStore>["tables"];
type Seen = { readonly person: string; readonly cause: string; readonly n: number };

const seenRows = (tables: Tables): ReadonlyArray<Seen> =>
  [...(tables.rows.get("view_model.seen")?.values() ?? [])] as unknown as ReadonlyArray<Seen>;
const ofTopic = (tables: Tables, topic: string): ReadonlyArray<LogRecord> => (tables.log.get(topic) ?? []).flat();

const grouped = <A>(values: ReadonlyArray<A>, keyOf: (value: A) => string): ReadonlyMap<string, ReadonlyArray<A>> =>
  Map.groupBy(values, keyOf);

/** Each person's effects are a prefix of that person's causes: nothing passed a parked record, nothing came twice. */
const checkOrder = (tables: Tables, when: string): ReadonlyArray<string> => {
  const problems: Array<string> = [];
  const causes = grouped(
    ofTopic(tables, input).filter((r) => r.type === "In"),
    (r) => r.key,
  );
  const copies = grouped(
    ofTopic(tables, output).filter((r) => r.type === "Out"),
    (r) => r.key,
  );
  for (const [person, records] of copies) {
    const told = records.map((r) => decode<Copied>(r.value));
    const wanted = (causes.get(person) ?? []).slice(0, told.length).map((r, i) => `${r.id} ${i + 1}`);
    if (told.map((c) => `${c.cause} ${c.n}`).join() !== wanted.join())
      problems.push(`${when}: the events of a person are not in the order of their causes`);
  }
  for (const [person, rows] of grouped(seenRows(tables), (row) => row.person)) {
    const wanted = (copies.get(person) ?? []).slice(0, rows.length).map((r) => decode<Copied>(r.value).cause);
    if (rows.map((row) => row.cause).join() !== wanted.join())
      problems.push(`${when}: the rows of a person are not in the order of their events`);
  }
  return problems;
};

const checkComplete = (tables: Tables): ReadonlyArray<string> => {
  const causes = ofTopic(tables, input).filter((r) => r.type === "In").length;
  const copies = ofTopic(tables, output).filter((r) => r.type === "Out").length;
  const rows = seenRows(tables).length;
  const last = [...(tables.rows.get("view_model.last")?.values() ?? [])].reduce(
    (sum, row) => sum + Number(row["n"]),
    0,
  );
  return causes === copies && copies === rows && rows === last
    ? []
    : [`${causes} messages, ${copies} events, ${rows} rows, ${last} by the counts`];
};

/** What Kafka holds is the log: first sights of positions rise one by one, each record equal to the log's. */
const checkCopies = (
  log: ReadonlyArray<ReadonlyArray<LogRecord>>,
  topic: string,
  records: (
    topic: string,
    partition: number,
  ) => ReadonlyArray<{
    readonly key: string;
    readonly value: Uint8Array;
    readonly headers: LogRecord["headers"];
    readonly offset: bigint;
    readonly timestamp: number;
  }>,
): ReadonlyArray<string> => {
  const problems: Array<string> = [];
  log.forEach((own, partition) => {
    let top: number | undefined;
    for (const record of records(topic, partition)) {
      const position = positionOf(record) ?? -1;
      const original = own[position];
      if (!original || original.key !== record.key || Buffer.compare(original.value, record.value) !== 0)
        problems.push(`${topic} holds another record than the log`);
      if (top !== undefined && position > top + 1) problems.push(`${topic} skips from ${top} to ${position}`);
      top = Math.max(top ?? position, position);
    }
    if (own.length > 0 && top !== undefined && top < own.length - 1)
      problems.push(`${topic} misses the end of the log`);
  });
  return problems;
};
