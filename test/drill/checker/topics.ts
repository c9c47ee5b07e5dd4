import type { Seen } from "./content.ts";
import type { Evidence } from "./evidence.ts";
import type { Report } from "./finding.ts";
import type { TopicRecord } from "./kafka.ts";
import { headerText, readTopics } from "./kafka.ts";
import type { Log } from "./log.ts";

const wireHeaders = (seen: Seen): string =>
  headerText([
    ...seen.headers,
    ["ce_id", seen.id],
    ["ce_type", seen.type],
    ["ce_subject", seen.key],
    ["samvirke_position", String(seen.position)],
    ["samvirke_recorded_at", String(seen.recordedAt)],
  ]);

const isSame = (record: TopicRecord, seen: Seen): boolean =>
  record.key === seen.key && record.sha256 === seen.sha256 && record.headers === wireHeaders(seen);

interface Side {
  readonly topic: string;
  readonly partition: number;
  readonly records: ReadonlyArray<TopicRecord>;
  readonly log: ReadonlyArray<Seen>;
  readonly mayRepeat: boolean;
}

/** Records that readers drop, since an equal one lies before them. */
const comparePartition = (report: Report, { topic, partition, records, log, mayRepeat }: Side): number => {
  const place = (record: TopicRecord): string => `topic ${topic} partition ${partition} offset ${record.offset}`;
  const byPosition = new Map(log.map((seen) => [seen.position, seen]));
  const there = new Set<number>();
  let [last, repeats] = [-1, 0];
  for (const record of records) {
    const seen = byPosition.get(record.position);
    const n = seen?.message?.n;
    if (!seen) report.note("duplicated", place(record), "the log has no such record");
    else if (!isSame(record, seen))
      report.note("wrong", place(record), `it differs from position ${record.position} of the log`, n);
    if (there.has(record.position)) {
      repeats += 1;
      if (!mayRepeat) report.note("duplicated", place(record), `position ${record.position} lies in it twice`, n);
    } else if (record.position < last)
      report.note("reordered", place(record), `position ${record.position} comes after position ${last}`, n);
    there.add(record.position);
    last = record.position;
  }
  return repeats;
};

const checkAllThere = (report: Report, { topic, partition, records, log }: Side): void => {
  const there = new Set(records.map(({ position }) => position));
  for (const seen of log)
    if (!there.has(seen.position))
      report.note(
        "lost",
        `topic ${topic} partition ${partition}`,
        `position ${seen.position} of the log is not in it`,
        seen.message?.n,
      );
};

/** Every topic holds what the log holds: count, order, bytes and headers. Answers how many repeats lie in them. */
export const checkTopics = async (evidence: Evidence, report: Report, log: Log): Promise<number> => {
  const { kafkaBrokers, topics: renamed = {}, mayRepeat } = evidence.places;
  const names = [...log.keys()].map((topic) => [topic, renamed[topic] ?? topic] as const);
  const contents = await readTopics(
    kafkaBrokers,
    names.map(([, name]) => name),
  );
  let repeats = 0;
  for (const [topic, name] of names) {
    const partitions = new Set([
      ...(contents.get(name)?.keys() ?? []),
      ...(log.get(topic) ?? []).map((seen) => seen.partition),
    ]);
    for (const partition of partitions) {
      const own = (log.get(topic) ?? []).filter((seen) => seen.partition === partition);
      const side = { topic, partition, records: contents.get(name)?.get(partition) ?? [], log: own, mayRepeat };
      repeats += comparePartition(report, side);
      checkAllThere(report, side);
    }
  }
  return repeats;
};
