/** A problem type of the hub's HTTP doors, and what whoever meets it should know. */
export interface ProblemType {
  readonly status: number;
  readonly title: string;
  /** When it is answered. */
  readonly meaning: string;
  readonly remedy: string;
  /** When to come again. Unit: seconds. */
  readonly retryAfter?: number;
  /** Fields as this problem may tell them; never a value. */
  readonly example?: { readonly pointer: string; readonly rule: string };
}

/**
 * Every problem that a door of the hub can answer with. The type is `urn:samvirke:problem:NAME`.
 *
 * Source: RFC 9457. A released name never changes its meaning, nor its title from one occurrence to the next.
 */
export const problems = {
  "malformed-request": {
    status: 400,
    title: "The request is not valid HTTP for this address.",
    meaning: "The request line, a header or the address cannot be read as HTTP; no address of the hub has seen it.",
    remedy: "Repair the client: percent-encode the address, keep headers short, and state the true content length.",
  },
  "invalid-parameter": {
    status: 400,
    title: "A parameter of the request is not valid.",
    meaning: "A query parameter is out of bounds, of the wrong form, or there twice. `errors` names it and its rule.",
    remedy: "Send the parameter as its rule says, or leave it out where it has a default.",
    example: { pointer: "query:limit", rule: "a whole number" },
  },
  "invalid-header": {
    status: 400,
    title: "A header of the request is not valid.",
    meaning: "A header that this address reads has the wrong form. `errors` names it and its rule.",
    remedy: "Send the header as its rule says, or leave it out.",
    example: { pointer: "header:Samvirke-Received-At", rule: "an RFC 3339 date and time with zone" },
  },
  "invalid-body": {
    status: 400,
    title: "The body of the request is not valid.",
    meaning: "The JSON of a request (not of a message) cannot be read or breaks a rule. `errors` points into it.",
    remedy: "Send what the OpenAPI document shows for this address; unknown fields are refused too.",
    example: { pointer: "/number", rule: "11 digits" },
  },
  unauthenticated: {
    status: 401,
    title: "A known bearer token is required.",
    meaning: "The Authorization header is missing, or its token belongs to no party of this door.",
    remedy: "Send `Authorization: Bearer TOKEN` with the token of the party, to the door of the party's own sector.",
  },
  "not-a-station": {
    status: 403,
    title: "Only a receiving station may state the receipt time.",
    meaning: "The request states when the message was received, which the hub believes of receiving stations alone.",
    remedy: "Leave the header out; the hub's own clock counts. A receiving station must be registered as one.",
  },
  "not-local": {
    status: 403,
    title: "Operations answers this machine only.",
    meaning: "The request names another host than loopback, or comes from a page of another origin.",
    remedy: "Ask on the machine where operations runs, by 127.0.0.1, ::1 or localhost.",
  },
  "not-found": {
    status: 404,
    title: "There is no such resource for this reader.",
    meaning: "The address or the id does not exist, or this reader may not see it; the answer is the same for both.",
    remedy: "Check address, id and whose token was sent. Just after a 202 a view may not have it yet: ask with `wait`.",
  },
  "nothing-parked": {
    status: 404,
    title: "Nothing is parked there.",
    meaning: "The stage has no parked record of this person, or of anybody.",
    remedy: "Ask `/v1/parked` who is parked; somebody may have redriven them already.",
  },
  "redrive-under-way": {
    status: 409,
    title: "Somebody else has a redrive of this stage under way.",
    meaning: "One redrive at a time has a stage; `detail` names who has it, since when, and under which id.",
    remedy:
      "Wait until it is done, or agree with them: anybody may stop, continue or cancel it by its id, with a reason.",
  },
  "rebuild-under-way": {
    status: 409,
    title: "There is a rebuild of this projection already.",
    meaning: "One rebuild at a time has a projection, until it is switched or dropped; `detail` names it.",
    remedy: "Wait for it, resume it, or drop it by its id, with a reason.",
  },
  "rebuild-over": {
    status: 409,
    title: "The rebuild is not in a state for this.",
    meaning:
      "Only a rebuild that runs can be cancelled; only one that was cancelled, failed or was refused can be resumed; one that runs cannot be dropped.",
    remedy: "Ask `/v1/rebuilds` for its state.",
  },
  "redrive-over": {
    status: 409,
    title: "The redrive is not in a state for this.",
    meaning: "Only a running redrive can be stopped, only a stopped one continued, and what is over stays over.",
    remedy: "Ask `/v1/redrives` for its state. For what is parked now, begin a new one.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The resource does not offer this method.",
    meaning: "The address exists, but not with this method; the `Allow` header lists those that it offers.",
    remedy: "Use a method of the `Allow` header.",
  },
  "request-timeout": {
    status: 408,
    title: "The request did not arrive in time.",
    meaning: "The body had not arrived in full when the time for it was up; nothing was kept.",
    remedy: "Send it again. The same bytes again are recognised, so a repeat does no harm.",
  },
  "too-large": {
    status: 413,
    title: "The body is larger than this door takes.",
    meaning: "The body exceeds the door's limit, and was refused before it was read to its end.",
    remedy: "Make attachments smaller or fewer, or send them in a message of their own.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The content type is not taken here.",
    meaning: "The content type is missing or not among those of this address, or the body is compressed.",
    remedy: "State the content type that the OpenAPI document lists, and send the body without content encoding.",
  },
  "not-by-one-message": {
    status: 422,
    title: "No single message can break this rule.",
    meaning: "A sample was asked for that breaks a rule which needs history, or which nothing readable can break.",
    remedy: "Read `detail`: it says what the rule needs. Choose another rule, or build the history message by message.",
  },
  "refused-document": {
    status: 422,
    title: "The document was refused before it was read; nothing was kept.",
    meaning: "The bytes are hostile to a reader: a document type declaration, NUL bytes, or nesting without end.",
    remedy: "Print the document without a DOCTYPE and as plain text; no message of the field needs what was refused.",
    example: { pointer: "", rule: "no document type declaration" },
  },
  "invalid-document": {
    status: 422,
    title: "The document breaks the rules of its contract; nothing was kept.",
    meaning: "A follow-up plan of an employer's system breaks rules of FollowUpPlanDTO. `errors` points at each.",
    remedy:
      "Send the plan again as the rules say. A plan is the only document that is answered so; others get an outcome.",
    example: { pointer: "/sendPlanToNav", rule: "BOOLEAN" },
  },
  internal: {
    status: 500,
    title: "The door failed; nothing is known to have been kept.",
    meaning: "A defect of the hub. The operators see it by the address and a code; the request is not logged.",
    remedy: "Send it again later; a repeat does no harm. Tell the operators the time and the address, no content.",
  },
  busy: {
    status: 503,
    title: "The gateway has as much as it can take; try again.",
    meaning: "The queue before the database is full; nothing was kept.",
    remedy: "Wait as long as `Retry-After` says, then send the same bytes again.",
    retryAfter: 1,
  },
  unavailable: {
    status: 503,
    title: "The door cannot reach its database; try again.",
    meaning: "The database does not answer, or a view is not built yet; nothing is known to have been kept.",
    remedy: "Wait as long as `Retry-After` says, then send the same bytes again; a repeat does no harm.",
    retryAfter: 5,
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemName = keyof typeof problems;
