import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { RebuildState, UnlikeTold } from "./told.ts";
import { isResumable, isUnderWay, isWithin, stateAfter } from "./told.ts";
import { readRebuildWish, readResumeWish, usualRate } from "./wish.ts";

const grounds = { reason: "a test", by: "kari" };
const id = "rebuild_0000000a";

describe("a wish to rebuild", () => {
  test("names a projection; the rate is the usual one where absent", () => {
    expect(readRebuildWish({ ...grounds, projection: "view_welfare" })).toEqual(
      E.right({ ...grounds, projection: "view_welfare", recordsPerSecond: usualRate }),
    );
    expect(readRebuildWish({ ...grounds, projection: "intake", recordsPerSecond: 1 })).toMatchObject({
      right: { recordsPerSecond: 1 },
    });
  });

  test.each([
    [{ projection: "hub" }, "/projection"],
    [{}, "/projection"],
    [{ projection: "view_case", recordsPerSecond: 0 }, "/recordsPerSecond"],
    [{ projection: "view_case", recordsPerSecond: "9" }, "/recordsPerSecond"],
    [{ projection: "view_case", reason: "" }, "/reason"],
  ])("is refused by name: %j", (more, pointer) => {
    expect(readRebuildWish({ ...grounds, ...more })).toMatchObject({ left: { fields: [{ pointer }] } });
  });
});

test("to resume accepts a difference only by the rebuild's own id", () => {
  expect(readResumeWish(grounds, id)).toMatchObject({ right: { accept: false } });
  expect(readResumeWish({ ...grounds, accept: id }, id)).toMatchObject({ right: { accept: true } });
  expect(readResumeWish({ ...grounds, accept: true }, id)).toMatchObject({
    left: { fields: [{ pointer: "/accept" }] },
  });
  expect(readResumeWish({ ...grounds, recordsPerSecond: 0 }, id)).toMatchObject({
    left: { fields: [{ pointer: "/recordsPerSecond" }] },
  });
});

describe("a difference", () => {
  const unlike = (table: string, partition: number | null): UnlikeTold => ({
    table,
    partition,
    live: 1,
    rebuilt: 2,
    keys: [],
  });
  const shown = { unlike: [unlike("view_case.message", 3), unlike("view_case.message", 4)] };

  test("is within what was shown where its places are, and not elsewhere", () => {
    expect(isWithin(shown, { unlike: [unlike("view_case.message", 4)] })).toBe(true);
    expect(isWithin(shown, { unlike: [] })).toBe(true);
    expect(isWithin(shown, { unlike: [unlike("view_case.message", 5)] })).toBe(false);
    expect(isWithin(shown, { unlike: [unlike("view_case.case_file", 3)] })).toBe(false);
    expect(isWithin(null, { unlike: [unlike("view_case.message", 3)] })).toBe(false);
  });
});

test("a state is under way, resumable or over", () => {
  const all: ReadonlyArray<RebuildState> = [
    "rebuilding",
    "catching-up",
    "proving",
    "refused",
    "cancelled",
    "failed",
    "switched",
    "dropped",
  ];
  expect(all.filter(isUnderWay)).toEqual(["rebuilding", "catching-up", "proving"]);
  expect(all.filter(isResumable)).toEqual(["refused", "cancelled", "failed"]);
});

test("what a dead process left can be resumed; what it switched is over", () => {
  expect(
    ["rebuild", "rebuild-resume", "rebuild-cancel", "rebuild-refused"].map((act) => isResumable(stateAfter(act))),
  ).toEqual([true, true, true, true]);
  expect(["rebuild-switch", "rebuild-drop"].map(stateAfter)).toEqual(["switched", "dropped"]);
});
