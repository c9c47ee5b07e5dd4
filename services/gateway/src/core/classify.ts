import { isWelfareParty } from "@samvirke/contracts";
import type { MessageDocument, MessageFormat, MessageKind, RouteClass, WireEnvelope } from "@samvirke/contracts";

const kinds: Readonly<Record<string, MessageKind>> = {
  "sick-leave": "SICK_LEAVE",
  dialogue: "DIALOGUE",
  referral: "REFERRAL",
  "medical-statement": "MEDICAL_STATEMENT",
  "follow-up-plan": "FOLLOW_UP_PLAN",
  receipt: "RECEIPT",
  status: "STATUS",
  validation: "VALIDATION",
  tombstone: "TOMBSTONE",
  meeting: "MEETING",
  decision: "DECISION",
  spell: "SPELL",
  "line-manager": "LINE_MANAGER",
  person: "PERSON",
};

const formats: Readonly<Record<string, MessageFormat>> = {
  FELLESFORMAT_1: "EI_FELLESFORMAT",
  FELLESFORMAT_2: "EI_FELLESFORMAT",
  MSGHEAD: "MSGHEAD",
  PAYLOAD: "XML",
  MESSAGE: "XML",
  HUB_JSON: "JSON",
  JSON: "JSON",
  FHIR: "FHIR",
  AVRO: "AVRO",
};

/** What the envelope says about a message, in the words of the contracts. */
export interface Classified {
  readonly kind: MessageKind;
  readonly document: MessageDocument;
  readonly format: MessageFormat;
  readonly routeClass: RouteClass;
}

/** What a door read of a message. */
export interface AsRead {
  /** As the formats name it; what crosses no border is unknown here. */
  readonly kind: string;
  readonly document: MessageDocument;
  readonly format: string;
  readonly envelope: WireEnvelope | undefined;
}

const isToWelfare = ({ receiver }: WireEnvelope): boolean =>
  receiver === null || isWelfareParty(receiver.organisations);

const relayed: ReadonlySet<string> = new Set(["referral", "dialogue"]);

// The wrapping is welfare's own: what comes in it is for welfare, whoever stands in the head.
const isRelayed = ({ kind, format, envelope }: AsRead): boolean =>
  relayed.has(kind) &&
  (format === "MSGHEAD" || format === "MESSAGE") &&
  envelope !== undefined &&
  !isToWelfare(envelope);

// A receipt is never answered; without a message head there is nobody to write a receipt to.
const routeOf = (read: AsRead): RouteClass => {
  if (read.kind === "receipt") return "NONE";
  if (isRelayed(read)) return "RELAY";
  const hasHead = ["EI_FELLESFORMAT", "MSGHEAD"].includes(formats[read.format] ?? "") || read.format === "MESSAGE";
  return hasHead ? "EDGE" : "HTTP";
};

/** Kind, document, format and who answers, by the envelope alone. */
export const classify = (read: AsRead): Classified => ({
  kind: kinds[read.kind] ?? "UNKNOWN",
  document: read.document,
  format: formats[read.format] ?? "UNKNOWN",
  routeClass: routeOf(read),
});
