import pg from "pg";
import type { Admin } from "kafkajs";
import { setTimeout as sleep } from "node:timers/promises";
import { makeKafka } from "../checker/kafka.ts";

/** How much of the log a stage has not handled, or the relay not copied. */
export type Lags = ReadonlyMap<string, number>;

/** Next position per topic and partition. */
export type Heads = ReadonlyMap<string, number>;

/** Looks into a hub from outside, while it is being broken. */
export interface Watch {
  readonly heads: () => Promise<Heads>;
  /** Records of its topic that a stage has not committed, at this moment. */
  readonly stageLag: (stages: ReadonlyArray<string>) => Promise<number>;
  /** Transactions that a service has open, at this moment. */
  readonly openTransactions: (service: string) => Promise<number>;
  /** Transactions of anybody that have written and not committed. */
  readonly writing: () => Promise<number>;
  /** Records of the log that Kafka has not got. */
  readonly relayLag: () => Promise<number>;
  /** Whether every stage and Kafka have all that the log held then. */
  readonly hasPassed: (heads: Heads) => Promise<boolean>;
  /** Whether one stage has all that its topic held then. */
  readonly stageHasPassed: (stage: string, heads: Heads) => Promise<boolean>;
  /** Waits until everything in the log is through; tells who is behind when it takes too long. */
  readonly settled: (milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Which topic each stage of this road reads. */
export const stages: Readonly<Record<string, string>> = {
  intake: "samvirke.messages",
  "receipt-translator": "samvirke.events",
  "welfare-translator": "samvirke.events",
  "health-translator": "samvirke.events",
  "employer-translator": "samvirke.events",
  "health-projector": "samvirke.events",
  "welfare-projector": "samvirke.events",
  "employer-projector": "samvirke.events",
  "case-messages": "samvirke.messages",
  "case-events": "samvirke.events",
  "case-receipts": "samvirke.receipt.outbound",
  "case-welfare": "samvirke.welfare.outbound",
  "case-health": "samvirke.health.outbound",
  "case-employer": "samvirke.employer.outbound",
};

const relayed = [
  ...new Set(Object.values(stages)),
  "samvirke.health.changes",
  "samvirke.welfare.changes",
  "samvirke.employer.changes",
];

/** A connection that is made anew when the server was killed. */
const makeConnection = (url: string) => {
  let client: pg.Client | undefined;
  const connect = async (): Promise<pg.Client> => {
    if (client) return client;
    const made = new pg.Client({
      connectionString: url,
      application_name: "drill-watch",
      connectionTimeoutMillis: 2_000,
    });
    made.on("error", () => (client = client === made ? undefined : client));
    await made.connect();
    client = made;
    return made;
  };
  return {
    rows: async <Row>(text: string, values: ReadonlyArray<unknown> = []): Promise<ReadonlyArray<Row>> => {
      const used = await connect();
      try {
        return (await used.query(text, [...values])).rows as ReadonlyArray<Row>;
      } catch (error) {
        client = undefined;
        void used.end().catch(() => undefined);
        throw error;
      }
    },
    end: async () => client?.end().catch(() => undefined),
  };
};

const makeOffsets = (brokers: ReadonlyArray<string>) => {
  let admin: Admin | undefined;
  const connect = async (): Promise<Admin> => {
    if (admin) return admin;
    const made = makeKafka(brokers).admin();
    await made.connect();
    admin = made;
    return made;
  };
  return {
    ends: async (): Promise<Heads> => {
      const used = await connect();
      try {
        const ends = new Map<string, number>();
        for (const topic of relayed)
          for (const { partition, high } of await used.fetchTopicOffsets(topic))
            ends.set(`${topic} ${partition}`, Number(high));
        return ends;
      } catch (error) {
        admin = undefined;
        void used.disconnect().catch(() => undefined);
        throw error;
      }
    },
    end: async () => admin?.disconnect().catch(() => undefined),
  };
};

interface CheckpointRow {
  readonly stage: string;
  readonly place: string;
  readonly next: string;
}

const isReachable = async (look: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await look();
  } catch {
    return false;
  }
};

/** Watches a hub by its database and its broker. */
export const makeWatch = (postgresUrl: string, brokers: ReadonlyArray<string>): Watch => {
  const database = makeConnection(postgresUrl);
  const offsets = makeOffsets(brokers);
  /** Records that lie in Kafka more than once, per place: they make its ends larger than the log's. */
  let surplus: Heads = new Map();

  const heads = async (): Promise<Heads> => {
    const rows = await database.rows<{ place: string; next: string }>(
      "select topic || ' ' || partition as place, next::text from hub.log_head where topic = any($1)",
      [relayed],
    );
    return new Map(rows.map(({ place, next }) => [place, Number(next)]));
  };

  const checkpoints = async (): Promise<ReadonlyMap<string, Heads>> => {
    const rows = await database.rows<CheckpointRow>(
      "select stage, topic || ' ' || partition as place, (position + 1)::text as next from hub.checkpoint",
    );
    const found = new Map<string, Map<string, number>>();
    for (const { stage, place, next } of rows) {
      const own = found.get(stage) ?? new Map<string, number>();
      own.set(place, Number(next));
      found.set(stage, own);
    }
    return found;
  };

  const behind = (wanted: Heads, reached: Heads | undefined, topic: string): number => {
    let sum = 0;
    for (const [place, next] of wanted)
      if (place.startsWith(`${topic} `)) sum += Math.max(0, next - (reached?.get(place) ?? 0));
    return sum;
  };

  const count = async (text: string, values: ReadonlyArray<unknown>): Promise<number> =>
    Number((await database.rows<{ count: string }>(text, values))[0]?.count ?? 0);

  const inKafka = async (): Promise<Heads> => {
    const ends = await offsets.ends();
    return new Map([...ends].map(([place, end]) => [place, end - (surplus.get(place) ?? 0)]));
  };

  const lags = async (wanted: Heads): Promise<Lags> => {
    const reached = await checkpoints();
    const found = new Map<string, number>();
    for (const [stage, topic] of Object.entries(stages)) found.set(stage, behind(wanted, reached.get(stage), topic));
    const kafka = await inKafka();
    for (const topic of relayed) found.set(`relay of ${topic}`, behind(wanted, kafka, topic));
    return found;
  };

  const late = (found: Lags): ReadonlyArray<string> =>
    [...found].filter(([, lag]) => lag > 0).map(([name, lag]) => `${name} by ${lag}`);

  const stillBehind = async (): Promise<ReadonlyArray<string>> => {
    try {
      const wanted = await heads();
      return late(await lags(wanted));
    } catch {
      return ["the database or the broker, which do not answer"];
    }
  };

  const learnSurplus = async (): Promise<void> => {
    const [wanted, ends] = [await heads(), await offsets.ends()];
    surplus = new Map([...ends].map(([place, end]) => [place, Math.max(0, end - (wanted.get(place) ?? 0))]));
  };

  return {
    heads,
    stageLag: async (names) => {
      const wanted = await heads();
      const reached = await checkpoints();
      return names.reduce((sum, stage) => sum + behind(wanted, reached.get(stage), stages[stage] ?? ""), 0);
    },
    openTransactions: (service) =>
      count(
        `select count(*) from pg_stat_activity where application_name = $1 and backend_xid is not null and xact_start is not null`,
        [`samvirke-${service}`],
      ),
    writing: () =>
      count("select count(*) from pg_stat_activity where backend_xid is not null and application_name like $1", [
        "samvirke-%",
      ]),
    relayLag: async () => {
      const wanted = await heads();
      const kafka = await inKafka();
      return relayed.reduce((sum, topic) => sum + behind(wanted, kafka, topic), 0);
    },
    stageHasPassed: (stage, wanted) =>
      isReachable(async () => behind(wanted, (await checkpoints()).get(stage), stages[stage] ?? "") === 0),
    hasPassed: (wanted) => isReachable(async () => late(await lags(wanted)).length === 0),
    settled: async (milliseconds) => {
      const end = performance.now() + milliseconds;
      let who = await stillBehind();
      // Twice in a row: what one stage writes, the next has still to read.
      for (let quiet = 0; quiet < 2;) {
        if (performance.now() > end) throw new Error(`the hub did not get through its work; behind: ${who.join(", ")}`);
        await sleep(who.length === 0 ? 60 : 100);
        who = await stillBehind();
        quiet = who.length === 0 ? quiet + 1 : 0;
      }
      await learnSurplus();
    },
    close: async () => {
      await database.end();
      await offsets.end();
    },
  };
};
