import pg from "pg";

/** A record of the hub's log, as the database holds it. */
export interface LogRow {
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly value: Buffer;
  readonly recordedAt: number;
}

/** The checker's own view of the hub's database. */
export interface Database {
  readonly rows: <Row>(text: string, values?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>;
  /** All records of a topic, partition by partition, in the order of their positions. */
  readonly log: (topic: string, take: (row: LogRow) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const chunk = 500;
const int8 = 20;
const int8Array = 1016;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? Number : pg.types.getTypeParser(oid === int8Array ? 1007 : oid, format ?? "text"),
};

const logText = `select partition, position, key::text, id::text, type, headers, value,
    round(date_part('epoch', recorded_at) * 1000)::bigint as "recordedAt"
  from hub.log where topic = $1 and (partition, position) > ($2, $3) order by partition, position limit ${chunk}`;

/** Connects to the hub's database, to read. */
export const openDatabase = async (url: string): Promise<Database> => {
  const client = new pg.Client({ connectionString: url, application_name: "drill-checker", types });
  client.on("error", () => undefined);
  await client.connect();
  const rows: Database["rows"] = async <Row>(text: string, values: ReadonlyArray<unknown> = []) =>
    (await client.query(text, [...values])).rows as ReadonlyArray<Row>;
  return {
    rows,
    log: async (topic, take) => {
      let after: readonly [number, number] = [-1, -1];
      for (;;) {
        const found = await rows<LogRow>(logText, [topic, ...after]);
        for (const row of found) await take(row);
        const last = found.at(-1);
        if (!last) return;
        after = [last.partition, last.position];
      }
    },
    close: () => client.end(),
  };
};
