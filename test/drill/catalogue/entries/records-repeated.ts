import { setTimeout as sleep } from "node:timers/promises";
import type { Producer } from "kafkajs";
import pg from "pg";
import { makeKafka } from "../../checker/kafka.ts";
import { lineOf, recentText } from "../../sabotage/lines.ts";
import type { LogLine } from "../../sabotage/lines.ts";
import type { Entry, EntryScene } from "../entry.ts";
import { whileBusy } from "../strike.ts";

const topics = ["samvirke.messages", "samvirke.events", "samvirke.welfare.outbound"];
const lasts = { small: 3_000, large: 60_000 };
const most = 4;

/** Writes what the log held lately once more, each record one to four times, as relays that think they are alone would. */
const repeat = async (client: pg.Client, producer: Producer, topic: string): Promise<void> => {
  const { rows } = await client.query<LogLine>(recentText, [topic]);
  const lines = rows.map(lineOf);
  const times = lines.flatMap((line, index) => Array.from({ length: 1 + (index % most) }, () => line));
  if (times.length === 0) return;
  const messages = times.map(({ partition, key, headers, value }) => ({ partition, key, headers, value }));
  await producer.send({ topic, acks: -1, messages });
};

const repeatAll = async ({ drill, isSmall, signal }: EntryScene): Promise<void> => {
  const client = new pg.Client({ connectionString: drill.places.postgresUrl, application_name: "drill-repeats" });
  const producer = makeKafka(drill.places.kafkaBrokers).producer({ allowAutoTopicCreation: false });
  await Promise.all([client.connect(), producer.connect()]);
  const end = performance.now() + (isSmall ? lasts.small : lasts.large);
  try {
    while (performance.now() < end) {
      for (const topic of topics) await repeat(client, producer, topic);
      await sleep(100, undefined, { signal });
    }
  } finally {
    await Promise.all([client.end(), producer.disconnect()]);
  }
};

/** Every record comes several times, between newer ones and out of order. */
export const recordsRepeated: Entry = {
  name: "records-repeated",
  what: "A stale relay writes records of the log again, one to four times each and out of order, beside the right one.",
  runs: { small: 1, large: 1 },
  play: (scene) => whileBusy(scene, "a second relay", { pid: () => hostedPid(scene), act: () => repeatAll(scene) }),
};

const hostedPid = ({ hub }: EntryScene): number | undefined => hub.services.find(({ name }) => name === "relay")?.pid();
