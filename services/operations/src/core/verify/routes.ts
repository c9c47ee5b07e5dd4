import type { JsonSchema, Route } from "@samvirke/contracts";
import { acting, id, reading } from "../route-parts.ts";
import { instant, list, object, oneOf, orNull, text, uuid, whole } from "../schema-parts.ts";

const told: JsonSchema = { $ref: "#/components/schemas/Verification" };

/** Addresses of comparisons between the log and Kafka. */
export const verifyAddresses = {
  verifyBegin: acting(
    {
      path: "/v1/verifications",
      summary: "Compares the log with what Kafka has of a topic, or of all: count, order and every byte.",
      problems: ["invalid-body", "not-found"],
    },
    { $ref: "#/components/schemas/VerificationWish" },
    { status: 202, schema: told },
  ),
  verifications: reading(
    { path: "/v1/verifications", summary: "The comparisons of this process." },
    object({ verifications: list(told) }),
  ),
  verification: reading(
    {
      path: "/v1/verifications/{id}",
      summary: "How far a comparison is, and the first difference of each partition.",
      parameters: [id],
      problems: ["not-found"],
    },
    told,
  ),
  verifyForget: {
    path: "/v1/verifications/{id}",
    summary: "Breaks a comparison off where it still runs, and forgets it.",
    parameters: [id],
    problems: ["not-found"],
    method: "DELETE",
    access: "open",
    takes: [],
    answers: [{ status: 204, description: "Gone." }],
  },
} as const satisfies Record<string, Route>;

const difference = {
  partition: whole,
  position: whole,
  what: oneOf("missing", "extra", "swapped", "changed"),
  field: orNull(text),
  offset: orNull(text),
};

const partition = object({
  partition: whole,
  from: whole,
  records: whole,
  foreign: whole,
  repeats: whole,
  logChain: text,
  topicChain: text,
  difference: orNull(object(difference)),
});

/** What these addresses take and give. */
export const verifySchemas = {
  VerificationWish: object({ topic: text }, "topic"),
  Verification: object({
    verificationId: uuid,
    state: oneOf("comparing", "done", "broken-off", "failed"),
    failure: orNull(text),
    topics: list(text),
    began: instant,
    ended: orNull(instant),
    records: whole,
    of: whole,
    rate: orNull(whole),
    secondsLeft: orNull(whole),
    differences: list(object({ topic: text, ...difference })),
    compared: list(
      object({ topic: text, records: whole, foreign: whole, repeats: whole, partitions: list(partition) }),
    ),
  }),
} as const satisfies Record<string, JsonSchema>;
