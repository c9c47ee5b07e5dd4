import { expect, test } from "vitest";
import { openApi } from "./openapi.ts";
import { problemDetails, problemHeaders, problems, problemType } from "./problem.ts";
import type { ProblemName } from "./problem.ts";
import { problemsOf } from "./route.ts";
import type { Route } from "./route.ts";
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

const document = openApi(routes, "0.0.0") as {
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
  for (const name of references) expect(Object.keys(components)).toContain(name);
});

test("no personal number has a place in a URL", () => {
  const names = all.flatMap(({ parameters }) =>
    parameters.filter((parameter) => parameter.in !== "header").map(({ name }) => name),
  );
  expect([...new Set(names)].sort()).toEqual(["after", "id", "limit", "wait", "wireMsgId"]);
});

test("a problem has a stable type, its status, and fields only where there are some", () => {
  expect(problemDetails({ name: "busy" })).toEqual({
    type: "urn:samvirke:problem:busy",
    title: problems.busy.title,
    status: 503,
  });
  const fields = [{ pointer: "/number", rule: "11 digits" }];
  expect(problemDetails({ name: "invalid-body", fields })).toMatchObject({ status: 400, errors: fields });
});

test("who is refused for load or trouble is told when to come again", () => {
  expect(problemHeaders("busy")).toEqual({ "retry-after": "1" });
  expect(problemHeaders("unavailable")).toEqual({ "retry-after": "5" });
  expect(problemHeaders("unauthenticated")).toEqual({ "www-authenticate": "Bearer" });
  expect(problemHeaders("not-found")).toEqual({});
});

// A released type keeps its meaning for ever: this list only grows.
test("the types that clients may rely on are there", () => {
  const released: ReadonlyArray<ProblemName> = [
    "malformed-request",
    "invalid-parameter",
    "invalid-header",
    "invalid-body",
    "unauthenticated",
    "not-a-station",
    "not-found",
    "method-not-allowed",
    "request-timeout",
    "too-large",
    "unsupported-media-type",
    "refused-document",
    "internal",
    "busy",
    "unavailable",
  ];
  expect(
    Object.keys(problems)
      .map((name) => problemType(name as ProblemName))
      .sort(),
  ).toEqual(released.map(problemType).sort());
});
