import { topics } from "@samvirke/contracts";
import { header, positionHeader } from "@samvirke/kernel";
import type { LogPort, Topic } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { RelayFacts } from "../core/hub-status.ts";
import type { PartitionProgress } from "../core/lag.ts";
import { inTime } from "./in-time.ts";

export interface RelayDeps {
  readonly store: Pick<Store, "query" | "recordedAt">;
  readonly log: Pick<LogPort, "bounds" | "read">;
}

interface HeadRow {
  readonly topic: Topic;
  readonly partition: number;
  readonly last: number;
  /** At least so far Kafka is: by the relay's hint, and by what a stage has handled. */
  readonly known: number;
}

const headsStatement: Statement = {
  name: "operations_relay",
  text: `select h.topic, h.partition, h.next - 1 as last, greatest(-1, r.position,
      (select max(c.position) from hub.checkpoint c where c.topic = h.topic and c.partition = h.partition)) as known
    from hub.log_head h left join hub.relay_hint r on r.topic = h.topic and r.partition = h.partition
    where h.topic = any($1::text[])`,
};

const hubTopics: ReadonlyArray<Topic> = Object.values(topics);
const patienceMs = 3_000;

const lastInKafka = async ({ log }: RelayDeps, topic: Topic, partition: number): Promise<number> => {
  const { earliest, next } = await log.bounds(topic, partition);
  if (next <= earliest) return -1;
  const record = await log.read(topic, partition, next - 1n);
  return Number(record ? (header(record.headers, positionHeader) ?? -1) : -1);
};

/** Reads how far the relay is; Kafka is asked only about partitions of which nothing else tells it. */
export const makeRelayReader = (deps: RelayDeps): (() => Promise<ReadonlyArray<RelayFacts>>) => {
  const seen = new Map<string, number>();

  const progressOf = async ({ topic, partition, last, known }: HeadRow): Promise<PartitionProgress | undefined> => {
    const slot = `${topic} ${partition}`;
    const atLeast = Math.max(known, seen.get(slot) ?? -1);
    const asked = atLeast >= last ? atLeast : await inTime(lastInKafka(deps, topic, partition), patienceMs);
    if (asked === undefined) return undefined;
    const position = Math.min(last, Math.max(asked, atLeast));
    seen.set(slot, position);
    const since = position >= last ? undefined : await deps.store.recordedAt(topic, partition, position + 1);
    return { partition, position, behind: last - position, since: since ?? null };
  };

  return async () => {
    const rows = await deps.store.query<HeadRow>(headsStatement, [`{${hubTopics.join(",")}}`]);
    const progress = await Promise.all(rows.map(async (row) => ({ topic: row.topic, told: await progressOf(row) })));
    return hubTopics.map((topic) => {
      const told = progress.filter((one) => one.topic === topic).map((one) => one.told);
      const complete = told.flatMap((one) => one ?? []);
      return { topic, progress: complete.length === told.length ? complete : null };
    });
  };
};
