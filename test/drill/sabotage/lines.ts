/** A record as the relay would write it to Kafka. */
export interface TopicLine {
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

/** A record as the log holds it. */
export interface LogLine {
  readonly partition: number;
  readonly position: string;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly value: Buffer;
  readonly recordedAt: string;
}

const columnsText = `select partition, position::text, key::text, id::text, type, headers, value,
    round(date_part('epoch', recorded_at) * 1000)::bigint::text as "recordedAt"
  from hub.log`;

/** All records of a topic, in order of partition and position. */
export const logText = `${columnsText} where topic = $1 order by partition, position`;

/** The last records of each partition of a topic, in any order. */
export const recentText = `${columnsText} join hub.log_head using (topic, partition)
  where topic = $1 and position >= next - 15 order by random()`;

/** What the relay would write of it. */
export const lineOf = (row: LogLine): TopicLine => ({
  partition: row.partition,
  position: Number(row.position),
  key: row.key,
  value: row.value,
  headers: {
    ...Object.fromEntries(row.headers),
    ce_id: row.id,
    ce_type: row.type,
    ce_subject: row.key,
    samvirke_position: row.position,
    samvirke_recorded_at: row.recordedAt,
  },
});
