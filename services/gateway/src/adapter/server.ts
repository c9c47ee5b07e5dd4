import Fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Socket } from "node:net";
import type { Problem, ProblemName } from "@samvirke/contracts";
import { problemDetails, problemHeaders } from "@samvirke/contracts";
import type { Observe } from "@samvirke/observe";

const problemType = "application/problem+json";

/** Sends a problem; nothing of the request goes into it. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  const details = problemDetails(problem);
  // As bytes: to a text the framework would add a charset, which this media type does not have.
  const body = Buffer.from(JSON.stringify(details));
  return reply
    .code(details.status)
    .headers(problemHeaders(problem.name))
    .header("content-type", problemType)
    .send(body);
};

const byCode: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed-request",
  FST_ERR_BAD_URL: "malformed-request",
  FST_ERR_ASYNC_CONSTRAINT: "malformed-request",
  HPE_HEADER_OVERFLOW: "malformed-request",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const frameworkProblem = (error: unknown): Problem => ({ name: byCode[codeOf(error)] ?? "internal" });

// The parser failed before there was a request, so the answer is written by hand.
const answerBrokenHttp = (error: Error, socket: Socket): void => {
  const details = problemDetails({ name: byCode[codeOf(error)] ?? "malformed-request" });
  const body = JSON.stringify(details);
  if (!socket.writable || codeOf(error) === "ECONNRESET") return void socket.destroy();
  socket.end(
    `HTTP/1.1 ${details.status} Refused\r\ncontent-type: ${problemType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
};

const requestTimeoutMs = 120_000;

/** A server that answers every failure with a problem, keeps bodies unread until a handler wants them, and logs no request. */
export const makeServer = (observe: Observe): FastifyInstance => {
  const server = Fastify({
    logger: false,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: 75_000,
    exposeHeadRoutes: false,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    clientErrorHandler: answerBrokenHttp,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, frameworkProblem(error)),
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, { name: "not-found" }));
  server.setErrorHandler((error, request: FastifyRequest, reply) => {
    const problem = frameworkProblem(error);
    const path = request.routeOptions.url ?? "";
    if (problem.name === "internal")
      observe.event("error", "request-failed", { method: request.method, path, code: codeOf(error) });
    return sendProblem(reply, problem);
  });
  return server;
};
