import { partitionCount } from "@samvirke/kernel";

/** Streams that the mailbox is built from. */
export const streams = ["receipt", "health", "welfare", "employer"] as const;
export type Stream = (typeof streams)[number];

/** One place in one stream. */
export interface Place {
  readonly stream: Stream;
  readonly partition: number;
  readonly position: number;
}

/** Where a reader of the mailbox is. */
export interface Cursor {
  /** The last position had, per stream and partition; what is not named has not begun. */
  readonly had: ReadonlyArray<Place>;
  /** Positions before it whose record was parked when the reader came by; it is delivered once it is redriven. */
  readonly holes: ReadonlyArray<Place>;
}

export const beginning: Cursor = { had: [], holes: [] };

export const isSameSlot = (a: Omit<Place, "position">, b: Omit<Place, "position">): boolean =>
  a.stream === b.stream && a.partition === b.partition;

export const isSamePlace = (a: Place, b: Place): boolean => isSameSlot(a, b) && a.position === b.position;

/** The last position had in a partition; -1 before the first. */
export const positionIn = ({ had }: Cursor, slot: Omit<Place, "position">): number =>
  had.find((place) => isSameSlot(place, slot))?.position ?? -1;

const highest = (had: Cursor["had"], place: Place): Cursor["had"] => {
  const known = had.find((other) => isSameSlot(other, place));
  if (known && known.position >= place.position) return had;
  return [...had.filter((other) => !isSameSlot(other, place)), place];
};

/** The last positions after these places were had. */
export const advance = (had: Cursor["had"], places: ReadonlyArray<Place>): Cursor["had"] => places.reduce(highest, had);

const version = "1";
const entryForm = /^([a-z]+)\.(\d{1,2})\.(\d{1,15})(h?)$/;
const longest = 8_000;

const byPlace = (a: Place, b: Place): number => {
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.partition - b.partition || a.position - b.position;
};

const printPlace = ({ stream, partition, position }: Place): string => `${stream}.${partition}.${position}`;

// version { ";" stream "." partition "." position [ "h" ] }, base64url; "h" marks a hole
/** Prints a cursor as an opaque text for a URL. */
export const printCursor = ({ had, holes }: Cursor): string => {
  const entries = [
    ...[...had].sort(byPlace).map(printPlace),
    ...[...holes].sort(byPlace).map((hole) => `${printPlace(hole)}h`),
  ];
  return Buffer.from([version, ...entries].join(";")).toString("base64url");
};

const isStream = (text: string): text is Stream => streams.some((stream) => stream === text);

interface Entry {
  readonly place: Place;
  readonly isHole: boolean;
}

const parseEntry = (text: string): Entry | undefined => {
  const [, stream, partition, position, mark] = entryForm.exec(text) ?? [];
  if (stream === undefined || !isStream(stream) || Number(partition) >= partitionCount) return undefined;
  return { place: { stream, partition: Number(partition), position: Number(position) }, isHole: mark === "h" };
};

/** Reads a cursor; undefined when it is none of ours. */
export const parseCursor = (text: string): Cursor | undefined => {
  if (text.length > longest || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const [head, ...texts] = Buffer.from(text, "base64url").toString("latin1").split(";");
  const entries = texts.map(parseEntry);
  if (head !== version || !entries.every((entry) => entry !== undefined)) return undefined;
  const places = (isHole: boolean): ReadonlyArray<Place> =>
    entries.filter((entry) => entry.isHole === isHole).map(({ place }) => place);
  return { had: advance([], places(false)), holes: places(true) };
};
