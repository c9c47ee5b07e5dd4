import { topics } from "@samvirke/contracts";
import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { FastifyInstance } from "fastify";
import { invalid, isObject } from "../../core/parameters.ts";
import type { Parameters } from "../../core/parameters.ts";
import { sendProblem } from "../server.ts";
import type { Verifications } from "./verifications.ts";

type Request = { readonly params: unknown; readonly body: unknown };

const all: ReadonlyArray<string> = Object.values(topics);
const idIn = (params: unknown): string => String((params as Parameters)["id"]);

/** Reads `{"topic": …}`; absent: every topic. */
const readTopics = (body: unknown): Either<Problem, ReadonlyArray<string>> => {
  if (!isObject(body)) return invalid("", "a JSON object");
  const { topic } = body;
  if (topic === undefined) return E.right(all);
  if (typeof topic !== "string") return invalid("/topic", "the name of a topic");
  return all.includes(topic) ? E.right([topic]) : E.left({ name: "not-found" });
};

/** Comparisons: begun, watched, forgotten. */
export const verifyRoutes = (server: FastifyInstance, verifications: Verifications): void => {
  server.post("/v1/verifications", async ({ body }: Request, reply) => {
    const wish = readTopics(body);
    if (E.isLeft(wish)) return sendProblem(reply, wish.left);
    const told = verifications.begin(wish.right);
    return reply.code(202).header("location", `/v1/verifications/${told.verificationId}`).send(told);
  });
  server.get("/v1/verifications", async (_, reply) => reply.send({ verifications: verifications.list() }));
  server.get("/v1/verifications/:id", async ({ params }: Request, reply) => {
    const told = verifications.told(idIn(params));
    return told ? reply.send(told) : sendProblem(reply, { name: "not-found" });
  });
  server.delete("/v1/verifications/:id", async ({ params }: Request, reply) =>
    (await verifications.forget(idIn(params))) ? reply.code(204).send() : sendProblem(reply, { name: "not-found" }),
  );
};
