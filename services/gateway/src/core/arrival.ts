import type { MessageFormat, MessageKind, RouteClass, WireFormat } from "@samvirke/contracts";

const kinds: Readonly<Record<string, MessageKind>> = {
  "sick-leave": "SICK_LEAVE",
  dialogue: "DIALOGUE",
  referral: "REFERRAL",
  "medical-statement": "MEDICAL_STATEMENT",
  receipt: "RECEIPT",
};

const formats: Readonly<Record<WireFormat, MessageFormat>> = {
  FELLESFORMAT_1: "EI_FELLESFORMAT",
  FELLESFORMAT_2: "EI_FELLESFORMAT",
  MSGHEAD: "MSGHEAD",
  PAYLOAD: "XML",
  MESSAGE: "XML",
  HUB_JSON: "JSON",
  UNKNOWN: "UNKNOWN",
};

/** What the envelope says about a message, in the words of the contracts. */
export interface Classified {
  readonly kind: MessageKind;
  readonly format: MessageFormat;
  readonly routeClass: RouteClass;
}

// A receipt is never answered; without a message head there is nobody to write a receipt to.
const routeOf = (kind: MessageKind, format: MessageFormat): RouteClass => {
  if (kind === "RECEIPT") return "NONE";
  return format === "EI_FELLESFORMAT" || format === "MSGHEAD" ? "EDGE" : "HTTP";
};

/** Kind, format and who answers, by the envelope alone. */
export const classify = (kindAsRead: string, formatAsRead: WireFormat): Classified => {
  const kind = kinds[kindAsRead] ?? "UNKNOWN";
  const format = formats[formatAsRead];
  return { kind, format, routeClass: routeOf(kind, format) };
};

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

/** The receipt time by a receiving station: what the message says, else what the station states beside it. */
export const stationTime = (
  party: { readonly station: boolean },
  written: number | undefined,
  stated: number | undefined,
): number | null => (party.station ? (written ?? stated ?? null) : null);

/** Media type of a content type header, in lower case, without parameters. */
export const mediaType = (header: string | undefined): string =>
  (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether a media type is among those that a route takes; any `+xml` type is XML. */
export const isTaken = (takes: ReadonlyArray<string>, media: string): boolean =>
  takes.includes(media) || (media.endsWith("+xml") && takes.includes("application/xml"));
