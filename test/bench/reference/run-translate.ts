import pg from "pg";
import { makeAvro } from "./avro.ts";
import { consume } from "./consume.ts";
import { makeKeyRing } from "./crypto.ts";
import { append, makeTables, step } from "./log.ts";
import type { Row } from "./log.ts";
import { makeMeter, readTask, tell } from "./meter.ts";
import { relayTo } from "./relay.ts";
import { makeTranslate } from "./translate.ts";

// Kafka to log: decode, open, seal, append with a compare-and-set; with a target topic, a bare relay beside it.
const task = readTask();
const schema = "bare_translate";
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 4 });
await makeTables(database, schema);
const ring = makeKeyRing(database, task.masterKeyFile);
const translate = await makeTranslate(makeAvro(task.registryUrl), ring);
const meter = makeMeter(task.records);

await consume({ brokers: task.brokers, topic: task.source }, async (partition, records) => {
  await ring.load(records.map(({ key }) => key));
  const rows: Array<Row> = [];
  for (const record of records) rows.push(await translate(record, partition));
  const [first, last] = [records[0]?.position ?? 0, records.at(-1)?.position ?? 0];
  await step(database, { schema, partition, from: first - 1, to: last }, (client) => append(client, schema, rows));
  if (task.target === "") meter.add(records.length);
});
if (task.target !== "")
  void relayTo({
    database,
    brokers: task.brokers,
    table: `${schema}.log`,
    topic: task.target,
    records: task.records,
    onCopied: meter.add,
  });
tell(await meter.finished);
process.exit(0);
