import type { JsonSchema } from "@samvirke/contracts";

/** Any text. */
export const text: JsonSchema = { type: "string" };
/** A whole number. */
export const whole: JsonSchema = { type: "integer" };
/** True or false. */
export const bool: JsonSchema = { type: "boolean" };
/** A UUID. */
export const uuid: JsonSchema = { type: "string", format: "uuid" };
/** An RFC 3339 time. */
export const instant: JsonSchema = { type: "string", format: "date-time" };
/** The same, or null. */
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
/** One of some words. */
export const oneOf = (...values: ReadonlyArray<string>): JsonSchema => ({ type: "string", enum: values });
/** A list. */
export const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** An object whose fields are all there but those named. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  ...optional: ReadonlyArray<string>
): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

/** An object of any fields. */
export const open: JsonSchema = { type: "object" };
