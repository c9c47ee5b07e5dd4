import type { ProblemName } from "./problem-table.ts";
import { problems } from "./problem-table.ts";
import { problemType } from "./problem.ts";
import type { JsonSchema, Route, RouteAnswer, RouteParameter } from "./route.ts";
import { problemsOf } from "./route.ts";

type ProblemsOf = (route: Route) => ReadonlyArray<ProblemName>;

/** A door: its addresses, and what they answer with. */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly routes: Readonly<Record<string, Route>>;
  /** Documents that the routes refer to; `Problem` is always there. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** Every problem that a route may answer with, where it is not as at the gateway. */
  readonly problemsOf?: ProblemsOf;
}

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
    ...content("application/problem+json", { $ref: "#/components/schemas/Problem" }),
  },
];

const refusals = (names: ReadonlyArray<ProblemName>): ReadonlyArray<readonly [string, JsonSchema]> => {
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
  required: given.required ?? given.in === "path",
});

const operation = (name: string, route: Route, problemsOfRoute: ProblemsOf): JsonSchema => ({
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
  responses: Object.fromEntries([...route.answers.map(answer), ...refusals(problemsOfRoute(route))]),
});

const pathsOf = ({ routes, problemsOf: problemsOfRoute = problemsOf }: Api): JsonSchema => {
  const paths = [...new Set(Object.values(routes).map((route) => route.path))];
  const of = (path: string): JsonSchema =>
    Object.fromEntries(
      Object.entries(routes)
        .filter(([, route]) => route.path === path)
        .map(([name, route]) => [route.method.toLowerCase(), operation(name, route, problemsOfRoute)]),
    );
  return Object.fromEntries(paths.map((path) => [path, of(path)]));
};

const problemSchema: JsonSchema = {
  type: "object",
  description: "RFC 9457; the header Link leads to the page of the type.",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { pointer: { type: "string" }, rule: { type: "string" } },
        required: ["pointer", "rule"],
      },
    },
  },
  required: ["type", "title", "status"],
};

/** The OpenAPI 3.1 document of a door. */
export const openApi = (api: Api): JsonSchema => ({
  openapi: "3.1.0",
  info: {
    title: api.title,
    version: api.version,
    description: api.description,
    license: { name: "MIT", identifier: "MIT" },
  },
  paths: pathsOf(api),
  components: {
    schemas: { ...api.components, Problem: problemSchema },
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
  },
});
