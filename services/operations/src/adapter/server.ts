import { isIP } from "node:net";
import type { Problem, ProblemName } from "@samvirke/contracts";
import { problemDetails, problemHeaders } from "@samvirke/contracts";
import type { Observe } from "@samvirke/observe";
import Fastify from "fastify";
import type { FastifyInstance, FastifyReply } from "fastify";
import { isLoopback } from "../config.ts";

/** Sends a problem; nothing of the request goes into it. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  const details = problemDetails(problem);
  return reply
    .code(details.status)
    .headers(problemHeaders(problem.name))
    .type("application/problem+json")
    .send(JSON.stringify(details));
};

const byCode: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_INVALID_JSON_BODY: "invalid-body",
  FST_ERR_CTP_EMPTY_JSON_BODY: "invalid-body",
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed-request",
  FST_ERR_BAD_URL: "malformed-request",
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const nameOf = (error: unknown): ProblemName => {
  if (error instanceof SyntaxError) return "invalid-body";
  const code = codeOf(error);
  // Our store's failures carry the network's or the database's code; those of the framework begin with FST_.
  return byCode[code] ?? (code !== "" && !code.startsWith("FST_") ? "unavailable" : "internal");
};

const hostOf = (header: string): string => {
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(header)?.[1];
  if (bracketed !== undefined) return bracketed;
  return isIP(header) === 6 ? header : header.replace(/:\d+$/, "");
};

/** A page of another origin could reach loopback through a name of its own; what names another host is not answered. */
const guardHost = (server: FastifyInstance): void => {
  server.addHook("onRequest", async (request, reply) => {
    if (isLoopback(hostOf(request.headers.host ?? "")) && request.headers.origin === undefined) return undefined;
    return sendProblem(reply, { name: "not-local" });
  });
};

/** A server that takes JSON only and answers every failure with a problem. */
export const makeServer = (observe: Observe): FastifyInstance => {
  const server = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, { name: nameOf(error) }),
  });
  server.removeContentTypeParser("text/plain");
  guardHost(server);
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, { name: "not-found" }));
  server.setErrorHandler((error, request, reply) => {
    const name = nameOf(error);
    const path = request.routeOptions.url ?? "";
    if (name === "internal")
      observe.event("error", "request-failed", { method: request.method, path, code: codeOf(error) });
    return sendProblem(reply, { name });
  });
  return server;
};
