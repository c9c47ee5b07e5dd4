import type { ProblemName, ProblemType } from "./problem-table.ts";
import { problems } from "./problem-table.ts";

/** Where in the request a rule was broken, and which; never a value. */
export interface ProblemField {
  /** JSON pointer into the body, `header:NAME` or `query:NAME`. */
  readonly pointer: string;
  readonly rule: string;
}

/** A problem of one request. */
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

/** The stable type of a problem. */
export const problemType = (name: ProblemName): string => `urn:samvirke:problem:${name}`;

/** Where every door tells about a problem type. */
export const problemPath = (name: string): string => `/problems/${name}`;

const typeNamed = (name: ProblemName): ProblemType => problems[name];

/** Whether a problem of this name exists. */
export const isProblemName = (name: string): name is ProblemName => Object.hasOwn(problems, name);

/** The document that tells a problem. */
export const problemDetails = ({ name, detail, fields }: Problem): ProblemDetails => ({
  type: problemType(name),
  title: problems[name].title,
  status: problems[name].status,
  ...(detail === undefined ? {} : { detail }),
  ...(fields && fields.length > 0 ? { errors: fields } : {}),
});

/** Headers that a problem brings with it: where its page is, and when to come again. Unit: Retry-After in seconds. */
export const problemHeaders = (name: ProblemName): Readonly<Record<string, string>> => {
  const { retryAfter } = typeNamed(name);
  return {
    link: `<${problemPath(name)}>; rel="help"`,
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...(name === "unauthenticated" ? { "www-authenticate": "Bearer" } : {}),
  };
};

const headerLine = ([name, value]: readonly [string, string]): string => `${name}: ${value}`;

/** The page of a problem type, in Markdown: what the type means, what to do, and what the sender gets. */
export const problemPage = (name: ProblemName): string => {
  const { status, title, meaning, remedy, example } = typeNamed(name);
  const details = problemDetails({ name, ...(example ? { fields: [example] } : {}) });
  return [
    `# ${name}`,
    "",
    `- Type: \`${problemType(name)}\``,
    `- Status: ${status}`,
    `- Title: ${title}`,
    `- Where: ${example ? `\`errors[].pointer\`, as here \`${example.pointer}\`` : "the request as a whole"}`,
    "",
    "## What it means",
    "",
    meaning,
    "",
    "## What to do",
    "",
    remedy,
    "",
    "## What the sender gets",
    "",
    "```http",
    `HTTP/1.1 ${status}`,
    "content-type: application/problem+json",
    ...Object.entries(problemHeaders(name)).map(headerLine),
    "",
    JSON.stringify(details, null, 2),
    "```",
    "",
  ].join("\n");
};
