import type { ProblemName } from "./problem.ts";
import { problems, problemType } from "./problem.ts";
import type { JsonSchema, Route, RouteAnswer, RouteParameter } from "./route.ts";
import { problemsOf } from "./route.ts";
import { components, ref } from "./schemas.ts";

const content = (type: string | undefined, schema: JsonSchema | undefined): JsonSchema =>
  type === undefined ? {} : { content: { [type]: schema ? { schema } : {} } };

const headersOf = (headers: RouteAnswer["headers"]): JsonSchema =>
  headers === undefined
    ? {}
    : {
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
        ),
      };

const answer = (given: RouteAnswer): readonly [string, JsonSchema] => [
  String(given.status),
  { description: given.description, ...headersOf(given.headers), ...content(given.contentType, given.schema) },
];

const refusal = (status: number, names: ReadonlyArray<ProblemName>): readonly [string, JsonSchema] => [
  String(status),
  {
    description: names.map((name) => `${problemType(name)}: ${problems[name].title}`).join(" "),
    ...content("application/problem+json", ref("Problem")),
  },
];

const refusals = (route: Route): ReadonlyArray<readonly [string, JsonSchema]> => {
  const names = problemsOf(route);
  const statuses = [...new Set(names.map((name) => problems[name].status))].sort((a, b) => a - b);
  return statuses.map((status) =>
    refusal(
      status,
      names.filter((name) => problems[name].status === status),
    ),
  );
};

const parameter = (given: RouteParameter): JsonSchema => ({
  ...given,
  required: given.in === "path" || given.name === "wireMsgId",
});

const operation = (name: string, route: Route): JsonSchema => ({
  operationId: name,
  summary: route.summary,
  security: route.access === "party" ? [{ bearer: [] }] : [],
  parameters: route.parameters.map(parameter),
  ...(route.takes.length > 0
    ? {
        requestBody: {
          required: true,
          content: Object.fromEntries(route.takes.map((type) => [type, { schema: route.body ?? {} }])),
        },
      }
    : {}),
  responses: Object.fromEntries([...route.answers.map(answer), ...refusals(route)]),
});

const pathsOf = (routes: Readonly<Record<string, Route>>): JsonSchema => {
  const paths = [...new Set(Object.values(routes).map((route) => route.path))];
  const of = (path: string): JsonSchema =>
    Object.fromEntries(
      Object.entries(routes)
        .filter(([, route]) => route.path === path)
        .map(([name, route]) => [route.method.toLowerCase(), operation(name, route)]),
    );
  return Object.fromEntries(paths.map((path) => [path, of(path)]));
};

/** The OpenAPI 3.1 document of a route table. */
export const openApi = (routes: Readonly<Record<string, Route>>, version: string): JsonSchema => ({
  openapi: "3.1.0",
  info: {
    title: "Samvirke gateway",
    version,
    description:
      "Messages in, receipts and documents out, and what each side may see. Errors are RFC 9457 problem details.",
    license: { name: "MIT", identifier: "MIT" },
  },
  paths: pathsOf(routes),
  components: { schemas: components, securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
});
