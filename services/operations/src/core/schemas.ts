import { rebuildSchemas } from "./rebuild/routes.ts";
import { replaySchemas } from "./replay/routes.ts";
import { reseedSchemas } from "./verify/reseed.ts";
import { verifySchemas } from "./verify/routes.ts";
import type { JsonSchema } from "@samvirke/contracts";
import { parkedComponents } from "./parked-schemas.ts";
import { bool, instant, list, object, oneOf, open, orNull, text, uuid, whole } from "./schema-parts.ts";

const state = oneOf("running", "waiting", "stopped", "paused");
const lag = object({ positions: whole, seconds: whole });
const counted = object({ persons: whole, records: whole });
const control = object({ paused: bool, reason: orNull(text), by: text, at: instant });
const instance = object({ instance: text, state, reason: orNull(text), reportedAt: instant, secondsAgo: whole });

const stageStatus = object({
  stage: text,
  topic: text,
  state,
  reason: orNull(text),
  lag,
  checkpoints: list(whole),
  parked: counted,
  control: orNull(control),
  instances: list(instance),
});

const hubStatus = object({
  overall: oneOf("green", "red"),
  reasons: list(text),
  at: instant,
  parts: list(object({ part: oneOf("postgres", "kafka", "registry"), reachable: bool, ms: whole })),
  stages: list(stageStatus),
  relay: list(object({ topic: text, lag: orNull(lag), positions: orNull(list(whole)) })),
  clock: object({ lastDay: orNull({ type: "string", format: "date" }) }),
});

const caseDocument = object({
  at: orNull(instant),
  version: text,
  id: uuid,
  kind: oneOf("message", "sick-leave", "person"),
  personId: uuid,
  messages: list(open),
  events: list(open),
  receipts: list(open),
  outbound: list(open),
  views: list(open),
  parked: list(open),
  balls: list(open),
  ball: orNull(open),
});

const ruleLine = object({
  kind: oneOf("pre-check", "rule"),
  number: orNull(text),
  tree: text,
  name: text,
  outcome: oneOf("INVALID", "MANUAL_PROCESSING"),
  legalSource: orNull(text),
  source: oneOf("nav", "hub"),
  textForSender: text,
  textForPerson: text,
  oddity: orNull(text),
  differsFromNav: orNull(open),
});

/** The documents that operations takes and answers with. */
export const components = {
  HubStatus: hubStatus,
  Case: caseDocument,
  RuleList: object({ rules: list(ruleLine) }),
  Samples: object({ kinds: list(text), rules: list(text) }),
  Control: object({ stage: text, paused: bool, reason: orNull(text), by: text, at: instant }),
  ...parkedComponents,
  ...replaySchemas,
  ...verifySchemas,
  ...rebuildSchemas,
  ...reseedSchemas,
} as const satisfies Record<string, JsonSchema>;

/** A component of the OpenAPI document. */
export const ref = (name: keyof typeof components): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
