import { setTimeout as delay } from "node:timers/promises";
import { Kafka, logLevel, Partitioners } from "kafkajs";
import type pg from "pg";

interface LogRow {
  readonly partition: number;
  readonly position: string;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly value: Buffer;
  readonly at: number;
}

export interface RelayTask {
  readonly database: pg.Pool;
  readonly brokers: ReadonlyArray<string>;
  /** Table of the log; with a topic in its rows when `where` names one. */
  readonly table: string;
  readonly where?: string;
  readonly topic: string;
  readonly records: number;
  readonly onCopied: (records: number) => void;
}

const partitions = Array.from({ length: 12 }, (_, index) => index);
const most = 500;

const readStatement = ({
  table,
  where,
}: RelayTask): string => `select r.* from unnest($1::smallint[], $2::bigint[]) as c(p, after)
  cross join lateral (select partition, position, key, id, type, headers, value, date_part('epoch', recorded_at) * 1000 as at from ${table}
    where partition = c.p and position > c.after ${where === undefined ? "" : `and topic = '${where}'`} order by position limit ${most}) r`;

/** Reads a log, and produces by kafkajs's own producer, one request in flight. */
export const relayTo = async (task: RelayTask): Promise<void> => {
  const kafka = new Kafka({ clientId: "bare-relay", brokers: [...task.brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const after = partitions.map(() => -1);
  const text = readStatement(task);
  let done = 0;
  while (done < task.records) {
    const { rows } = await task.database.query<LogRow>({
      name: `read ${task.table}`,
      text,
      values: [partitions, after],
    });
    if (rows.length === 0) {
      await delay(5);
      continue;
    }
    const messages = rows.map((row) => ({
      key: row.key,
      value: row.value,
      partition: row.partition,
      headers: {
        ...Object.fromEntries(row.headers),
        ce_id: row.id,
        ce_type: row.type,
        ce_subject: row.key,
        samvirke_position: row.position,
        samvirke_recorded_at: String(Math.round(row.at)),
      },
    }));
    for (const row of rows) after[row.partition] = Number(row.position);
    await producer.send({ topic: task.topic, acks: -1, messages });
    done += rows.length;
    task.onCopied(rows.length);
  }
  await producer.disconnect();
};
