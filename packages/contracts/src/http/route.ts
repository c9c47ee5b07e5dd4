import type { ProblemName } from "./problem-table.ts";

/** A JSON Schema as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface RouteParameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
  /** Whether it must be there; where it is not said, what stands in the path must. */
  readonly required?: boolean;
}

export interface RouteAnswer {
  readonly status: number;
  readonly description: string;
  readonly contentType?: string;
  readonly schema?: JsonSchema;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One address of a door: what its server registers and what the OpenAPI document tells come from here. */
export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  /** `party` needs a bearer token; `open` is for probes and documents. */
  readonly access: "party" | "open";
  readonly parameters: ReadonlyArray<RouteParameter>;
  /** Media types that the body may have; empty where there is no body. */
  readonly takes: ReadonlyArray<string>;
  readonly body?: JsonSchema;
  readonly answers: ReadonlyArray<RouteAnswer>;
  /** Problems of its own, beside those that every route of its access may answer with. */
  readonly problems: ReadonlyArray<ProblemName>;
}

/** Problems that any route may answer with. */
export const commonProblems: ReadonlyArray<ProblemName> = ["malformed-request", "internal", "unavailable"];

/** Every problem that a route may answer with. */
export const problemsOf = (route: Route): ReadonlyArray<ProblemName> => [
  ...route.problems,
  ...(route.access === "party" ? (["unauthenticated"] as const) : []),
  ...(route.takes.length > 0 ? (["too-large", "unsupported-media-type", "request-timeout"] as const) : []),
  ...commonProblems,
];
