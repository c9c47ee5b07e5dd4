import { expect, test } from "vitest";
import type { ProblemName } from "./problem-table.ts";
import { problems } from "./problem-table.ts";
import { isProblemName, problemDetails, problemHeaders, problemPage, problemPath, problemType } from "./problem.ts";

test("a problem has a stable type, its status, and fields only where there are some", () => {
  expect(problemDetails({ name: "busy" })).toEqual({
    type: "urn:samvirke:problem:busy",
    title: problems.busy.title,
    status: 503,
  });
  const fields = [{ pointer: "/number", rule: "11 digits" }];
  expect(problemDetails({ name: "invalid-body", fields })).toMatchObject({ status: 400, errors: fields });
});

const led = (name: ProblemName, more: object) => ({ link: `<${problemPath(name)}>; rel="help"`, ...more });

test("who is refused for load or trouble is told when to come again", () => {
  expect(problemHeaders("busy")).toEqual(led("busy", { "retry-after": "1" }));
  expect(problemHeaders("unavailable")).toEqual(led("unavailable", { "retry-after": "5" }));
  expect(problemHeaders("unauthenticated")).toEqual(led("unauthenticated", { "www-authenticate": "Bearer" }));
  expect(problemHeaders("not-found")).toEqual(led("not-found", {}));
});

// A released type keeps its meaning for ever: this list only grows.
test("the types that clients may rely on are there", () => {
  const released: ReadonlyArray<ProblemName> = [
    "malformed-request",
    "invalid-parameter",
    "invalid-header",
    "invalid-body",
    "unauthenticated",
    "not-a-station",
    "not-found",
    "method-not-allowed",
    "request-timeout",
    "too-large",
    "unsupported-media-type",
    "refused-document",
    "invalid-document",
    "internal",
    "busy",
    "unavailable",
    "not-local",
    "nothing-parked",
    "not-by-one-message",
    "rebuild-under-way",
    "rebuild-over",
    "redrive-under-way",
    "redrive-over",
  ];
  expect(
    Object.keys(problems)
      .map((name) => problemType(name as ProblemName))
      .sort(),
  ).toEqual(released.map(problemType).sort());
});

const all = Object.keys(problems) as ReadonlyArray<ProblemName>;

test.each(all)("%s leads to a page that says what it means, what to do, and what the sender gets", (name) => {
  const path = /^<(.*)>/.exec(problemHeaders(name)["link"] ?? "")?.[1] ?? "";
  const asked = path.slice(path.lastIndexOf("/") + 1);
  expect(isProblemName(asked) && problemPage(asked)).toContain(`- Type: \`${problemType(name)}\``);
  const page = problemPage(name);
  const shown: unknown = JSON.parse(/^\{[\s\S]*?^\}$/m.exec(page)?.[0] ?? "");
  expect(shown).toMatchObject(problemDetails({ name }));
  for (const text of [problems[name].meaning, problems[name].remedy]) expect(page).toContain(text);
});

test("what is inherited is no problem", () => expect(["toString", "", "Busy"].filter(isProblemName)).toEqual([]));
