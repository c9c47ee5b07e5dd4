import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import type { Problem, Route } from "@samvirke/contracts";
import { problems } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import { isTaken, mediaType } from "../core/arrival.ts";
import type { Parameters } from "../core/parameters.ts";
import type { RouteName } from "../core/routes.ts";
import { routes } from "../core/routes.ts";
import type { BodyLimits } from "./body.ts";
import { readBody } from "./body.ts";
import type { Exchange, Handler, Handlers, PartyExchange, Reply } from "./exchange.ts";
import { problemOf } from "./failure.ts";
import type { Metrics } from "./metrics.ts";
import type { Caller, Parties } from "./parties.ts";
import { sendProblem } from "./server.ts";

export interface RegisterDeps {
  readonly parties: Parties;
  readonly handlers: Handlers;
  readonly limits: BodyLimits;
  readonly metrics: Metrics;
  readonly observe: Observe;
  /** Aborted when the gateway stops. */
  readonly stopping: AbortSignal;
}

const declaredLength = (request: FastifyRequest): number | undefined => {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  return Number.isNaN(length) ? undefined : length;
};

const leaving = (reply: FastifyReply): AbortSignal => {
  const left = new AbortController();
  reply.raw.once("close", () => left.abort());
  return left.signal;
};

const exchangeOf = (request: FastifyRequest, reply: FastifyReply, deps: RegisterDeps): Exchange => ({
  path: request.params as Parameters,
  query: request.query as Parameters,
  header: (name) => request.headers[name],
  body: () => readBody((request.body ?? request.raw) as Readable, declaredLength(request), deps.limits),
  signal: () => AbortSignal.any([leaving(reply), deps.stopping]),
});

const refusalBefore = (route: Route, request: FastifyRequest, caller: Caller | undefined): Problem | undefined => {
  if (route.access === "party" && !caller) return { name: "unauthenticated" };
  if (route.takes.length === 0) return undefined;
  const encoding = request.headers["content-encoding"] ?? "identity";
  const isKnown = encoding === "identity" && isTaken(route.takes, mediaType(request.headers["content-type"]));
  return isKnown ? undefined : { name: "unsupported-media-type" };
};

// Somebody who has taken nothing for so long, signs of life included, is not there any more.
const stalledMs = 60_000;

const sendStream = (
  reply: FastifyReply,
  { stream, type }: { readonly stream: AsyncIterable<string>; readonly type: string },
): FastifyReply => {
  reply.raw.setTimeout(stalledMs, () => reply.raw.destroy());
  // One text at a time: the next is asked for when the reader has taken the last.
  const texts = Readable.from(stream, { objectMode: true, highWaterMark: 1 });
  return reply.header("content-type", type).header("cache-control", "no-store").send(texts);
};

const send = (reply: FastifyReply, { status, headers, content }: Reply): FastifyReply => {
  const out = reply.code(status).headers(headers ?? {});
  if ("json" in content) return out.type("application/json; charset=utf-8").send(JSON.stringify(content.json));
  if ("stream" in content) return sendStream(out, content);
  const { bytes } = content;
  return out.header("content-type", content.type).send(typeof bytes === "string" ? bytes : Buffer.from(bytes));
};

type AnyHandler = (exchange: Exchange | PartyExchange) => Promise<Either<Problem, Reply>>;

/** Runs a handler; what it throws becomes a problem, and is told to operations by name only. */
const run = async (
  handler: AnyHandler,
  exchange: Exchange | PartyExchange,
  failed: (error: unknown, problem: Problem) => void,
): Promise<Either<Problem, Reply>> => {
  try {
    return await handler(exchange);
  } catch (error) {
    const problem = problemOf(error);
    failed(error, problem);
    return E.left(problem);
  }
};

const failureCode = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "defect";

const answer = (deps: RegisterDeps, name: RouteName) => {
  const route: Route = routes[name];
  // Which exchange a handler takes follows from the route's access, checked where `Handlers` is made.
  const handler = deps.handlers[name] as Handler<Exchange> as AnyHandler;
  const failed = (error: unknown, problem: Problem): void => {
    if (problem.name === "busy") return;
    deps.observe.event("error", "request-failed", {
      method: route.method,
      path: route.path,
      reason: problem.name,
      code: failureCode(error),
    });
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const started = performance.now();
    const caller = route.access === "party" ? deps.parties.authenticate(request.headers.authorization) : undefined;
    const refused = refusalBefore(route, request, caller);
    const exchange = { ...exchangeOf(request, reply, deps), ...(caller ? { caller } : {}) };
    const result = refused ? E.left(refused) : await run(handler, exchange, failed);
    const status = E.isRight(result) ? result.right.status : problems[result.left.name].status;
    deps.metrics.answered(name, status, (performance.now() - started) / 1000);
    // A connection kept alive now would keep the server from closing.
    if (deps.stopping.aborted) void reply.header("connection", "close");
    return E.isRight(result) ? send(reply, result.right) : sendProblem(reply, result.left);
  };
};

const asFastifyPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

const allMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

const refuseOtherMethods = (server: FastifyInstance, path: string): void => {
  const offered: ReadonlyArray<string> = Object.values(routes)
    .filter((route) => route.path === path)
    .map(({ method }) => method);
  server.route({
    method: allMethods.filter((method) => !offered.includes(method)),
    url: asFastifyPath(path),
    handler: (_request, reply) =>
      sendProblem(reply.header("allow", offered.join(", ")), { name: "method-not-allowed" }),
  });
};

/** Registers the whole route table. */
export const registerRoutes = (server: FastifyInstance, deps: RegisterDeps): void => {
  for (const name of Object.keys(routes) as ReadonlyArray<RouteName>) {
    const { method, path } = routes[name];
    server.route({ method, url: asFastifyPath(path), handler: answer(deps, name) });
  }
  for (const path of new Set(Object.values(routes).map((route) => route.path))) refuseOtherMethods(server, path);
};
