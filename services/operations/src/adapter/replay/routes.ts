import { E } from "@samvirke/kernel";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../../core/parameters.ts";
import { readReplayWish } from "../../core/replay/wish.ts";
import { sendProblem } from "../server.ts";
import type { Replays } from "./replays.ts";

type Request = { readonly params: unknown; readonly body: unknown };

const idIn = (params: unknown): string => String((params as Parameters)["id"]);

/** Replays: begun, watched, looked into, forgotten. */
export const replayRoutes = (server: FastifyInstance, replays: Replays): void => {
  server.post("/v1/replays", async ({ body }: Request, reply) => {
    const wish = readReplayWish(body);
    if (E.isLeft(wish)) return sendProblem(reply, wish.left);
    const told = replays.begin(wish.right);
    return reply.code(202).header("location", `/v1/replays/${told.replayId}`).send(told);
  });
  server.get("/v1/replays", async (_, reply) => reply.send({ replays: replays.list() }));
  server.get("/v1/replays/:id", async ({ params }: Request, reply) => {
    const told = replays.told(idIn(params));
    return told ? reply.send(told) : sendProblem(reply, { name: "not-found" });
  });
  server.get("/v1/replays/:id/differences", async ({ params }: Request, reply) => {
    const differences = replays.differences(idIn(params));
    return differences ? reply.send({ differences }) : sendProblem(reply, { name: "not-found" });
  });
  server.delete("/v1/replays/:id", async ({ params }: Request, reply) =>
    (await replays.forget(idIn(params))) ? reply.code(204).send() : sendProblem(reply, { name: "not-found" }),
  );
};
