import pg from "pg";
import { makeMeter, readTask, tell } from "./meter.ts";
import { relayTo } from "./relay.ts";

// The log to Kafka, as bare as it can be.
const task = readTask();
const database = new pg.Pool({ connectionString: task.postgresUrl, max: 2 });
const meter = makeMeter(task.records);
await relayTo({
  database,
  brokers: task.brokers,
  table: "hub.log",
  where: task.source,
  topic: task.target,
  records: task.records,
  onCopied: meter.add,
});
tell(await meter.finished);
process.exit(0);
