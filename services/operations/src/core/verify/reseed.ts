import type { JsonSchema, Route } from "@samvirke/contracts";
import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { invalid, isObject, readGrounds } from "../parameters.ts";
import type { Grounds } from "../parameters.ts";
import { acting, inPath, reading } from "../route-parts.ts";
import { bool, instant, object, oneOf, text } from "../schema-parts.ts";

/** A wish to fill a topic anew. */
export interface ReseedWished extends Grounds {
  /** Whether a topic that holds records is deleted first. */
  readonly deletes: boolean;
}

/** Reads `{"reason": …, "by": …, "delete": true}`; without `delete` a topic that holds records is left alone. */
export const readReseedWish = (body: unknown): Either<Problem, ReseedWished> => {
  const grounds = readGrounds(body);
  if (E.isLeft(grounds)) return grounds;
  const deletes = isObject(body) ? body["delete"] : undefined;
  return deletes === undefined || typeof deletes === "boolean"
    ? E.right({ ...grounds.right, deletes: deletes === true })
    : invalid("/delete", "true or false");
};

const parameters = [inPath("topic", "A topic of the hub.")];
const told: JsonSchema = { $ref: "#/components/schemas/Reseed" };

/** Addresses of topics that are filled anew. */
export const reseedAddresses = {
  reseed: acting(
    {
      path: "/v1/topics/{topic}/reseed",
      summary: "Asks the relay to fill a topic of Kafka anew from the log, from the first position on.",
      parameters,
      problems: ["invalid-body", "not-found"],
    },
    { $ref: "#/components/schemas/ReseedWish" },
    { status: 202, schema: told },
  ),
  reseedTold: reading(
    {
      path: "/v1/topics/{topic}/reseed",
      summary: "What became of the latest wish to fill a topic anew.",
      parameters,
      problems: ["not-found"],
    },
    told,
  ),
} as const satisfies Record<string, Route>;

/** What these addresses take and give. */
export const reseedSchemas = {
  ReseedWish: object({ reason: text, by: text, delete: bool }, "delete"),
  Reseed: object({
    topic: text,
    deletes: bool,
    state: oneOf("asked", "refused", "seeding"),
    by: text,
    reason: text,
    at: instant,
  }),
} as const satisfies Record<string, JsonSchema>;
