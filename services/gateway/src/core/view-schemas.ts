import type { JsonSchema } from "@samvirke/contracts";

const text: JsonSchema = { type: "string" };
const uuid: JsonSchema = { type: "string", format: "uuid" };
const anyObject: JsonSchema = { type: "object" };

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});

const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });

const event = object({ eventId: uuid, eventType: text, sealed: { enum: ["open", "erased"] }, event: anyObject });

/** A row of a view; rows that belong to it stand beside under a name of their own, an employer's row has its content. */
const row: JsonSchema = {
  ...object({
    view: text,
    id: uuid,
    personId: uuid,
    state: anyObject,
    recordedAt: orNull({ type: "string", format: "date-time" }),
    source: orNull(anyObject),
    events: list(event),
  }),
  additionalProperties: true,
};

const turn = object({ holder: text, kinds: list(text), due: orNull({ type: "string", format: "date" }) });

const put = object({ change: { const: "put" }, id: uuid, row: anyObject });
const gone = object({ change: { const: "removed" }, id: uuid });

/** Documents of the views. */
export const viewSchemas = {
  ViewRow: row,
  ViewRows: object({ items: list(row) }),
  ViewPage: object({ items: list(row), cursor: text, more: { type: "boolean" } }),
  Changes: object({ items: list({ oneOf: [put, gone] }), cursor: text, more: { type: "boolean" } }),
  Thread: object({ conversationId: uuid, status: orNull(text), ball: orNull(text), messages: list(row) }),
  Turns: object({ personId: uuid, on: { type: "string", format: "date" }, turns: list(turn) }),
} as const;
