import type { JsonSchema, Route, RouteParameter } from "@samvirke/contracts";

const json = "application/json";

/** A parameter of the path. */
export const inPath = (name: string, description: string, schema: JsonSchema = { type: "string" }): RouteParameter => ({
  in: "path",
  name,
  description,
  schema,
});
/** A parameter of the query. */
export const query = (name: string, description: string, schema: JsonSchema = { type: "string" }): RouteParameter => ({
  in: "query",
  name,
  description,
  schema,
});
/** A UUID. */
export const uuid = { type: "string", format: "uuid" };
/** A whole number within bounds, with its default. */
export const whole = (minimum: number, maximum: number, absent?: number): JsonSchema => ({
  type: "integer",
  minimum,
  maximum,
  ...(absent === undefined ? {} : { default: absent }),
});
/** The name of a stage in a path. */
export const stage = inPath("stage", "The name of a stage, as /v1/status lists them.");
/** An id of the hub's in a path. */
export const id = inPath("id", "An id of the hub's.", uuid);

type Told = Pick<Route, "path" | "summary"> & Partial<Pick<Route, "parameters" | "problems">>;

/** An address that only looks. */
export const reading = (told: Told, schema: JsonSchema, contentType = json): Route => ({
  parameters: [],
  problems: [],
  ...told,
  method: "GET",
  access: "open",
  takes: [],
  answers: [{ status: 200, description: "As asked.", contentType, schema }],
});

/** An address that changes something. */
export const acting = (
  told: Told,
  body: JsonSchema,
  answer: { readonly status: number; readonly schema: JsonSchema },
): Route => ({
  parameters: [],
  problems: [],
  ...told,
  method: "POST",
  access: "open",
  takes: [json],
  body,
  answers: [{ status: answer.status, description: "Done, or under way.", contentType: json, schema: answer.schema }],
});
