import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { FeedCursor } from "../core/feed.ts";
import { isFed, printFeedCursor } from "../core/feed.ts";
import { readFeedCursor, readWait } from "../core/parameters.ts";
import type { Handlers, PartyExchange, Reply } from "./exchange.ts";
import { feedText } from "./feed-stream.ts";
import type { FeedDeps, FeedPage, Followed } from "./feed.ts";
import { endOf, readFeed } from "./feed.ts";
import type { News } from "./news.ts";
import { waitFor } from "./news.ts";

export interface FeedHandlerDeps extends FeedDeps {
  readonly news: News;
  /** Most time between two signs of life. Unit: milliseconds. */
  readonly heartbeatMs: number;
  /** Most streams at a time; more are told to come later. */
  readonly mostStreams: number;
}

const notFound: Either<Problem, never> = E.left({ name: "not-found" });

const viewIn = ({ path }: PartyExchange): string => (typeof path["view"] === "string" ? path["view"] : "sick-leaves");

const followed = (exchange: PartyExchange): Followed | undefined => {
  const { reader } = exchange.caller;
  const view = viewIn(exchange);
  return isFed(reader.sector, view) ? { reader, view } : undefined;
};

interface Place {
  readonly from: "header" | "query";
  readonly text: unknown;
}

const startOf = async (
  deps: FeedDeps,
  { reader: { sector } }: Followed,
  { from, text }: Place,
): Promise<Either<Problem, FeedCursor>> =>
  text === undefined ? E.right(await endOf(deps, sector)) : readFeedCursor(sector, { from, text });

/** A stream that counts among those that are open until it ends, however it ends. */
async function* counted(texts: AsyncIterable<string>, open: Set<symbol>): AsyncGenerator<string> {
  const own = Symbol("stream");
  open.add(own);
  try {
    yield* texts;
  } finally {
    open.delete(own);
  }
}

const feed = (deps: FeedHandlerDeps): Handlers["feed"] => {
  const open = new Set<symbol>();
  return async (exchange) => {
    const wish = followed(exchange);
    if (!wish) return notFound;
    const after = await startOf(deps, wish, { from: "header", text: exchange.header("last-event-id") });
    if (E.isLeft(after)) return after;
    if (open.size >= deps.mostStreams) return E.left({ name: "busy" });
    const { news, heartbeatMs } = deps;
    const texts = feedText(deps, { ...wish, after: after.right, news, heartbeatMs, signal: exchange.signal() });
    return E.right({ status: 200, content: { stream: counted(texts, open), type: "text/event-stream" } });
  };
};

const told = ({ reader: { sector } }: Followed, { items, cursor, more }: FeedPage): Either<Problem, Reply> =>
  E.right({
    status: 200,
    content: { json: { items: items.map((item) => item.told), cursor: printFeedCursor(sector, cursor), more } },
  });

/** Looks on after what was no news to this reader, so that a wait is not spent on others' changes. */
const looking = (deps: FeedDeps, wish: Followed, start: FeedCursor): (() => Promise<FeedPage>) => {
  let cursor = start;
  return async () => {
    const page = await readFeed(deps, wish, cursor);
    cursor = page.items.length > 0 ? cursor : page.cursor;
    return page;
  };
};

const changes =
  (deps: FeedHandlerDeps): Handlers["changes"] =>
  async (exchange) => {
    const [wish, wait] = [followed(exchange), readWait(exchange.query)];
    if (!wish) return notFound;
    if (E.isLeft(wait)) return wait;
    const after = await startOf(deps, wish, { from: "query", text: exchange.query["after"] });
    if (E.isLeft(after)) return after;
    const page = await waitFor(deps.news, {
      read: looking(deps, wish, after.right),
      isEnough: ({ items, more }) => items.length > 0 || more,
      seconds: wait.right,
      signal: exchange.signal(),
    });
    return told(wish, page);
  };

/** What changes in the views, as a stream and one look at a time. */
export const feedHandlers = (
  deps: FeedHandlerDeps,
): Pick<Handlers, "feed" | "changes" | "sickLeaveFeed" | "sickLeaveChanges"> => {
  const [stream, look] = [feed(deps), changes(deps)];
  return { feed: stream, changes: look, sickLeaveFeed: stream, sickLeaveChanges: look };
};
