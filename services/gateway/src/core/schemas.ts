import type { JsonSchema } from "@samvirke/contracts";
import { viewSchemas } from "./view-schemas.ts";

const text: JsonSchema = { type: "string" };
const uuid: JsonSchema = { type: "string", format: "uuid" };
const instant: JsonSchema = { type: "string", format: "date-time" };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const oneOf = (...values: ReadonlyArray<string>): JsonSchema => ({ type: "string", enum: values });
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });

const object = (properties: Readonly<Record<string, JsonSchema>>, ...optional: ReadonlyArray<string>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

/** A component of the OpenAPI document. */
export const ref = (name: keyof typeof components): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const ruleLine = object({ rule: text, outcome: oneOf("INVALID", "MANUAL_PROCESSING") });
const warningLine = object({ code: text, path: text });
const appRec = object({ status: { enum: [1, 2, 3] }, errors: list(object({ code: text, text })) });
const place = object({ topic: text, partition: { type: "integer" }, position: { type: "integer" } });

const hop = object(
  {
    stage: text,
    state: oneOf("done", "waiting", "parked", "stopped", "paused", "discarded"),
    at: instant,
    reason: text,
  },
  "at",
  "reason",
);

const accepted = object(
  {
    messageId: uuid,
    personId: uuid,
    kind: text,
    format: text,
    receivedAt: instant,
    repeat: { type: "boolean", description: "The same bytes from the same sender were there before." },
    conflictsWith: uuid,
  },
  "conflictsWith",
);

const status = object({
  messageId: uuid,
  personId: uuid,
  caseId: orNull(uuid),
  kind: text,
  format: text,
  receivedAt: instant,
  status: oneOf("received", "decided", "done", "parked", "waiting", "discarded"),
  outcome: orNull(oneOf("accepted", "rejected", "duplicate", "conflict", "malformed", "unsupported")),
  route: orNull(oneOf("automatic", "manual")),
  rules: list(ruleLine),
  appRec: orNull(appRec),
  warnings: list(warningLine),
  hops: list(hop),
  links: object({ self: text, outbox: list(text), sickLeave: text }, "sickLeave"),
});

const outboxEntry = object({
  messageId: uuid,
  kind: text,
  contentType: text,
  shape: orNull(text),
  inReplyTo: orNull(uuid),
  link: text,
});

const sickLeave = object({
  sickLeaveId: uuid,
  personId: uuid,
  messageId: uuid,
  outcome: oneOf("ok", "ok-with-remark", "pending", "rejected", "invalid"),
  use: orNull(oneOf("open", "sent", "confirmed", "aside", "expired")),
  withdrawn: orNull(text),
  revision: { type: "integer" },
  reasonClass: orNull(text),
  duplicateOf: orNull(uuid),
  receivedAt: instant,
  recordedAt: instant,
  eventId: uuid,
  eventType: text,
  source: place,
  sealed: oneOf("open", "erased"),
  event: {
    type: "object",
    description:
      "The event that the row shows, as its contract names it; public fields only once the person is erased.",
  },
});

const findings = object({
  kind: text,
  format: text,
  document: text,
  readable: { type: "boolean" },
  findings: list(object({ source: oneOf("guard", "parse", "pre-check", "rule"), code: text, path: text })),
});

/** The documents that the gateway answers with. */
export const components = {
  Accepted: accepted,
  MessageStatus: status,
  OutboxPage: object({
    items: list(outboxEntry),
    cursor: text,
    more: { type: "boolean" },
    retentionDays: { type: "integer", description: "Days that a document stays in the mailbox; 0: for ever." },
  }),
  Unread: object({
    unread: { type: "integer" },
    more: { type: "boolean", description: "There are more than were counted." },
  }),
  SickLeave: sickLeave,
  SickLeaveList: object({ items: list(sickLeave) }),
  NumberQuery: { ...object({ number: { type: "string", pattern: "^[0-9]{11}$" } }), additionalProperties: false },
  Findings: findings,
  ...viewSchemas,
} as const satisfies Record<string, JsonSchema>;
