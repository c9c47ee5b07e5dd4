import type { JsonSchema, ProblemName, Route, RouteParameter } from "@samvirke/contracts";
import { ref } from "./schemas.ts";

const json = "application/json";

const inPath = (name: string, description: string, schema: JsonSchema = { type: "string" }): RouteParameter => ({
  in: "path",
  name,
  description,
  schema,
});
const query = (name: string, description: string, schema: JsonSchema = { type: "string" }): RouteParameter => ({
  in: "query",
  name,
  description,
  schema,
});
const uuid = { type: "string", format: "uuid" };
const whole = (minimum: number, maximum: number, absent: number): JsonSchema => ({
  type: "integer",
  minimum,
  maximum,
  default: absent,
});
const stage = inPath("stage", "The name of a stage, as /v1/status lists them.");
const id = inPath("id", "An id of the hub's.", uuid);

type Told = Pick<Route, "path" | "summary"> & Partial<Pick<Route, "parameters" | "problems">>;

const reading = (told: Told, schema: JsonSchema, contentType = json): Route => ({
  parameters: [],
  problems: [],
  ...told,
  method: "GET",
  access: "open",
  takes: [],
  answers: [{ status: 200, description: "As asked.", contentType, schema }],
});

const acting = (
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

const sampleParameters = [
  inPath("kind", "A kind that /v1/samples lists."),
  query("rule", "A rule or pre-check that the message shall break."),
  query("seed", "The same seed and wish give the same bytes."),
  query("index", "Which one of a seed.", whole(0, 9_999_999, 0)),
  query("at", "When it is signed. RFC 3339.", { type: "string", format: "date-time" }),
  query("person", "A name for the invented person; the same name is the same person."),
  query("from", "First day, counted from the day of signing.", whole(-30, 30, 0)),
  query("days", "Days, both ends included.", whole(1, 366, 14)),
];

/** Every address of operations. */
export const routes = {
  status: reading({ path: "/v1/status", summary: "The hub at a glance, and why it is red." }, ref("HubStatus")),
  case: reading(
    {
      path: "/v1/cases/{id}",
      summary: "Where a message, a case or a person stands, and who has the ball.",
      parameters: [id],
      problems: ["not-found"],
    },
    ref("Case"),
  ),
  parked: reading(
    {
      path: "/v1/parked",
      summary: "Persons with parked records, oldest first.",
      parameters: [query("stage", "Of one stage only."), query("limit", "Most persons.", whole(1, 10_000, 1_000))],
      problems: ["invalid-parameter", "not-found"],
    },
    ref("ParkedPersons"),
  ),
  parkedOf: reading(
    {
      path: "/v1/parked/{stage}/{id}",
      summary: "What a stage has parked of a person: reasons and public parts.",
      parameters: [stage, id],
      problems: ["not-found", "nothing-parked"],
    },
    ref("ParkedRecords"),
  ),
  rules: reading({ path: "/v1/rules", summary: "What is checked, by which law, and what we say." }, ref("RuleList")),
  samples: reading({ path: "/v1/samples", summary: "Kinds of samples, and rules that one can break." }, ref("Samples")),
  sample: reading(
    {
      path: "/v1/samples/{kind}",
      summary: "A synthetic message, valid or breaking the named rule.",
      parameters: sampleParameters,
      problems: ["invalid-parameter", "not-found", "not-by-one-message"],
    },
    { type: "string" },
    "*/*",
  ),
  pause: acting(
    {
      path: "/v1/stages/{stage}/pause",
      summary: "Lets a stage stand until it is resumed.",
      parameters: [stage],
      problems: ["invalid-body", "not-found"],
    },
    ref("Grounds"),
    { status: 200, schema: ref("Control") },
  ),
  resume: acting(
    {
      path: "/v1/stages/{stage}/resume",
      summary: "Lets a paused stage go on.",
      parameters: [stage],
      problems: ["invalid-body", "not-found"],
    },
    ref("Grounds"),
    { status: 200, schema: ref("Control") },
  ),
  redrive: acting(
    {
      path: "/v1/parked/redrive",
      summary: "Sends the parked records of one person, or of everybody in a stage, through again.",
      problems: ["invalid-body", "nothing-parked"],
    },
    ref("RedriveWish"),
    { status: 202, schema: ref("Redriven") },
  ),
  problem: reading(
    {
      path: "/problems/{name}",
      summary: "The page of a problem type: what it means, what to do, and what the sender gets.",
      parameters: [inPath("name", "What follows urn:samvirke:problem: in the type of a problem.")],
      problems: ["not-found"],
    },
    { type: "string" },
    "text/markdown",
  ),
  live: reading({ path: "/internal/health/live", summary: "Whether the process runs." }, { type: "object" }),
  ready: reading({ path: "/internal/health/ready", summary: "Whether the database answers." }, { type: "object" }),
  openapi: reading({ path: "/openapi.json", summary: "This document." }, { type: "object" }),
} as const satisfies Record<string, Route>;

const everywhere: ReadonlyArray<ProblemName> = ["malformed-request", "not-local", "internal", "unavailable"];

/** Every problem that an address of operations may answer with. */
export const problemsHere = ({ problems, takes }: Route): ReadonlyArray<ProblemName> => [
  ...problems,
  ...(takes.length > 0 ? (["invalid-body", "too-large", "unsupported-media-type"] as const) : []).filter(
    (name) => !problems.includes(name),
  ),
  ...everywhere,
];
