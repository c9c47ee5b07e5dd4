import type { Sector } from "./party.ts";

/** An identity number as it was sent. */
export interface StatedNumber {
  readonly value: string;
  readonly type: string | undefined;
}

/** An identity number with the class within which it is unique. */
export interface NumberKey {
  readonly numberClass: string;
  readonly value: string;
}

// Issued by one institution for its own use: the same digits mean another person elsewhere.
const localTypes: ReadonlySet<string> = new Set(["HNR", "PNR", "SEF", "XXX"]);

// Systems fill the field with one digit when they have no number; that is nobody's.
const isFiller = (value: string): boolean => /^(.)\1*$/.test(value);

const isUsable = (value: string): boolean => value !== "" && value.length <= 64 && !isFiller(value);

const classOf = (type: string, value: string, sender: string): string => {
  if (localTypes.has(type)) return `${type} ${sender}`;
  return /^\d{11}$/.test(value) ? "national" : type;
};

/**
 * The key under which the person index knows a number; undefined when it cannot lead to a person.
 *
 * Shape:  eleven digits are national whatever type is stated, since senders mix FNR and DNR; a number of a local kind
 *         counts within its sender only.
 * Source: identifier types, list 8116.
 */
export const numberKey = (stated: StatedNumber | undefined, sender: string): NumberKey | undefined => {
  if (!stated) return undefined;
  const value = stated.value.replaceAll(/\s/g, "");
  const type = (stated.type ?? "").trim().toUpperCase();
  return isUsable(value) ? { numberClass: classOf(type, value, sender), value } : undefined;
};

/** Whose word about receipt times counts. */
export interface Timekeeper {
  readonly station: boolean;
  readonly statesTimes?: boolean | undefined;
}

/** Whether a party may state a receipt time beside a message. */
export const mayStateTimes = ({ station, statesTimes = false }: Timekeeper): boolean => station || statesTimes;

/** The receipt time that counts: what a receiving station's message says, else what a trusted party states beside it. */
export const stationTime = (
  party: Timekeeper,
  written: number | undefined,
  stated: number | undefined,
): number | null => {
  const said = party.station ? (written ?? stated) : stated;
  return mayStateTimes(party) ? (said ?? null) : null;
};

/** Whoever sent an id, as far as it is believed about it. */
export interface Believed {
  readonly sector: Sector;
  readonly station: boolean;
}

/**
 * Whether a party's word about ids of a space counts. Welfare alone mints certificate ids, and receiving stations log
 * ids: from others they could take a later message to the wrong person.
 */
export const mayUse = (space: string, { sector, station }: Believed): boolean => {
  if (space === "certificate") return sector === "welfare";
  return space === "log" ? sector === "welfare" || station : true;
};

/** Media type of a content type header, in lower case, without parameters. */
export const mediaType = (header: string | undefined): string =>
  (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

const suffixes: Readonly<Record<string, string>> = { "+xml": "application/xml", "+json": "application/json" };

/** Whether a media type is among those that a route takes; any `+xml` type is XML, any `+json` type JSON. */
export const isTaken = (takes: ReadonlyArray<string>, media: string): boolean => {
  const plain = Object.entries(suffixes).find(([suffix]) => media.endsWith(suffix))?.[1];
  return takes.includes(media) || (plain !== undefined && takes.includes(plain));
};
