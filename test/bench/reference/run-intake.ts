import { XmlDocument } from "libxml2-wasm";
import pg from "pg";
import { makeAvro } from "./avro.ts";
import { consume } from "./consume.ts";
import { makeKeyRing, open, seal } from "./crypto.ts";
import { append, makeTables, step } from "./log.ts";
import type { Row } from "./log.ts";
import { makeMeter, readTask, tell } from "./meter.ts";
import { uuidOf } from "./translate.ts";

// Kafka to log: open the archived bytes, parse them, seal their text in four parts, append; no rules, no registers, no state.
const task = readTask();
const schema = "bare_intake";
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 4 });
await makeTables(database, schema);
const ring = makeKeyRing(database, task.masterKeyFile);
const avro = makeAvro(task.registryUrl);
const meter = makeMeter(task.records);
const compartments = ["identity", "work", "case", "medical"] as const;

const textOf = (bytes: Buffer): string => {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    return document.root.content;
  } finally {
    document.dispose();
  }
};

const bodiesOf = async (ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, Buffer>> => {
  const { rows } = await database.query<{ archive_id: string; body: Buffer }>({
    name: "bodies",
    text: "select archive_id, body from hub.archive where archive_id = any($1::uuid[])",
    values: [ids],
  });
  return new Map(rows.map(({ archive_id, body }) => [archive_id, body]));
};

await consume({ brokers: task.brokers, topic: task.source }, async (partition, records) => {
  await ring.load(records.map(({ key }) => key));
  const events = await Promise.all(records.map(({ value }) => avro.decode(value)));
  const bodies = await bodiesOf(events.map((event) => String(event["archiveId"])));
  const rows = records.map((record, index): Row => {
    const archiveId = String(events[index]?.["archiveId"]);
    const body = bodies.get(archiveId);
    if (!body) throw new Error("no archived bytes");
    const bytes = open(
      ring.keys(record.key, "archive", "bytes:archive"),
      { context: [archiveId], purpose: "bytes:archive" },
      body,
    );
    const text = Buffer.from(textOf(bytes));
    const id = uuidOf(`${archiveId}/SickLeaveCertified`);
    const share = Math.ceil(text.length / compartments.length);
    const parts = compartments.map((purpose, part) =>
      seal(
        ring.keys(record.key, "hub", purpose),
        { context: [id, "SickLeaveCertified"], purpose, audience: "hub", schemaId: 1 },
        text.subarray(part * share, (part + 1) * share),
      ),
    );
    return {
      partition,
      key: record.key,
      id,
      type: "SickLeaveCertified",
      headers: JSON.stringify(Object.entries(record.headers)),
      value: Buffer.concat(parts),
    };
  });
  const [first, last] = [records[0]?.position ?? 0, records.at(-1)?.position ?? 0];
  await step(database, { schema, partition, from: first - 1, to: last }, (client) => append(client, schema, rows));
  meter.add(records.length);
});
tell(await meter.finished);
process.exit(0);
