import { describe, expect, test } from "vitest";
import { messageOutTable } from "../../src/index.ts";
import { changesByMessageLeaf } from "./message-leaves.ts";

describe("what FHIR says of a message between the sectors", () => {
  const found = changesByMessageLeaf();

  test("each leaf is in the table once, and no other", () =>
    expect(messageOutTable.map(({ leaf }) => leaf).sort()).toEqual([...found.keys()].sort()));

  test.each(messageOutTable)("$leaf goes where its row says, or a rule says why not", ({ leaf, to, rule }) => {
    expect([...(found.get(leaf) ?? [])].sort()).toEqual([...to].sort());
    expect(to.length > 0).toBe(rule === undefined);
  });
});
