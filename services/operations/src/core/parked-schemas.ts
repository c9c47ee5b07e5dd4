import type { JsonSchema } from "@samvirke/contracts";
import { parkReasons } from "@samvirke/kernel";
import { bool, instant, list, object, oneOf, open, orNull, text, uuid, whole } from "./schema-parts.ts";
import { mostIds } from "./selection.ts";

const parkReason = oneOf(...parkReasons);

const parkedPerson = object({
  stage: text,
  personId: uuid,
  records: whole,
  attempts: whole,
  reason: parkReason,
  detail: text,
  since: instant,
  lastSeen: instant,
});

const parkedCount = object({
  stage: text,
  reason: parkReason,
  persons: whole,
  records: whole,
  oldest: instant,
  underAnHour: whole,
  underADay: whole,
  underAWeek: whole,
  older: whole,
});

const sentence = { type: "string", minLength: 1, maxLength: 500 };
const grounds = { reason: sentence, by: sentence };

const place = { topic: text, partition: whole, position: whole };

const parkedRecord = object({
  eventId: uuid,
  type: text,
  ...place,
  recordedAt: instant,
  messageId: orNull(uuid),
  bytes: whole,
  reason: parkReason,
  detail: text,
  attempts: whole,
  firstSeen: orNull(instant),
  lastSeen: orNull(instant),
  asks: text,
  content: orNull(open),
  unreadable: orNull(text),
});

const selection = {
  stage: text,
  class: parkReason,
  personId: uuid,
  ids: { type: "array", items: uuid, minItems: 1, maxItems: mostIds },
  all: { type: "boolean" },
};
const selectionNames = Object.keys(selection);

const redrive = {
  id: uuid,
  state: oneOf("running", "stopped", "done", "cancelled"),
  by: text,
  reason: text,
  scope: open,
  stages: list(text),
  beganAt: instant,
  changedAt: instant,
  persons: object({ total: whole, waiting: whole, sent: whole, drained: whole, parkedAgain: whole }),
  perSecond: orNull({ type: "number" }),
  secondsLeft: orNull(whole),
};

const counts: JsonSchema = { type: "object", additionalProperties: whole };
const tried = object({
  partition: whole,
  position: whole,
  type: text,
  fate: oneOf("handled", "fails", "waits", "none"),
  reason: orNull(parkReason),
  detail: orNull(text),
  appends: counts,
  rows: counts,
});
const triedPerson = object({
  stage: text,
  personId: uuid,
  outcome: oneOf("drained", "parked", "unknown"),
  records: list(tried),
});

const discardedRecord = {
  stage: text,
  personId: uuid,
  eventId: uuid,
  type: text,
  ...place,
  class: parkReason,
};

const journalEntry = object({
  at: instant,
  act: text,
  stage: orNull(text),
  redriveId: orNull(uuid),
  by: text,
  reason: text,
  details: open,
});

/** The documents about what is parked, redriven and given up. */
export const parkedComponents = {
  Grounds: object(grounds),
  ParkedPersons: object({ persons: list(parkedPerson), counts: list(parkedCount), asks: open }),
  ParkedRecords: object({ stage: text, personId: uuid, records: list(parkedRecord) }),
  Selection: object(selection, ...selectionNames),
  RedriveWish: object({ ...selection, ...grounds }, ...selectionNames),
  Redrive: object(redrive),
  Begun: object({ ...redrive, more: bool }),
  Redrives: object({ redrives: list(object(redrive)) }),
  DryRun: object({ persons: list(triedPerson), drained: whole, parked: whole, unknown: whole, more: bool }),
  DiscardWish: object({ stage: text, eventId: uuid, ...grounds }),
  Discard: object({ ...discardedRecord, left: whole, redriven: bool }),
  Discarded: object({
    records: list(object({ ...discardedRecord, detail: text, attempts: whole, by: text, reason: text, at: instant })),
  }),
  Journal: object({ entries: list(journalEntry) }),
} as const satisfies Record<string, JsonSchema>;
