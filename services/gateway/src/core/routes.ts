import type { Route, RouteAnswer } from "@samvirke/contracts";
import { internalRoutes } from "./internal-routes.ts";
import { after, id, receivedAt, recordTopic, wait } from "./route-parameters.ts";
import { ref } from "./schemas.ts";
import { viewRoutes } from "./view-routes.ts";

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

const takenAnswers: ReadonlyArray<RouteAnswer> = [
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
];

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
    answers: takenAnswers,
    problems: ["refused-document", "invalid-document", "invalid-header", "not-a-station", "busy"],
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
        required: true,
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
    summary:
      "What the hub wrote to this party, after a cursor: in the order of writing for each person, and no order between persons. Documents stay for the days that the page tells.",
    access: "party",
    parameters: [
      after,
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
  unread: {
    method: "GET",
    path: "/v1/outbox/unread",
    summary: "How many documents wait for this party after a cursor; counted no further than 10,000.",
    access: "party",
    parameters: [after],
    takes: [],
    answers: [{ status: 200, description: "The count.", contentType: json, schema: ref("Unread") }],
    problems: ["invalid-parameter"],
  },
  outboxReceipt: {
    method: "POST",
    path: "/v1/outbox/{id}/receipt",
    summary:
      "Takes the receipt for one document of the mailbox: an AppRec, or the JSON of EDI 2.0, which names no message.",
    access: "party",
    parameters: [id, receivedAt],
    takes: documents,
    body: binary,
    answers: takenAnswers,
    problems: ["not-found", "invalid-body", "invalid-header", "not-a-station", "refused-document", "busy"],
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
  ...viewRoutes,
  ...internalRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
