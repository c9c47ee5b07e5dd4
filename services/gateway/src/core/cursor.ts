import { partitionCount } from "@samvirke/kernel";

/** Streams that the mailbox is built from. */
export const streams = ["receipt", "health", "welfare"] as const;
export type Stream = (typeof streams)[number];

/** One place in one stream. */
export interface Place {
  readonly stream: Stream;
  readonly partition: number;
  readonly position: number;
}

/** The last position had, per stream and partition; what is not named has not begun. */
export type Cursor = ReadonlyArray<Place>;

/** The last position had in a partition; -1 before the first. */
export const positionIn = (cursor: Cursor, stream: Stream, partition: number): number =>
  cursor.find((place) => place.stream === stream && place.partition === partition)?.position ?? -1;

const version = "1";
const entryForm = /^([a-z]+)\.(\d{1,2})\.(\d{1,15})$/;

const sameSlot = (a: Place, b: Place): boolean => a.stream === b.stream && a.partition === b.partition;

const bySlot = (a: Place, b: Place): number =>
  a.stream === b.stream ? a.partition - b.partition : a.stream < b.stream ? -1 : 1;

const highest = (cursor: Cursor, place: Place): Cursor => {
  const known = cursor.find((other) => sameSlot(other, place));
  if (known && known.position >= place.position) return cursor;
  return [...cursor.filter((other) => !sameSlot(other, place)), place];
};

/** The cursor after these places were had. */
export const advance = (cursor: Cursor, places: ReadonlyArray<Place>): Cursor => places.reduce(highest, cursor);

// version ";" { stream "." partition "." position ";" }, base64url
/** Prints a cursor as an opaque text for a URL. */
export const printCursor = (cursor: Cursor): string => {
  const entries = [...cursor].sort(bySlot).map((place) => `${place.stream}.${place.partition}.${place.position}`);
  return Buffer.from([version, ...entries].join(";")).toString("base64url");
};

const isStream = (text: string): text is Stream => streams.some((stream) => stream === text);

const parseEntry = (text: string): Place | undefined => {
  const [, stream, partition, position] = entryForm.exec(text) ?? [];
  if (stream === undefined || !isStream(stream) || Number(partition) >= partitionCount) return undefined;
  return { stream, partition: Number(partition), position: Number(position) };
};

/** Reads a cursor; undefined when it is none of ours. */
export const parseCursor = (text: string): Cursor | undefined => {
  if (!/^[A-Za-z0-9_-]{1,2000}$/.test(text)) return undefined;
  const [head, ...entries] = Buffer.from(text, "base64url").toString("latin1").split(";");
  if (head !== version || entries.length > streams.length * partitionCount) return undefined;
  const places = entries.map(parseEntry);
  return places.every((place) => place !== undefined) ? advance([], places) : undefined;
};
