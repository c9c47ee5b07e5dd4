import type { RouteParameter } from "@samvirke/contracts";

/** An id in the path. */
export const id: RouteParameter = {
  in: "path",
  name: "id",
  description: "An id of the hub's.",
  schema: { type: "string", format: "uuid" },
};

/** How long to wait for news. */
export const wait: RouteParameter = {
  in: "query",
  name: "wait",
  description: "Seconds to wait for news before answering, at most 30.",
  schema: { type: "integer", minimum: 0, maximum: 30, default: 0 },
};

/** The day that is asked about. */
export const on: RouteParameter = {
  in: "query",
  name: "on",
  description: "A day, by what is known now; today where absent.",
  schema: { type: "string", format: "date" },
};

/** Where a stream goes on. */
export const lastEventId: RouteParameter = {
  in: "header",
  name: "Last-Event-ID",
  description: "The id of the last event had; from now on where absent.",
  schema: { type: "string" },
};

/** When a station took the message. */
export const receivedAt: RouteParameter = {
  in: "header",
  name: "Samvirke-Received-At",
  description: "Receipt time of a message that carries none itself. Receiving stations only. RFC 3339.",
  schema: { type: "string", format: "date-time" },
};

/** Where a record comes from. */
export const recordTopic: RouteParameter = {
  in: "header",
  name: "Samvirke-Record-Topic",
  description:
    'The Kafka topic that a record was taken from. A record whose key says something, or whose value is null, is sent as {"key": "…", "value": …}.',
  schema: { type: "string", pattern: "^[A-Za-z0-9._-]{1,249}$" },
};

/** Where a page or a count begins. */
export const after: RouteParameter = {
  in: "query",
  name: "after",
  description: "The cursor of the page before; from the beginning where absent.",
  schema: { type: "string" },
};

/** A problem type, by the last word of its name. */
export const problemName: RouteParameter = {
  in: "path",
  name: "name",
  description: "What follows urn:samvirke:problem: in the type of a problem.",
  schema: { type: "string", pattern: "^[a-z-]{1,60}$" },
};
