import { topics } from "@samvirke/contracts";
import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import type { Store } from "@samvirke/store";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../../core/parameters.ts";
import { readReseedWish } from "../../core/verify/reseed.ts";
import { answer } from "../read-routes.ts";

export interface ReseedDeps {
  readonly store: Pick<Store, "transact" | "reseed">;
  readonly observe: Observe;
}

type Answer = Promise<Either<Problem, unknown>>;
type Request = { readonly params: unknown; readonly body: unknown };

const known: ReadonlySet<string> = new Set(Object.values(topics));
const notFound = E.left({ name: "not-found" } as const);
const topicIn = (params: unknown): string => String((params as Parameters)["topic"]);

const told = async ({ store }: ReseedDeps, topic: string): Answer => {
  const found = await store.reseed(topic);
  if (!found) return notFound;
  const { why, at, ...rest } = found;
  return E.right({ ...rest, reason: why, at: at.toISOString() });
};

const ask = async (deps: ReseedDeps, topic: string, body: unknown): Answer => {
  if (!known.has(topic)) return notFound;
  const wish = readReseedWish(body);
  if (E.isLeft(wish)) return wish;
  const { deletes, by, reason: why } = wish.right;
  await deps.store.transact(async (transaction) => {
    await transaction.askReseed({ topic, deletes, by, why });
    const details = { topic, deletes };
    await transaction.writeJournal({ act: "reseed", stage: null, redrive: null, by, why, details });
  });
  deps.observe.event("warn", "reseed-asked", { topic });
  return told(deps, topic);
};

/** Topics filled anew: the relay carries it out, under its lock. */
export const reseedRoutes = (server: FastifyInstance, deps: ReseedDeps): void => {
  server.post("/v1/topics/:topic/reseed", async ({ params, body }: Request, reply) => {
    const asked = await ask(deps, topicIn(params), body);
    return answer(E.isRight(asked) ? reply.code(202) : reply, asked);
  });
  server.get("/v1/topics/:topic/reseed", async ({ params }: Request, reply) =>
    answer(reply, await told(deps, topicIn(params))),
  );
};
