import { partitionCount } from "@samvirke/kernel";
import type { Sector } from "./party.ts";

/** Where a subscriber is: the last position had of each partition of its side's changes, -1 before the first. */
export type FeedCursor = ReadonlyArray<number>;

const version = "f1";
const form = /^(?:-1|\d{1,15})$/;

/** Prints a cursor as an opaque text for a header or a URL. */
export const printFeedCursor = (sector: Sector, cursor: FeedCursor): string =>
  Buffer.from([version, sector, ...cursor].join(" ")).toString("base64url");

/** Reads a cursor; undefined when it is none of this side's. */
export const parseFeedCursor = (sector: Sector, text: string): FeedCursor | undefined => {
  if (text.length > 500 || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const [head, side, ...positions] = Buffer.from(text, "base64url").toString("latin1").split(" ");
  const isWhole = positions.length === partitionCount && positions.every((one) => form.test(one));
  return head === version && side === sector && isWhole ? positions.map(Number) : undefined;
};

/** The cursor after one more position. */
export const feedCursorAfter = (cursor: FeedCursor, partition: number, position: number): FeedCursor =>
  cursor.map((had, index) => (index === partition ? Math.max(had, position) : had));

// Of the others no changes are told; they are read.
const fed: Readonly<Record<Sector, ReadonlySet<string>>> = {
  health: new Set([
    "sick-leaves",
    "referrals",
    "referral-copies",
    "dialogues",
    "statements",
    "meeting-answers",
    "duties",
    "efforts",
  ]),
  welfare: new Set([
    "sick-leaves",
    "referrals",
    "dialogues",
    "statements",
    "plans",
    "meetings",
    "meeting-answers",
    "decisions",
    "spells",
    "duties",
    "efforts",
  ]),
  employer: new Set(["sick-leaves", "plans", "meetings", "meeting-answers", "spells"]),
};

/** Whether a side can follow a view. */
export const isFed = (sector: Sector, view: string): boolean => fed[sector].has(view);

/** What a subscriber is told of a row: it is there, and how it stands by now, or it went. */
export type Told =
  | { readonly change: "put"; readonly id: string; readonly row: unknown }
  | { readonly change: "removed"; readonly id: string };

/** One change with the cursor after it. */
export interface FeedItem {
  readonly cursor: string;
  readonly told: Told;
}

/** One change as an event of a stream. Source: WHATWG HTML, server-sent events. */
export const eventText = ({ cursor, told }: FeedItem): string => {
  const { change, ...data } = told;
  return `id: ${cursor}\nevent: ${change}\ndata: ${JSON.stringify(data)}\n\n`;
};

/** An id alone: a reader that is cut off goes on from here. */
export const placeText = (cursor: string): string => `id: ${cursor}\n\n`;
