import type { Route } from "@samvirke/contracts";
import { openApi, problems, problemsOf } from "@samvirke/contracts";
import { expect, test } from "vitest";
import { api } from "./api.ts";
import { routes } from "./routes.ts";
import { components } from "./schemas.ts";

const all: ReadonlyArray<Route> = Object.values(routes);

interface Operation {
  readonly operationId: string;
  readonly parameters: ReadonlyArray<{ readonly in: string; readonly name: string; readonly required: boolean }>;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly security: ReadonlyArray<unknown>;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

const document = openApi(api) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const operationOf = (route: Route): Operation => document.paths[route.path]![route.method.toLowerCase()]!;

test("every route is in the document, under its method, with its answers and problems", () => {
  expect(document.openapi).toBe("3.1.0");
  for (const [name, route] of Object.entries<Route>(routes)) {
    const operation = operationOf(route);
    expect(operation.operationId).toBe(name);
    const statuses = [
      ...route.answers.map(({ status }) => status),
      ...problemsOf(route).map((problem) => problems[problem].status),
    ];
    expect(Object.keys(operation.responses).sort()).toEqual([...new Set(statuses.map(String))].sort());
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(route.takes);
    expect(operation.security).toHaveLength(route.access === "party" ? 1 : 0);
  }
});

test("the document has no route of its own", () =>
  expect(Object.values(document.paths).flatMap((path) => Object.keys(path))).toHaveLength(all.length));

test("every parameter of a path is described and required", () => {
  for (const route of all) {
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const described = operationOf(route).parameters.filter((parameter) => parameter.in === "path");
    expect(described.map(({ name }) => name)).toEqual(named);
    expect(described.every(({ required }) => required)).toBe(true);
  }
});

test("every reference leads to a component", () => {
  const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]);
  expect(references.length).toBeGreaterThan(0);
  for (const name of references) expect([...Object.keys(components), "Problem"]).toContain(name);
});

test("no personal number has a place in a URL", () => {
  const names = all.flatMap(({ parameters }) =>
    parameters.filter((parameter) => parameter.in !== "header").map(({ name }) => name),
  );
  expect([...new Set(names)].sort()).toEqual(["after", "id", "limit", "name", "on", "view", "wait", "wireMsgId"]);
});
