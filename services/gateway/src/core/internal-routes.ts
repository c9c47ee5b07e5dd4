import type { Route } from "@samvirke/contracts";
import { problemName } from "./route-parameters.ts";

const json = "application/json";

/** Addresses for whoever runs the gateway, and the document about all of them. */
export const internalRoutes = {
  live: {
    method: "GET",
    path: "/internal/health/live",
    summary: "Whether the process runs.",
    access: "open",
    parameters: [],
    takes: [],
    answers: [{ status: 200, description: "It does.", contentType: json, schema: { type: "object" } }],
    problems: [],
  },
  ready: {
    method: "GET",
    path: "/internal/health/ready",
    summary: "Whether messages can be taken now.",
    access: "open",
    parameters: [],
    takes: [],
    answers: [{ status: 200, description: "They can.", contentType: json, schema: { type: "object" } }],
    problems: ["busy"],
  },
  metrics: {
    method: "GET",
    path: "/internal/metrics",
    summary: "Counts and times for a Prometheus scraper.",
    access: "open",
    parameters: [],
    takes: [],
    answers: [{ status: 200, description: "The metrics.", contentType: "text/plain" }],
    problems: [],
  },
  problem: {
    method: "GET",
    path: "/problems/{name}",
    summary: "The page of a problem type: what it means, what to do, and what the sender gets.",
    access: "open",
    parameters: [problemName],
    takes: [],
    answers: [{ status: 200, description: "The page.", contentType: "text/markdown" }],
    problems: ["not-found"],
  },
  openapi: {
    method: "GET",
    path: "/openapi.json",
    summary: "This document.",
    access: "open",
    parameters: [],
    takes: [],
    answers: [{ status: 200, description: "OpenAPI 3.1.", contentType: json, schema: { type: "object" } }],
    problems: [],
  },
} as const satisfies Record<string, Route>;
