import { id, receivedAt, recordTopic, wait } from "./route-parameters.ts";
import type { Route } from "./route.ts";
import { ref } from "./schemas.ts";

const json = "application/json";
// Any `+xml` and `+json` type is taken as well, application/fhir+json among them.
const documents = [
  "application/xml",
  "text/xml",
  json,
  "application/fhir+json",
  "application/vnd.apache.avro",
  "avro/binary",
];
const binary = { type: "string", contentMediaType: "application/xml" };

/** Every address of the gateway. */
export const routes = {
  receive: {
    method: "POST",
    path: "/v1/messages",
    summary: "Takes a message; 202 means that it is durable. The same message again answers 200 with the same id.",
    access: "party",
    parameters: [receivedAt, recordTopic],
    takes: documents,
    body: binary,
    answers: [
      {
        status: 202,
        description: "Durable.",
        contentType: json,
        schema: ref("Accepted"),
        headers: { Location: "Where its status is." },
      },
      {
        status: 200,
        description: "A repeat; nothing new.",
        contentType: json,
        schema: ref("Accepted"),
        headers: { Location: "Where its status is." },
      },
    ],
    problems: ["refused-document", "invalid-header", "not-a-station", "busy"],
  },
  validate: {
    method: "POST",
    path: "/v1/messages/validate",
    summary:
      "Tells what would be found in a message, and stores nothing. Rules that need history or registers are not asked.",
    access: "party",
    parameters: [],
    takes: documents,
    body: binary,
    answers: [{ status: 200, description: "What was found.", contentType: json, schema: ref("Findings") }],
    problems: ["busy"],
  },
  message: {
    method: "GET",
    path: "/v1/messages/{id}",
    summary: "What became of a message, hop by hop; to its sender, and on the welfare side to NAV.",
    access: "party",
    parameters: [id, wait],
    takes: [],
    answers: [{ status: 200, description: "Its status.", contentType: json, schema: ref("MessageStatus") }],
    problems: ["not-found", "invalid-parameter"],
  },
  messageByWireId: {
    method: "GET",
    path: "/v1/messages",
    summary: "Finds the sender's message by the id that the sender gave it.",
    access: "party",
    parameters: [
      {
        in: "query",
        name: "wireMsgId",
        description: "The id as written in the message.",
        schema: { type: "string", minLength: 1, maxLength: 500 },
      },
      wait,
    ],
    takes: [],
    answers: [{ status: 200, description: "Its status.", contentType: json, schema: ref("MessageStatus") }],
    problems: ["not-found", "invalid-parameter"],
  },
  outbox: {
    method: "GET",
    path: "/v1/outbox",
    summary: "What the hub wrote to this party, after a cursor.",
    access: "party",
    parameters: [
      { in: "query", name: "after", description: "The cursor of the page before.", schema: { type: "string" } },
      {
        in: "query",
        name: "limit",
        description: "Most entries, at most 500.",
        schema: { type: "integer", minimum: 1, maximum: 500, default: 100 },
      },
      wait,
    ],
    takes: [],
    answers: [
      { status: 200, description: "A page and the cursor after it.", contentType: json, schema: ref("OutboxPage") },
    ],
    problems: ["invalid-parameter"],
  },
  outboxEntry: {
    method: "GET",
    path: "/v1/outbox/{id}",
    summary: "One document of the mailbox, with its own content type.",
    access: "party",
    parameters: [id],
    takes: [],
    answers: [{ status: 200, description: "The document.", contentType: "*/*" }],
    problems: ["not-found"],
  },
  sickLeave: {
    method: "GET",
    path: "/v1/views/sick-leaves/{id}",
    summary: "One sick leave as this side sees it.",
    access: "party",
    parameters: [id],
    takes: [],
    answers: [{ status: 200, description: "The sick leave.", contentType: json, schema: ref("SickLeave") }],
    problems: ["not-found"],
  },
  searchSickLeaves: {
    method: "POST",
    path: "/v1/views/sick-leaves/search",
    summary: "The sick leaves of the person with a national identity number, which travels in the body only.",
    access: "party",
    parameters: [],
    takes: [json],
    body: ref("NumberQuery"),
    answers: [
      {
        status: 200,
        description: "What this side sees; empty where there is nothing.",
        contentType: json,
        schema: ref("SickLeaveList"),
      },
    ],
    problems: ["invalid-body"],
  },
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

export type RouteName = keyof typeof routes;
