import type { Route, RouteParameter } from "@samvirke/contracts";
import { lastEventId, wait } from "./route-parameters.ts";
import { ref } from "./schemas.ts";

const stream = { type: "string", contentMediaType: "text/event-stream" };

const cursor: RouteParameter = {
  in: "query",
  name: "after",
  description: "The cursor of the look before; from now on where absent.",
  schema: { type: "string" },
};

const feedRoute = (path: string, parameters: ReadonlyArray<RouteParameter>) =>
  ({
    method: "GET",
    path,
    summary:
      "What changes in a view, as server-sent events: put with the row as it stands, removed with its id. From now on, or from the id of the last event had.",
    access: "party",
    parameters: [...parameters, lastEventId],
    takes: [],
    answers: [
      {
        status: 200,
        description: "Events, until either side ends it.",
        contentType: "text/event-stream",
        schema: stream,
      },
    ],
    problems: ["not-found", "invalid-header", "busy"],
  }) as const satisfies Route;

const changesRoute = (path: string, parameters: ReadonlyArray<RouteParameter>) =>
  ({
    method: "GET",
    path,
    summary:
      "The same as the feed, one look at a time: what changed after a cursor, and the cursor after it. Without a cursor it tells the one of now.",
    access: "party",
    parameters: [...parameters, cursor, wait],
    takes: [],
    answers: [{ status: 200, description: "What changed.", contentType: "application/json", schema: ref("Changes") }],
    problems: ["not-found", "invalid-parameter"],
  }) as const satisfies Route;

/** Addresses of what changes in the views; certificates have theirs beside those of the certificates themselves. */
export const feedRoutes = (view: RouteParameter) =>
  ({
    feed: feedRoute("/v1/views/{view}/feed", [view]),
    changes: changesRoute("/v1/views/{view}/changes", [view]),
    sickLeaveFeed: feedRoute("/v1/views/sick-leaves/feed", []),
    sickLeaveChanges: changesRoute("/v1/views/sick-leaves/changes", []),
  }) as const;
