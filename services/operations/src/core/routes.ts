import type { ProblemName, Route } from "@samvirke/contracts";
import { parkedRoutes, stageRoutes } from "./parked-routes.ts";
import { id, inPath, query, reading, whole } from "./route-parts.ts";
import { rebuildAddresses } from "./rebuild/routes.ts";
import { replayAddresses } from "./replay/routes.ts";
import { verifyAddresses } from "./verify/routes.ts";
import { reseedAddresses } from "./verify/reseed.ts";
import { ref } from "./schemas.ts";

const sampleParameters = [
  inPath("kind", "A kind that /v1/samples lists."),
  query("rule", "A rule or pre-check that the message shall break."),
  query("seed", "The same seed and wish give the same bytes."),
  query("index", "Which one of a seed.", whole(0, 9_999_999, 0)),
  query("at", "When it is signed. RFC 3339.", { type: "string", format: "date-time" }),
  query("person", "A name for the invented person; the same name is the same person."),
  query("from", "First day, counted from the day of signing.", whole(-30, 30, 0)),
  query("days", "Days, both ends included.", whole(1, 366, 14)),
  query("grade", "Percent of full work that the person cannot do; wholly away where absent.", whole(20, 99)),
  query("her", "HER-id of the practice; invented where absent."),
  query("organisation", "Organisation number of the practice; invented where absent."),
];

/** Every address of operations. */
export const routes = {
  status: reading({ path: "/v1/status", summary: "The hub at a glance, and why it is red." }, ref("HubStatus")),
  case: reading(
    {
      path: "/v1/cases/{id}",
      summary: "Where a message, a case or a person stands, and who has the ball.",
      parameters: [
        id,
        query("at", "What was known then: an RFC 3339 time, or topic/partition/position of a record of the log."),
        query("known", "The version that the reader has; the answer comes when there is another one, or after `wait`."),
        query("wait", "Seconds to wait for another version.", whole(0, 30, 0)),
      ],
      problems: ["not-found", "invalid-parameter"],
    },
    ref("Case"),
  ),
  ...parkedRoutes,
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
  ...stageRoutes,
  ...replayAddresses,
  ...verifyAddresses,
  ...rebuildAddresses,
  ...reseedAddresses,
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
