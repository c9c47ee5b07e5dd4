/**
 * Every problem that the gateway can answer with: stable name, status and title.
 *
 * Source: RFC 9457. The type is `urn:samvirke:problem:NAME`; a released name never changes its meaning.
 */
export const problems = {
  "malformed-request": { status: 400, title: "The request is not valid HTTP for this address." },
  "invalid-parameter": { status: 400, title: "A parameter of the request is not valid." },
  "invalid-header": { status: 400, title: "A header of the request is not valid." },
  "invalid-body": { status: 400, title: "The body of the request is not valid." },
  unauthenticated: { status: 401, title: "A known bearer token is required." },
  "not-a-station": { status: 403, title: "Only a receiving station may state the receipt time." },
  "not-found": { status: 404, title: "There is no such resource for this reader." },
  "method-not-allowed": { status: 405, title: "The resource does not offer this method." },
  "request-timeout": { status: 408, title: "The request did not arrive in time." },
  "too-large": { status: 413, title: "The body is larger than the gateway takes." },
  "unsupported-media-type": { status: 415, title: "The content type is not taken here." },
  "refused-document": { status: 422, title: "The document was refused before it was read; nothing was kept." },
  internal: { status: 500, title: "The gateway failed; nothing is known to have been kept." },
  busy: { status: 503, title: "The gateway has as much as it can take; try again." },
  unavailable: { status: 503, title: "The gateway cannot reach its database; try again." },
} as const;

export type ProblemName = keyof typeof problems;

/** Where in the request a rule was broken, and which; never a value. */
export interface ProblemField {
  /** JSON pointer into the body, `header:NAME` or `query:NAME`. */
  readonly pointer: string;
  readonly rule: string;
}

/** A problem of one request. */
export interface Problem {
  readonly name: ProblemName;
  readonly fields?: ReadonlyArray<ProblemField>;
}

/** A problem as it is sent. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: ReadonlyArray<ProblemField>;
}

/** The stable type of a problem. */
export const problemType = (name: ProblemName): string => `urn:samvirke:problem:${name}`;

/** The document that tells a problem. */
export const problemDetails = ({ name, fields }: Problem): ProblemDetails => ({
  type: problemType(name),
  title: problems[name].title,
  status: problems[name].status,
  ...(fields && fields.length > 0 ? { errors: fields } : {}),
});

const retryAfter: Partial<Record<ProblemName, number>> = { busy: 1, unavailable: 5 };

/** Headers that a problem brings with it. Unit: Retry-After in seconds. */
export const problemHeaders = (name: ProblemName): Readonly<Record<string, string>> => {
  const seconds = retryAfter[name];
  if (seconds !== undefined) return { "retry-after": String(seconds) };
  return name === "unauthenticated" ? { "www-authenticate": "Bearer" } : {};
};
