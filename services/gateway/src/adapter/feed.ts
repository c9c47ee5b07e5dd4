import { explainDecodeFailure, topics } from "@samvirke/contracts";
import type { Codec, ViewChanged } from "@samvirke/contracts";
import { E, partitionCount } from "@samvirke/kernel";
import type { LogRecord, Topic } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import type { FeedCursor, FeedItem, Told } from "../core/feed.ts";
import { feedCursorAfter, printFeedCursor } from "../core/feed.ts";
import type { Reader, Sector } from "../core/party.ts";

/** Reads a row as a reader may see it now; undefined where the reader may not, or there is none. */
export type ReadOne = (reader: Reader, view: string, id: string) => Promise<unknown>;

export interface FeedDeps {
  readonly store: Pick<Store, "readLog" | "heads">;
  readonly codec: Codec;
  readonly readOne: ReadOne;
}

/** A feed as a reader asks for it. */
export interface Followed {
  readonly reader: Reader;
  readonly view: string;
}

/** What came after a cursor. */
export interface FeedPage {
  readonly items: ReadonlyArray<FeedItem>;
  readonly cursor: FeedCursor;
  readonly more: boolean;
}

const topicOf: Readonly<Record<Sector, Topic>> = {
  health: topics.healthChanges,
  welfare: topics.welfareChanges,
  employer: topics.employerChanges,
};

// One look takes so much of each partition, so that a reader that is far behind costs no more memory than one that is not.
const bound = { records: 50, bytes: 1_048_576 };

/** Where the changes of a side end now: what comes later is after it. */
export const endOf = async ({ store }: FeedDeps, sector: Sector): Promise<FeedCursor> => {
  const heads = await store.heads(topicOf[sector]);
  return Array.from({ length: partitionCount }, (_, partition) => (heads.get(partition) ?? 0) - 1);
};

const decodeOnce = (codec: Codec, { id, value }: LogRecord) =>
  codec.decodeAs("ViewChanged", { id, type: "ViewChanged", value });

/** A change, with one more attempt after asking the registry: a newer release may have written it. */
const changeIn = async (codec: Codec, record: LogRecord): Promise<ViewChanged> => {
  const first = decodeOnce(codec, record);
  if (E.isRight(first)) return first.right.value;
  if (first.left._tag === "UnknownSchema") await codec.learn(first.left.schemaId);
  const second = decodeOnce(codec, record);
  if (E.isLeft(second)) throw new Error(explainDecodeFailure(second.left));
  return second.right.value;
};

// A removal cannot be looked up any more: the record says whom it concerns. Welfare's rows name nobody.
const concerns = ({ sector, aliases }: Reader, { parties }: ViewChanged): boolean =>
  sector === "welfare" || parties.some((party) => aliases.includes(party));

const toldOf = async (
  { readOne }: FeedDeps,
  { reader, view }: Followed,
  change: ViewChanged,
): Promise<Told | undefined> => {
  if (change.view !== view) return undefined;
  const id = change.keyId;
  if (change.change === "REMOVED") return concerns(reader, change) ? { change: "removed", id } : undefined;
  const row = await readOne(reader, view, id);
  return row === undefined ? undefined : { change: "put", id, row };
};

const inOrder = (records: ReadonlyArray<LogRecord>): ReadonlyArray<LogRecord> =>
  records.toSorted((a, b) => a.partition - b.partition || a.position - b.position);

const isFull = (records: ReadonlyArray<LogRecord>): boolean =>
  [...Map.groupBy(records, ({ partition }) => partition).values()].some(
    (same) => same.length >= bound.records || same.reduce((sum, { value }) => sum + value.byteLength, 0) >= bound.bytes,
  );

/** What a reader is told after a cursor, each with the cursor after it; in the order of the log for each person. */
export const readFeed = async (deps: FeedDeps, followed: Followed, after: FeedCursor): Promise<FeedPage> => {
  const { sector } = followed.reader;
  const cursors = after.map((had, partition) => ({ partition, after: had }));
  const records = inOrder(await deps.store.readLog(topicOf[sector], cursors, bound));
  const told = await Promise.all(
    records.map(async (record) => toldOf(deps, followed, await changeIn(deps.codec, record))),
  );
  const places = records.reduce<ReadonlyArray<FeedCursor>>(
    (done, { partition, position }) => [...done, feedCursorAfter(done.at(-1) ?? after, partition, position)],
    [],
  );
  const items = told.flatMap((one, index) => {
    const place = places[index];
    return one === undefined || place === undefined ? [] : [{ cursor: printFeedCursor(sector, place), told: one }];
  });
  return { items, cursor: places.at(-1) ?? after, more: isFull(records) };
};
