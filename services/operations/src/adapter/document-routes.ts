import { isProblemName, openApi, problemPage } from "@samvirke/contracts";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { problemsHere, routes } from "../core/routes.ts";
import { components } from "../core/schemas.ts";
import { sendProblem } from "./server.ts";

const document = openApi({
  title: "Samvirke operations",
  version: "0.1.0",
  description: "Status, cases, parked records and samples, on loopback. Errors are RFC 9457 problem details.",
  routes,
  components,
  problemsOf: problemsHere,
});

/** What operations says of itself: its OpenAPI document and the pages of problem types. */
export const documentRoutes = (server: FastifyInstance): void => {
  server.get("/openapi.json", async (_, reply) => reply.send(document));
  server.get("/problems/:name", async ({ params }, reply) => {
    const name = String((params as Parameters)["name"]);
    if (!isProblemName(name)) return sendProblem(reply, { name: "not-found" });
    return reply.type("text/markdown; charset=utf-8").send(problemPage(name));
  });
};
