import type { FeedCursor } from "../core/feed.ts";
import { eventText, placeText, printFeedCursor } from "../core/feed.ts";
import type { FeedDeps, FeedPage, Followed } from "./feed.ts";
import { readFeed } from "./feed.ts";
import type { News } from "./news.ts";

/** A stream of changes, and how long it may be silent. */
export interface Streaming extends Followed {
  readonly after: FeedCursor;
  readonly news: News;
  /** Aborted when the reader left or the gateway stops. */
  readonly signal: AbortSignal;
  /** Most time between two signs of life. Unit: milliseconds. */
  readonly heartbeatMs: number;
}

// Wakes come many a second, so looks keep a distance; a look that a wake did not call comes as often as a beat.
const spacingMs = 25;
const pollMs = 500;

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isSame = (a: FeedCursor, b: FeedCursor): boolean => a.every((had, partition) => had === b[partition]);

/** The text of what is told in one look. */
const textOf = ({ items }: FeedPage): string => items.map(eventText).join("");

/**
 * Changes as server-sent events, from a cursor on, until the reader leaves. The next look is taken only when the text
 * of the last one is wanted, so a slow reader holds one look's text and no more.
 *
 * Source: WHATWG HTML, server-sent events.
 */
export async function* feedText(deps: FeedDeps, streaming: Streaming): AsyncGenerator<string> {
  const { reader, news, signal, heartbeatMs } = streaming;
  const left = aborted(signal);
  const place = (cursor: FeedCursor): string => placeText(printFeedCursor(reader.sector, cursor));
  let [cursor, told, spoke] = [streaming.after, streaming.after, performance.now()];
  yield `retry: 1000\n${place(cursor)}`;
  while (!signal.aborted) {
    // Asked for before the look, so that a change during it is not missed.
    const coming = news.next(Math.min(pollMs, heartbeatMs));
    const page = await readFeed(deps, streaming, cursor);
    cursor = page.cursor;
    const isBeat = performance.now() - spoke >= heartbeatMs;
    if (page.items.length > 0) yield textOf(page);
    // A place without news spares whoever comes back the way over others' changes.
    else if (isBeat) yield isSame(cursor, told) ? ":\n\n" : place(cursor);
    if (page.items.length > 0 || isBeat) [told, spoke] = [cursor, performance.now()];
    if (page.more) continue;
    await Promise.race([coming, left]);
    await Promise.race([pause(spacingMs), left]);
  }
}
