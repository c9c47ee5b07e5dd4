import { describe, expect, test } from "vitest";
import { allCases } from "./cases/all.cases.ts";

describe.each(Object.entries(allCases))("%s", (_subject, cases) => {
  test.each(cases.map((one) => [one.title, one] as const))("%s", (_title, { actual, expected }) => {
    expect(actual()).toEqual(expected);
  });
});

test.each(Object.entries(allCases))("no two cases of %s have the same title", (_subject, cases) => {
  const titles = cases.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
