import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Read } from "./consume.ts";
import { consume } from "./consume.ts";
import { append, makeTables, step } from "./log.ts";
import type { Row } from "./log.ts";
import { readTask, tell } from "./meter.ts";
import { relayTo } from "./relay.ts";
import { uuidOf } from "./translate.ts";

// The shortest road with as many stations: append, relay, stage, append, relay, stage, row; no content is looked at.
const task = readTask();
const rate = 200;
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 12 });
const [first, second] = ["bare_first", "bare_second"] as const;
for (const schema of [first, second]) await makeTables(database, schema);
await database.query(`create table ${second}.row (id uuid primary key, value bytea)`);
const began = new Map<string, number>();
const times: Array<number> = [];

const rowOf = ({ key, id, value }: Read, partition: number): Row => ({
  partition,
  key,
  id: uuidOf(id),
  type: "Passed",
  headers: JSON.stringify([["correlationid", id]]),
  value,
});
const moveOf = (schema: string, partition: number, records: ReadonlyArray<Read>) => ({
  schema,
  partition,
  from: (records[0]?.position ?? 0) - 1,
  to: records.at(-1)?.position ?? 0,
});

for (const [schema, topic] of [
  [first, task.source],
  [second, task.target],
] as const)
  void relayTo({
    database,
    brokers: task.brokers,
    table: `${schema}.log`,
    topic,
    records: task.records,
    onCopied: () => undefined,
  });
await consume({ brokers: task.brokers, topic: task.source }, (partition, records) =>
  step(database, moveOf(first, partition, records), (client) =>
    append(
      client,
      second,
      records.map((record) => rowOf(record, partition)),
    ),
  ),
);
await consume({ brokers: task.brokers, topic: task.target }, async (partition, records) => {
  await step(database, moveOf(second, partition, records), async (client) => {
    for (const { id, value } of records)
      await client.query({
        name: "row",
        text: `insert into ${second}.row values ($1, $2) on conflict do nothing`,
        values: [id, value],
      });
  });
  const now = performance.now();
  for (const { headers } of records) times.push(now - (began.get(headers["correlationid"] ?? "") ?? now));
});
await delay(3_000);

const value = Buffer.alloc(2_000, 7);
const send = async (): Promise<void> => {
  const id = randomUUID();
  const row: Row = {
    partition: Math.floor(Math.random() * 12),
    key: randomUUID(),
    id,
    type: "Began",
    headers: "[]",
    value,
  };
  const client = await database.connect();
  try {
    await client.query("begin");
    await append(client, first, [row]);
    await client.query("commit");
    began.set(id, performance.now());
  } finally {
    client.release();
  }
};

const start = performance.now();
const sending: Array<Promise<void>> = [];
while (sending.length < task.records) {
  const due = Math.min(task.records, Math.ceil(((performance.now() - start) / 1000) * rate));
  while (sending.length < due) sending.push(send());
  await delay(1);
}
await Promise.all(sending);
while (times.length < task.records) await delay(20);
// The first fifth makes the process warm.
const sorted = times.slice(Math.floor(times.length / 5)).sort((a, b) => a - b);
const quantile = (share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
tell({ p50: quantile(0.5), p99: quantile(0.99) });
process.exit(0);
