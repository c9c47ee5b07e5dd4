import type { Route, RouteParameter } from "@samvirke/contracts";
import { feedRoutes } from "./feed-routes.ts";
import { after, id, on } from "./route-parameters.ts";
import { ref } from "./schemas.ts";
import { viewNames } from "./views.ts";

const json = "application/json";

const view: RouteParameter = {
  in: "path",
  name: "view",
  description: "Which view. A side that has none of the name answers not-found.",
  schema: { type: "string", enum: viewNames },
};

const feeds = feedRoutes(view);

/** Addresses of the views; the name is chosen from a fixed list, the rows by who asks. */
export const viewRoutes = {
  ...feeds,
  view: {
    method: "GET",
    path: "/v1/views/{view}/{id}",
    summary: "One row of a view as this side sees it, with what belongs to it.",
    access: "party",
    parameters: [view, id],
    takes: [],
    answers: [{ status: 200, description: "The row.", contentType: json, schema: ref("ViewRow") }],
    problems: ["not-found"],
  },
  viewPage: {
    method: "GET",
    path: "/v1/views/{view}",
    summary: "The rows of a view that this party may see, page by page.",
    access: "party",
    parameters: [
      view,
      after,
      {
        in: "query",
        name: "limit",
        description: "Most rows, at most 500.",
        schema: { type: "integer", minimum: 1, maximum: 500, default: 100 },
      },
    ],
    takes: [],
    answers: [{ status: 200, description: "A page.", contentType: json, schema: ref("ViewPage") }],
    problems: ["not-found", "invalid-parameter"],
  },
  searchView: {
    method: "POST",
    path: "/v1/views/{view}/search",
    summary: "The rows of a view about the person with a national identity number, which travels in the body only.",
    access: "party",
    parameters: [view],
    takes: [json],
    body: ref("NumberQuery"),
    answers: [{ status: 200, description: "What this side sees.", contentType: json, schema: ref("ViewRows") }],
    problems: ["not-found", "invalid-body"],
  },
  thread: {
    method: "GET",
    path: "/v1/views/threads/{id}",
    summary: "A conversation: how it stands, who has the ball, and the messages that this party may see.",
    access: "party",
    parameters: [id],
    takes: [],
    answers: [{ status: 200, description: "The thread.", contentType: json, schema: ref("Thread") }],
    problems: ["not-found"],
  },
  turns: {
    method: "GET",
    path: "/v1/views/turns/{id}",
    summary: "Who has the ball about a person on a day, by the duties that are open at its end; for welfare.",
    access: "party",
    parameters: [id, on],
    takes: [],
    answers: [{ status: 200, description: "Whose turn it is.", contentType: json, schema: ref("Turns") }],
    problems: ["not-found", "invalid-parameter"],
  },
} as const satisfies Record<string, Route>;
