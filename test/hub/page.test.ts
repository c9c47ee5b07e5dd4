import { expect, test } from "vitest";
import { differences, examplesOf, lineDifferences } from "./page.ts";

test("an example is what is typed and what comes back, and a block of another language is none", () => {
  const page =
    "# Top\n\n```sh\na\n```\n\n```json\n{}\n```\n\n## Next\n\n```sh\nb\n```\n\n```sh\nc\n```\n\n```http\nd\n```\n";
  expect(examplesOf(page)).toEqual([
    { name: "1. Top", script: "a\n", says: { form: "json", text: "{}\n" } },
    { name: "3. Next", script: "b\n", says: undefined },
    { name: "4. Next", script: "c\n", says: undefined },
  ]);
});

test.each([
  [{ a: "…" }, { a: 1, b: 2 }, 0],
  [{ a: "…" }, { a: null }, 1],
  [{ a: 1 }, { a: 2 }, 1],
  [{ a: null }, {}, 1],
  [[{ k: "x" }], [{ k: "y" }, { k: "x", z: 1 }], 0],
  [[{ k: "x" }], [{ k: "y" }], 1],
  [[], [], 0],
  [[], [1], 1],
  [[1], {}, 1],
  [{ a: {} }, { a: 3 }, 1],
])("%j against %j differs %i times", (shown, answer, count) => expect(differences(shown, answer)).toHaveLength(count));

test("lines are held in their order, and … is something", () => {
  expect(lineDifferences("a …\nb", "a x\nb\n")).toEqual([]);
  expect(lineDifferences("a …", "a ")).toHaveLength(1);
  expect(lineDifferences("a\nb", "a")).toHaveLength(1);
  expect(lineDifferences("a.c", "abc")).toHaveLength(1);
});
