import type { Route } from "@samvirke/contracts";
import { problems, problemPath } from "@samvirke/contracts";
import type { Observe } from "@samvirke/observe";
import { expect, test } from "vitest";
import { routes } from "../core/routes.ts";
import { components } from "../core/schemas.ts";
import type { ActDeps } from "./act-routes.ts";
import { actRoutes } from "./act-routes.ts";
import { documentRoutes } from "./document-routes.ts";
import type { ParkedRouteDeps } from "./parked-routes.ts";
import { parkedRoutes } from "./parked-routes.ts";
import type { ReadDeps } from "./read-routes.ts";
import { readRoutes } from "./read-routes.ts";
import type { Rebuilds } from "./rebuild/rebuilds.ts";
import { rebuildRoutes } from "./rebuild/routes.ts";
import type { Replays } from "./replay/replays.ts";
import { replayRoutes } from "./replay/routes.ts";
import { sampleRoutes } from "./sample-routes.ts";
import { reseedRoutes } from "./verify/reseed.ts";
import type { Verifications } from "./verify/verifications.ts";
import { verifyRoutes } from "./verify/routes.ts";
import { makeServer } from "./server.ts";

const nobody = {} as ReadDeps & ActDeps & ParkedRouteDeps;
const observe = { event: () => undefined } as unknown as Observe;

const served: string[] = [];
const server = makeServer(observe);
server.addHook("onRoute", ({ method, url }) => {
  for (const one of [method].flat()) served.push(`${one} ${url.replaceAll(/:(\w+)/g, "{$1}")}`);
});
readRoutes(server, nobody);
parkedRoutes(server, nobody);
actRoutes(server, nobody);
sampleRoutes(server, { clock: { now: () => Date.UTC(2026, 2, 2) } } as Parameters<typeof sampleRoutes>[1]);
documentRoutes(server);
replayRoutes(server, {} as Replays);
verifyRoutes(server, {} as Verifications);
rebuildRoutes(server, {} as Rebuilds);
reseedRoutes(server, nobody);

const ask = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({ url, headers: { host: "localhost", ...headers } });

test("the OpenAPI document tells every address that is served, and no other", async () => {
  const told = (await ask("/openapi.json")).json<{ readonly paths: Record<string, Record<string, unknown>> }>();
  const listed = Object.entries(told.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(listed.sort()).toEqual([...served].sort());
});

test("every parameter of a path is described, and every reference leads to a component", async () => {
  for (const { path, parameters } of Object.values<Route>(routes)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(named);
  }
  const text = (await ask("/openapi.json")).body;
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
    expect([...Object.keys(components), "Problem"]).toContain(name);
});

test("what is answered has the fields that the document promises", async () => {
  const rules = (await ask("/v1/rules")).json<{ readonly rules: ReadonlyArray<object> }>();
  const required = (components.RuleList as unknown as { properties: { rules: { items: { required: string[] } } } })
    .properties.rules.items.required;
  for (const line of rules.rules) expect(Object.keys(line).sort()).toEqual([...required].sort());
});

test("a problem's type leads to its page here too", async () => {
  const refused = await ask("/v1/samples/nothing");
  expect(refused.json()).toMatchObject({ type: "urn:samvirke:problem:not-found", status: 404 });
  expect(refused.headers["link"]).toBe(`<${problemPath("not-found")}>; rel="help"`);
  const page = await ask(problemPath("not-found"));
  expect(page.headers["content-type"]).toContain("text/markdown");
  expect(page.body).toContain(problems["not-found"].remedy);
  expect((await ask(problemPath("no-such-thing"))).statusCode).toBe(404);
});

test("a page of another origin is told that operations is local", async () =>
  expect((await ask("/openapi.json", { origin: "https://elsewhere.invalid" })).json()).toMatchObject({
    type: "urn:samvirke:problem:not-local",
  }));
