import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import type { Store } from "@samvirke/store";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { readGrounds, readRedrive } from "../core/parameters.ts";
import { stageNamed } from "../core/stages.ts";
import { answer } from "./read-routes.ts";
import type { RedriveDeps } from "./redrive.ts";
import { redrive } from "./redrive.ts";
import { readControls } from "./stage-facts.ts";

export interface ActDeps extends RedriveDeps {
  readonly store: Store;
  readonly observe: Observe;
}

const setControl = async (
  deps: ActDeps,
  stage: string,
  wish: { readonly paused: boolean; readonly body: unknown },
): Promise<Either<Problem, unknown>> => {
  if (stageNamed(stage) === undefined) return E.left({ name: "not-found" });
  const grounds = readGrounds(wish.body);
  if (E.isLeft(grounds)) return grounds;
  await deps.store.setControl({ stage, paused: wish.paused, ...grounds.right });
  deps.observe.event("warn", wish.paused ? "stage-pause-asked" : "stage-resume-asked", { stage });
  const control = (await readControls(deps.store)).get(stage);
  return E.right({ stage, ...control, at: new Date(control?.at ?? 0).toISOString() });
};

const redriveWished = async (deps: ActDeps, body: unknown): Promise<Either<Problem, unknown>> => {
  const wish = readRedrive(body);
  if (E.isLeft(wish)) return wish;
  const entry = stageNamed(wish.right.stage);
  if (entry === undefined)
    return E.left({ name: "invalid-body", fields: [{ pointer: "/stage", rule: "the name of a stage" }] });
  const redriven = await redrive(deps, entry, wish.right);
  if (redriven === undefined) return E.left({ name: "nothing-parked" });
  deps.observe.event("warn", "redrive-asked", { stage: entry.name, persons: redriven.persons.length });
  return E.right(redriven);
};

type Request = { readonly params: unknown; readonly body: unknown };

const stageIn = (params: unknown): string => String((params as Parameters)["stage"]);

/** Everything that changes something. Who asked and why is kept: with the stage, and sealed in the log for a redrive. */
export const actRoutes = (server: FastifyInstance, deps: ActDeps): void => {
  server.post("/v1/stages/:stage/pause", async ({ params, body }: Request, reply) =>
    answer(reply, await setControl(deps, stageIn(params), { paused: true, body })),
  );
  server.post("/v1/stages/:stage/resume", async ({ params, body }: Request, reply) =>
    answer(reply, await setControl(deps, stageIn(params), { paused: false, body })),
  );
  server.post("/v1/parked/redrive", async ({ body }: Request, reply) => {
    const redriven = await redriveWished(deps, body);
    return answer(E.isRight(redriven) ? reply.code(202) : reply, redriven);
  });
};
