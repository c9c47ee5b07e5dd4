import { createHash, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { seal } from "./crypto.ts";
import { append, makeTables } from "./log.ts";
import type { Row } from "./log.ts";
import { readTask, tell } from "./meter.ts";
import { uuidOf } from "./translate.ts";

// HTTP to archive and log: seal the body, commit what waits in one transaction, then answer; nothing is read of the message.
const task = readTask();
const schema = "bare_gateway";
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 2 });
await makeTables(database, schema);
await database.query(
  `create table ${schema}.archive (id uuid primary key, person uuid, body bytea, at timestamptz); alter table ${schema}.archive alter column body set storage external`,
);
const keys = { key: createSecretKey(randomBytes(32)), nonceKey: createSecretKey(randomBytes(32)) };
const most = 100;

interface Waiting {
  readonly bytes: Buffer;
  readonly answer: (id: string | undefined) => void;
}

const waiting: Array<Waiting> = [];
let isRunning = false;

const commit = async (batch: ReadonlyArray<Waiting>): Promise<void> => {
  const messages = batch.map(({ bytes }) => {
    const id = uuidOf(createHash("sha256").update(bytes).digest("hex"));
    return {
      id,
      person: randomUUID(),
      body: seal(keys, { context: [id], purpose: "archive", audience: "archive", schemaId: 0 }, bytes),
    };
  });
  const rows = messages.map(({ id, person, body }): Row => ({
    partition: 0,
    key: person,
    id,
    type: "MessageReceived",
    headers: JSON.stringify([
      ["ce_source", "/bare"],
      ["correlationid", id],
    ]),
    value: body.subarray(0, 400),
  }));
  const client = await database.connect();
  try {
    await client.query("begin");
    let next = 1;
    const starts = messages.map(({ body }) => (next += body.length) - body.length);
    await client.query({
      name: "archive",
      text: `insert into ${schema}.archive select r.id, r.person, substring($5::bytea from r.start for r.length), now() from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) as r(id, person, start, length)`,
      values: [
        messages.map(({ id }) => id),
        messages.map(({ person }) => person),
        starts,
        messages.map(({ body }) => body.length),
        Buffer.concat(messages.map(({ body }) => body)),
      ],
    });
    await append(client, schema, rows);
    await client.query("commit");
    batch.forEach(({ answer }, index) => answer(messages[index]?.id));
  } catch {
    batch.forEach(({ answer }) => answer(undefined));
  } finally {
    client.release();
  }
};

const run = async (): Promise<void> => {
  if (isRunning) return;
  isRunning = true;
  while (waiting.length > 0) await commit(waiting.splice(0, most));
  isRunning = false;
};

const server = createServer((request, response) => {
  const chunks: Array<Buffer> = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    waiting.push({
      bytes: Buffer.concat(chunks),
      answer: (id) => {
        const text = JSON.stringify({ messageId: id });
        response.writeHead(id === undefined ? 503 : 202, {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
        });
        response.end(text);
      },
    });
    void run();
  });
});
process.on("SIGTERM", () => process.exit(0));
server.listen(task.port, "127.0.0.1", () => tell({ ready: true }));
