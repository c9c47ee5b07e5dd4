import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { invalid, readId, readNumber } from "../core/parameters.ts";
import { ruleList } from "../core/rule-list.ts";
import { momentOf } from "../core/then.ts";
import { awaitNews } from "./case-news.ts";
import { readCaseThen } from "./case-then.ts";
import type { ThenDeps } from "./case-then.ts";
import { readCase } from "./read-case.ts";
import type { StatusDeps } from "./read-status.ts";
import { makeStatusReader } from "./read-status.ts";
import { sendProblem } from "./server.ts";

export type ReadDeps = StatusDeps & ThenDeps;

/** Answers with a document, or with the problem that stands in its way. */
export const answer = <A>(reply: FastifyReply, result: Either<Problem, A>): FastifyReply =>
  E.isLeft(result) ? sendProblem(reply, result.left) : reply.send(result.right);

const notFound = E.left({ name: "not-found" } as const);

const mostSeconds = 30;

const caseNow = async (deps: ReadDeps, id: string, query: Parameters): Promise<Either<Problem, unknown>> => {
  const { known } = query;
  const wait = readNumber(query, { name: "wait", min: 0, max: mostSeconds, absent: 0 });
  if (E.isLeft(wait)) return wait;
  const found =
    typeof known === "string"
      ? await awaitNews(deps, id, { known, patienceMs: wait.right * 1_000 })
      : await readCase(deps, id);
  return found ? E.right(found) : notFound;
};

const caseOf = async (
  deps: ReadDeps,
  { params, query }: { readonly params: Parameters; readonly query: Parameters },
): Promise<Either<Problem, unknown>> => {
  const asked = readId(params["id"]);
  if (E.isLeft(asked)) return asked;
  const { at, known } = query;
  if (at === undefined) return caseNow(deps, asked.right, query);
  const moment = typeof at === "string" ? momentOf(at) : undefined;
  if (moment === undefined)
    return invalid("query:at", "an RFC 3339 date and time with zone, or topic/partition/position");
  return known === undefined
    ? readCaseThen(deps, asked.right, moment)
    : invalid("query:known", "nothing, where a moment is asked about");
};

type Request = { readonly params: unknown; readonly query: unknown };

/** Everything that only looks. */
export const readRoutes = (server: FastifyInstance, deps: ReadDeps): void => {
  const readStatus = makeStatusReader(deps);
  server.get("/v1/status", async (_, reply) => reply.send(await readStatus()));
  server.get("/v1/cases/:id", async ({ params, query }: Request, reply) =>
    answer(reply, await caseOf(deps, { params: params as Parameters, query: query as Parameters })),
  );
  server.get("/v1/rules", async (_, reply) => reply.send({ rules: ruleList() }));
  server.get("/internal/health/live", async (_, reply) => reply.send({ live: true }));
  server.get("/internal/health/ready", async (_, reply) => {
    await deps.store.settings();
    return reply.send({ ready: true });
  });
};
