import type { JsonSchema, Route, RouteParameter } from "@samvirke/contracts";

const json = "application/json";
const id: RouteParameter = {
  in: "path",
  name: "id",
  description: "A replay, as it was told when it began.",
  schema: { type: "string", pattern: "^replay_[0-9a-f]{8}$" },
};
const replay: JsonSchema = { $ref: "#/components/schemas/Replay" };

const reading = (path: string, summary: string, schema: JsonSchema): Route => ({
  path,
  summary,
  parameters: path.includes("{id}") ? [id] : [],
  problems: path.includes("{id}") ? ["not-found"] : [],
  method: "GET",
  access: "open",
  takes: [],
  answers: [{ status: 200, description: "As asked.", contentType: json, schema }],
});

/** Addresses of replays. */
export const replayAddresses = {
  replayBegin: {
    path: "/v1/replays",
    summary: "Runs stages again over the log, in isolation, and compares with what lives.",
    parameters: [],
    problems: ["invalid-body"],
    method: "POST",
    access: "open",
    takes: [json],
    body: { $ref: "#/components/schemas/ReplayWish" },
    answers: [{ status: 202, description: "Under way.", contentType: json, schema: replay }],
  },
  replays: reading("/v1/replays", "The replays of this process.", {
    type: "object",
    properties: { replays: { type: "array", items: replay } },
    required: ["replays"],
  }),
  replay: reading("/v1/replays/{id}", "How far a replay is, and what it found, grouped by rule and field.", replay),
  replayDifferences: reading(
    "/v1/replays/{id}/differences",
    "Each difference that a replay found; values are masked.",
    {
      type: "object",
      properties: { differences: { type: "array", items: { type: "object" } } },
      required: ["differences"],
    },
  ),
  replayForget: {
    path: "/v1/replays/{id}",
    summary: "Breaks a replay off where it still runs, and takes away what it made.",
    parameters: [id],
    problems: ["not-found"],
    method: "DELETE",
    access: "open",
    takes: [],
    answers: [{ status: 204, description: "Gone." }],
  },
} as const satisfies Record<string, Route>;

const text: JsonSchema = { type: "string" };
const count: JsonSchema = { type: "integer", minimum: 0 };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const all = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const listOf = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** What these addresses take and give. */
export const replaySchemas = {
  ReplayWish: {
    type: "object",
    properties: {
      stages: listOf(text),
      select: {
        type: "object",
        description:
          "One of `everybody` (true), `id` (of a person, message or case), `parked` (a stage), `window` (`from`, `to`), `positions` (`partition`, `from`, `to` of what the first stage reads). Always all records of whoever is chosen.",
      },
      candidate: {
        type: "object",
        description: "`ref` (a commit) or `folder` (another checkout); absent: what runs now.",
      },
      reason: text,
      by: text,
    },
    required: ["stages", "select", "reason", "by"],
  },
  Replay: all({
    replayId: text,
    state: { enum: ["replaying", "comparing", "done", "broken-off", "failed"] },
    wish: { type: "object" },
    commit: orNull(text),
    began: { type: "string", format: "date-time" },
    ended: orNull({ type: "string", format: "date-time" }),
    persons: orNull(count),
    progress: listOf(
      all({ stage: text, state: { enum: ["waiting", "replaying", "replayed"] }, of: orNull(count), records: count }),
    ),
    rate: orNull(count),
    secondsLeft: orNull(count),
    failure: orNull(text),
    stages: listOf(
      all({ stage: text, records: count, parked: count, appended: count, compared: count, differing: count }),
    ),
    movedOn: count,
    groups: listOf(
      all({
        stage: text,
        what: { enum: ["record", "row"] },
        type: text,
        change: { enum: ["missing", "extra", "changed", "moved", "replaced"] },
        path: orNull(text),
        value: orNull(text),
        rules: listOf(text),
        count,
        examples: listOf(text),
      }),
    ),
  }),
} as const satisfies Record<string, JsonSchema>;
