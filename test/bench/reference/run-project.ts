import pg from "pg";
import { makeAvro } from "./avro.ts";
import { consume } from "./consume.ts";
import type { Read } from "./consume.ts";
import { makeKeyRing, open } from "./crypto.ts";
import { append, makeTables, step } from "./log.ts";
import { makeMeter, readTask, tell } from "./meter.ts";
import { uuidOf } from "./translate.ts";

// Kafka to rows: decode, open `case`, upsert with a compare-and-set; with a target, one change per event to the log.
const task = readTask();
const schema = "bare_project";
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 4 });
await makeTables(database, schema);
await database.query(`create table ${schema}.row (id uuid primary key, person uuid, archive_id uuid, outcome text, event_id uuid, event_type text,
    event bytea, partition integer, position bigint, recorded_at bigint);
  create table ${schema}.party (id uuid, party text, primary key (id, party));
  create index on ${schema}.row (person);
  create index on ${schema}.party (party)`);
const ring = makeKeyRing(database, task.masterKeyFile);
const avro = makeAvro(task.registryUrl);
const meter = makeMeter(task.records);

interface Projected {
  readonly record: Read;
  readonly event: Readonly<Record<string, unknown>>;
  readonly parties: ReadonlyArray<string>;
}

const project = async (record: Read): Promise<Projected> => {
  const event = await avro.decode(record.value);
  const sealed = event["case"];
  if (!Buffer.isBuffer(sealed)) throw new Error("an event without a case");
  const opened = await avro.decode(
    open(ring.keys(record.key, "hub", "case"), { context: [record.id, record.type], purpose: "case" }, sealed),
  );
  return { record, event, parties: opened["senderAliases"] as ReadonlyArray<string> };
};

const list = (values: ReadonlyArray<unknown>): string => `{${values.join(",")}}`;

const upsert = async (client: pg.PoolClient, partition: number, all: ReadonlyArray<Projected>): Promise<void> => {
  let next = 1;
  const starts = all.map(({ record }) => (next += record.value.length) - record.value.length);
  await client.query({
    name: "rows",
    text: `insert into ${schema}.row select r.id, r.person, r.archive, r.outcome, r.event, r.type, substring($9::bytea from r.start for r.length), $10::int, r.position, r.at
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::int[], $8::int[], $11::bigint[], $12::bigint[]) as r(id, person, archive, outcome, event, type, start, length, position, at)
      on conflict (id) do update set person = excluded.person, archive_id = excluded.archive_id, outcome = excluded.outcome, event_id = excluded.event_id, event_type = excluded.event_type,
        event = excluded.event, partition = excluded.partition, position = excluded.position, recorded_at = excluded.recorded_at`,
    values: [
      list(all.map(({ event }) => event["sickLeaveId"])),
      list(all.map(({ record }) => record.key)),
      list(all.map(({ event }) => event["archiveId"])),
      list(all.map(({ event }) => event["assessment"])),
      list(all.map(({ record }) => record.id)),
      list(all.map(({ record }) => record.type)),
      list(starts),
      list(all.map(({ record }) => record.value.length)),
      Buffer.concat(all.map(({ record }) => record.value)),
      partition,
      list(all.map(({ record }) => record.position)),
      list(all.map(({ record }) => record.headers["samvirke_recorded_at"])),
    ],
  });
  const parties = all.flatMap(({ event, parties: names }) =>
    names.map((name) => [event["sickLeaveId"], name] as const),
  );
  await client.query({
    name: "parties",
    text: `insert into ${schema}.party select * from unnest($1::uuid[], $2::text[]) on conflict do nothing`,
    values: [list(parties.map(([id]) => id)), list(parties.map(([, name]) => name))],
  });
};

const feed = task.target === "" ? undefined : await avro.latest("samvirke.health.changes-value");

const change = (partition: number, { record, event, parties }: Projected) => {
  const sealed = ["identity", "work", "case", "medical"].flatMap((compartment) =>
    event[compartment] === null
      ? []
      : [{ compartment, eventId: record.id, eventType: record.type, content: event[compartment] }],
  );
  const value = feed?.encode({
    view: "sick-leaves",
    keyId: String(event["sickLeaveId"]),
    change: "PUT",
    cause: record.id,
    parties,
    columns: [{ name: "outcome", text: String(event["assessment"]), number: null, flag: null }],
    sealed,
  });
  return {
    partition,
    key: record.key,
    id: uuidOf(`${record.id}/ViewChanged`),
    type: "ViewChanged",
    headers: JSON.stringify(Object.entries(record.headers)),
    value: value ?? Buffer.alloc(0),
  };
};

await consume({ brokers: task.brokers, topic: task.source }, async (partition, records) => {
  await ring.load(records.map(({ key }) => key));
  const all: Array<Projected> = [];
  for (const record of records) all.push(await project(record));
  const [first, last] = [records[0]?.position ?? 0, records.at(-1)?.position ?? 0];
  await step(database, { schema, partition, from: first - 1, to: last }, async (client) => {
    await upsert(client, partition, all);
    if (feed)
      await append(
        client,
        schema,
        all.map((one) => change(partition, one)),
      );
  });
  meter.add(records.length);
});
tell(await meter.finished);
process.exit(0);
