import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import type { Store } from "@samvirke/store";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { readGrounds, readId, readNumber } from "../core/parameters.ts";
import type { Steering } from "../core/redrive-state.ts";
import { steerings } from "../core/redrive-state.ts";
import { readDiscard, readRedrive, readSelection } from "../core/selection.ts";
import { stageNamed } from "../core/stages.ts";
import { discardRecord } from "./discard.ts";
import { dryRun } from "./dry-run.ts";
import { answer } from "./read-routes.ts";
import { beginRedrive, steerRedrive } from "./redrive.ts";
import type { RedriveDeps } from "./redrive.ts";
import type { RedriveRecordDeps } from "./redrive-records.ts";
import { readControls } from "./stage-facts.ts";

export interface ActDeps extends RedriveRecordDeps, RedriveDeps {
  readonly store: Store;
  readonly observe: Observe;
}

type Answer = Promise<Either<Problem, unknown>>;

const setControl = async (
  deps: ActDeps,
  stage: string,
  wish: { readonly paused: boolean; readonly body: unknown },
): Answer => {
  if (stageNamed(stage) === undefined) return E.left({ name: "not-found" });
  const grounds = readGrounds(wish.body);
  if (E.isLeft(grounds)) return grounds;
  const { by, reason } = grounds.right;
  const act = wish.paused ? "pause" : "resume";
  await deps.store.transact(async (transaction) => {
    await transaction.setControl({ stage, paused: wish.paused, by, reason });
    await transaction.writeJournal({ act, stage, redrive: null, by, why: reason, details: {} });
  });
  deps.observe.event("warn", `stage-${act}-asked`, { stage });
  const control = (await readControls(deps.store)).get(stage);
  return E.right({ stage, ...control, at: new Date(control?.at ?? 0).toISOString() });
};

const redriveWished = async (deps: ActDeps, body: unknown): Answer => {
  const wish = readRedrive(body);
  if (E.isLeft(wish)) return wish;
  const begun = await beginRedrive(deps, wish.right);
  if (E.isRight(begun)) deps.observe.event("warn", "redrive-asked", { persons: begun.right.persons.total });
  return begun;
};

const dryRunWished = async (deps: ActDeps, body: unknown, query: Parameters): Answer => {
  const selection = readSelection(body);
  if (E.isLeft(selection)) return selection;
  const limit = readNumber(query, { name: "limit", min: 1, max: 1_000, absent: 100 });
  return E.isLeft(limit) ? limit : dryRun(deps, selection.right, limit.right);
};

const discardWished = async (deps: ActDeps, body: unknown): Answer => {
  const asked = readDiscard(body);
  if (E.isLeft(asked)) return asked;
  const line = await discardRecord(deps, asked.right);
  if (E.isRight(line)) deps.observe.event("warn", "record-discarded", { stage: asked.right.stage });
  return line;
};

const steerWished = async (
  deps: ActDeps,
  of: { readonly id: unknown; readonly steering: Steering },
  body: unknown,
): Answer => {
  const [id, grounds] = [readId(of.id), readGrounds(body)];
  if (E.isLeft(id)) return id;
  if (E.isLeft(grounds)) return grounds;
  deps.observe.event("warn", `redrive-${of.steering}-asked`, {});
  return steerRedrive(deps, { id: id.right, steering: of.steering }, grounds.right);
};

type Request = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

const named = (params: unknown, name: string): string => String((params as Parameters)[name]);

// A list of 20,000 ids.
const listLimit = 1_024 * 1_024;

const parkingActs = (server: FastifyInstance, deps: ActDeps): void => {
  server.post("/v1/parked/redrive", { bodyLimit: listLimit }, async ({ body }: Request, reply) => {
    const begun = await redriveWished(deps, body);
    return answer(E.isRight(begun) ? reply.code(202) : reply, begun);
  });
  server.post("/v1/parked/dry-run", { bodyLimit: listLimit }, async ({ body, query }: Request, reply) =>
    answer(reply, await dryRunWished(deps, body, query as Parameters)),
  );
  server.post("/v1/parked/discard", async ({ body }: Request, reply) => answer(reply, await discardWished(deps, body)));
  for (const steering of steerings)
    server.post(`/v1/redrives/:id/${steering}`, async ({ params, body }: Request, reply) =>
      answer(reply, await steerWished(deps, { id: named(params, "id"), steering }, body)),
    );
};

/** Everything that changes something. Who asked and why is kept in the journal, and sealed in the log for a redrive. */
export const actRoutes = (server: FastifyInstance, deps: ActDeps): void => {
  server.post("/v1/stages/:stage/pause", async ({ params, body }: Request, reply) =>
    answer(reply, await setControl(deps, named(params, "stage"), { paused: true, body })),
  );
  server.post("/v1/stages/:stage/resume", async ({ params, body }: Request, reply) =>
    answer(reply, await setControl(deps, named(params, "stage"), { paused: false, body })),
  );
  parkingActs(server, deps);
};
