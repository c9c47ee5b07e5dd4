import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, personId } from "@samvirke/kernel";
import { metricsContentType } from "@samvirke/observe";
import type { Store } from "@samvirke/store";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { readId, readName, readNumber } from "../core/parameters.ts";
import { redriveDocument } from "../core/redrive-document.ts";
import { readClass } from "../core/selection.ts";
import { stageNamed } from "../core/stages.ts";
import { listDiscarded } from "./discard.ts";
import { listJournal } from "./journal.ts";
import { parkedMetrics } from "./parked-metrics.ts";
import type { ParkedDeps } from "./parked.ts";
import { listParked, showParked } from "./parked.ts";
import { answer } from "./read-routes.ts";
import { readRedriveOf } from "./redrive.ts";

export interface ParkedRouteDeps extends ParkedDeps {
  readonly store: Store;
  readonly clock: { readonly now: () => number };
}

interface PageWish {
  readonly stage: string | undefined;
  readonly limit: number;
}

const notFound = E.left({ name: "not-found" } as const);

const readPage = (query: Parameters): Either<Problem, PageWish> => {
  const stage = readName(query, "stage");
  const limit = readNumber(query, { name: "limit", min: 1, max: 10_000, absent: 1_000 });
  if (E.isLeft(stage)) return stage;
  if (E.isLeft(limit)) return limit;
  if (stage.right !== undefined && stageNamed(stage.right) === undefined) return notFound;
  return E.right({ stage: stage.right, limit: limit.right });
};

const parkedPage = async (deps: ParkedRouteDeps, query: Parameters): Promise<Either<Problem, unknown>> => {
  const [page, reason] = [readPage(query), readClass(query["class"], "query:class")];
  if (E.isLeft(page)) return page;
  if (E.isLeft(reason)) return reason;
  return E.right(await listParked(deps, { stage: page.right.stage, reason: reason.right }, page.right.limit));
};

const parkedOf = async (deps: ParkedRouteDeps, { stage, id }: Parameters): Promise<Either<Problem, unknown>> => {
  const person = readId(id);
  if (E.isLeft(person)) return person;
  const shown = await showParked(deps, String(stage), person.right);
  return shown.records.length === 0 ? E.left({ name: "nothing-parked" }) : E.right(shown);
};

const discardedPage = async ({ store }: ParkedRouteDeps, query: Parameters): Promise<Either<Problem, unknown>> => {
  const page = readPage(query);
  if (E.isLeft(page)) return page;
  const person = query["person"] === undefined ? E.right(undefined) : readId(query["person"]);
  if (E.isLeft(person)) return person;
  const wanted = person.right === undefined ? undefined : personId(person.right);
  return E.right(await listDiscarded(store, { ...page.right, person: wanted }));
};

const journalPage = async ({ store }: ParkedRouteDeps, query: Parameters): Promise<Either<Problem, unknown>> => {
  const page = readPage(query);
  return E.isLeft(page) ? page : E.right(await listJournal(store, page.right.stage, page.right.limit));
};

const redriveOf = async (deps: ParkedRouteDeps, { id }: Parameters): Promise<Either<Problem, unknown>> => {
  const asked = readId(id);
  if (E.isLeft(asked)) return asked;
  const found = await readRedriveOf(deps, asked.right);
  return found ? E.right(found) : notFound;
};

const latest = 100;

type Request = { readonly params: unknown; readonly query: unknown };

/** Everything that tells of what is parked, redriven and given up. */
export const parkedRoutes = (server: FastifyInstance, deps: ParkedRouteDeps): void => {
  const page = (path: string, read: (deps: ParkedRouteDeps, query: Parameters) => Promise<Either<Problem, unknown>>) =>
    server.get(path, async ({ query }: Request, reply) => answer(reply, await read(deps, query as Parameters)));
  const one = (path: string, read: (deps: ParkedRouteDeps, params: Parameters) => Promise<Either<Problem, unknown>>) =>
    server.get(path, async ({ params }: Request, reply) => answer(reply, await read(deps, params as Parameters)));
  page("/v1/parked", parkedPage);
  one("/v1/parked/:stage/:id", parkedOf);
  page("/v1/discarded", discardedPage);
  page("/v1/journal", journalPage);
  one("/v1/redrives/:id", redriveOf);
  server.get("/v1/redrives", async (_, reply) =>
    reply.send({ redrives: (await deps.store.redriveProgress(undefined, latest)).map(redriveDocument) }),
  );
  server.get("/internal/metrics", async (_, reply) =>
    reply.type(metricsContentType).send(await parkedMetrics(deps.store, deps.clock.now())),
  );
};
