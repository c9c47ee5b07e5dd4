import { E } from "@samvirke/kernel";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../../core/parameters.ts";
import { readGrounds } from "../../core/parameters.ts";
import { readRebuildWish, readResumeWish } from "../../core/rebuild/wish.ts";
import { answer } from "../read-routes.ts";
import { sendProblem } from "../server.ts";
import type { Rebuilds } from "./rebuilds.ts";

type Request = { readonly params: unknown; readonly body: unknown };

const idIn = (params: unknown): string => String((params as Parameters)["id"]);

/** Rebuilds: begun, watched, cancelled, resumed, dropped. */
export const rebuildRoutes = (server: FastifyInstance, rebuilds: Rebuilds): void => {
  server.post("/v1/rebuilds", async ({ body }: Request, reply) => {
    const wish = readRebuildWish(body);
    if (E.isLeft(wish)) return sendProblem(reply, wish.left);
    const begun = await rebuilds.begin(wish.right);
    if (E.isRight(begun)) reply.code(202).header("location", `/v1/rebuilds/${begun.right.rebuildId}`);
    return answer(reply, begun);
  });
  server.get("/v1/rebuilds", async (_, reply) => reply.send({ rebuilds: await rebuilds.list() }));
  server.get("/v1/rebuilds/:id", async ({ params }: Request, reply) =>
    answer(reply, await rebuilds.told(idIn(params))),
  );
  server.post("/v1/rebuilds/:id/resume", async ({ params, body }: Request, reply) => {
    const wish = readResumeWish(body, idIn(params));
    return E.isLeft(wish)
      ? sendProblem(reply, wish.left)
      : answer(reply, await rebuilds.resume(idIn(params), wish.right));
  });
  for (const act of ["cancel", "drop"] as const)
    server.post(`/v1/rebuilds/:id/${act}`, async ({ params, body }: Request, reply) => {
      const grounds = readGrounds(body);
      return E.isLeft(grounds)
        ? sendProblem(reply, grounds.left)
        : answer(reply, await rebuilds[act](idIn(params), grounds.right));
    });
};
