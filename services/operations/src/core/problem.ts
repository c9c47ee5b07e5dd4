/**
 * Every problem that operations can answer with: stable name, status and title.
 *
 * Source: RFC 9457. The type is `urn:samvirke:problem:NAME`; a released name never changes its meaning.
 */
export const problems = {
  "malformed-request": { status: 400, title: "The request is not valid HTTP for this address." },
  "invalid-parameter": { status: 400, title: "A parameter of the request is not valid." },
  "invalid-body": { status: 400, title: "The body of the request is not valid." },
  "not-local": { status: 403, title: "Operations answers this machine only." },
  "not-found": { status: 404, title: "There is no such resource." },
  "nothing-parked": { status: 404, title: "Nothing is parked there." },
  "method-not-allowed": { status: 405, title: "The resource does not offer this method." },
  "too-large": { status: 413, title: "The body is larger than operations takes." },
  "unsupported-media-type": { status: 415, title: "The content type is not taken here." },
  "not-by-one-message": { status: 422, title: "No single message can break this rule." },
  internal: { status: 500, title: "Operations failed." },
  unavailable: { status: 503, title: "Operations cannot reach its database; try again." },
} as const;

export type ProblemName = keyof typeof problems;

/** Where in the request a rule was broken, and which; never a value. */
export interface ProblemField {
  /** JSON pointer into the body, or `query:NAME`. */
  readonly pointer: string;
  readonly rule: string;
}

export interface Problem {
  readonly name: ProblemName;
  /** Why, in our own words. */
  readonly detail?: string;
  readonly fields?: ReadonlyArray<ProblemField>;
}

/** A problem as it is sent. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: ReadonlyArray<ProblemField>;
}

/** The document that tells a problem. */
export const problemDetails = ({ name, detail, fields }: Problem): ProblemDetails => ({
  type: `urn:samvirke:problem:${name}`,
  title: problems[name].title,
  status: problems[name].status,
  ...(detail === undefined ? {} : { detail }),
  ...(fields && fields.length > 0 ? { errors: fields } : {}),
});
