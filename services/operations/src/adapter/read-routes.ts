import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { readId } from "../core/parameters.ts";
import { ruleList } from "../core/rule-list.ts";
import { readCase } from "./read-case.ts";
import type { StatusDeps } from "./read-status.ts";
import { makeStatusReader } from "./read-status.ts";
import { sendProblem } from "./server.ts";

export type ReadDeps = StatusDeps;

/** Answers with a document, or with the problem that stands in its way. */
export const answer = <A>(reply: FastifyReply, result: Either<Problem, A>): FastifyReply =>
  E.isLeft(result) ? sendProblem(reply, result.left) : reply.send(result.right);

const notFound = E.left({ name: "not-found" } as const);

const caseOf = async (deps: ReadDeps, { id }: Parameters): Promise<Either<Problem, unknown>> => {
  const asked = readId(id);
  if (E.isLeft(asked)) return asked;
  const found = await readCase(deps, asked.right);
  return found ? E.right(found) : notFound;
};

type Request = { readonly params: unknown; readonly query: unknown };

/** Everything that only looks. */
export const readRoutes = (server: FastifyInstance, deps: ReadDeps): void => {
  const readStatus = makeStatusReader(deps);
  server.get("/v1/status", async (_, reply) => reply.send(await readStatus()));
  server.get("/v1/cases/:id", async ({ params }: Request, reply) =>
    answer(reply, await caseOf(deps, params as Parameters)),
  );
  server.get("/v1/rules", async (_, reply) => reply.send({ rules: ruleList() }));
  server.get("/internal/health/live", async (_, reply) => reply.send({ live: true }));
  server.get("/internal/health/ready", async (_, reply) => {
    await deps.store.settings();
    return reply.send({ ready: true });
  });
};
