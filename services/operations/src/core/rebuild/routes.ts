import type { JsonSchema, ProblemName, Route, RouteParameter } from "@samvirke/contracts";
import { bool, instant, list, object, oneOf, open, orNull, text, whole } from "../schema-parts.ts";

const json = "application/json";
const id: RouteParameter = {
  in: "path",
  name: "id",
  description: "A rebuild, as it was told when it began.",
  schema: { type: "string", pattern: "^rebuild_[0-9a-f]{8}$" },
};
const rebuild: JsonSchema = { $ref: "#/components/schemas/Rebuild" };

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

interface Acting {
  readonly path: string;
  readonly summary: string;
  readonly takes: string;
  readonly status: number;
}

const acting = ({ path, summary, takes, status }: Acting, problems: ReadonlyArray<ProblemName>): Route => ({
  path,
  summary,
  parameters: path.includes("{id}") ? [id] : [],
  problems,
  method: "POST",
  access: "open",
  takes: [json],
  body: { $ref: `#/components/schemas/${takes}` },
  answers: [{ status, description: "As asked.", contentType: json, schema: rebuild }],
});

const late: ReadonlyArray<ProblemName> = ["invalid-body", "not-found", "rebuild-over"];

/** Addresses of rebuilds. */
export const rebuildAddresses = {
  rebuildBegin: acting(
    {
      path: "/v1/rebuilds",
      summary: "Builds a projection anew from the log beside the one that lives, and switches when both are the same.",
      takes: "RebuildWish",
      status: 202,
    },
    ["invalid-body", "rebuild-under-way"],
  ),
  rebuilds: reading("/v1/rebuilds", "The rebuilds that the journal knows.", object({ rebuilds: list(rebuild) })),
  rebuild: reading("/v1/rebuilds/{id}", "How far a rebuild is, and what its proof found.", rebuild),
  rebuildCancel: acting(
    {
      path: "/v1/rebuilds/{id}/cancel",
      summary: "Stops a rebuild; what was done stays.",
      takes: "Grounds",
      status: 200,
    },
    late,
  ),
  rebuildResume: acting(
    {
      path: "/v1/rebuilds/{id}/resume",
      summary: "Goes on with a rebuild that was cancelled, failed or was refused.",
      takes: "RebuildResume",
      status: 200,
    },
    late,
  ),
  rebuildDrop: acting(
    {
      path: "/v1/rebuilds/{id}/drop",
      summary: "Takes away what a rebuild built, or after its switch what lived before.",
      takes: "Grounds",
      status: 200,
    },
    late,
  ),
} as const satisfies Record<string, Route>;

const unlike = object({
  table: text,
  partition: orNull(whole),
  live: whole,
  rebuilt: whole,
  keys: list(text),
});

/** What these addresses take and give. */
export const rebuildSchemas = {
  RebuildWish: object(
    { projection: text, recordsPerSecond: { type: "integer", minimum: 1 }, reason: text, by: text },
    "recordsPerSecond",
  ),
  RebuildResume: object(
    {
      accept: {
        type: "string",
        description: "The rebuild's own id: switch although the proof fails, where nothing differs but what it showed.",
      },
      recordsPerSecond: { type: "integer", minimum: 1 },
      reason: text,
      by: text,
    },
    "accept",
    "recordsPerSecond",
  ),
  Rebuild: object({
    rebuildId: text,
    state: oneOf("rebuilding", "catching-up", "proving", "switched", "refused", "cancelled", "failed", "dropped"),
    wish: open,
    began: instant,
    ended: orNull(instant),
    progress: list(open),
    rate: orNull(whole),
    secondsLeft: orNull(whole),
    dropped: whole,
    parked: whole,
    proof: orNull(object({ rows: whole, tables: whole, positions: open, unlike: list(unlike) })),
    accepted: bool,
    kept: orNull(text),
    failure: orNull(text),
  }),
} as const satisfies Record<string, JsonSchema>;
