import { partitionCount } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { eventText, feedCursorAfter, isFed, parseFeedCursor, placeText, printFeedCursor } from "./feed.ts";
import { printCursor, beginning } from "./cursor.ts";
import { viewNames } from "./views.ts";

const start = Array.from({ length: partitionCount }, () => -1);

describe("a feed's cursor", () => {
  test("comes back as it was printed", () => {
    const cursor = feedCursorAfter(feedCursorAfter(start, 3, 17), 11, 0);
    expect(parseFeedCursor("health", printFeedCursor("health", cursor))).toEqual(cursor);
  });

  test("never goes back", () => {
    expect(feedCursorAfter(feedCursorAfter(start, 3, 17), 3, 4)[3]).toBe(17);
  });

  test.each([
    ["another side's", printFeedCursor("welfare", start)],
    ["a mailbox's", printCursor(beginning)],
    ["one of too few partitions", printFeedCursor("health", [1, 2])],
    [
      "one with something else in it",
      Buffer.from(`f1 health ${start.join(" ").replace("-1", "x")}`).toString("base64url"),
    ],
    ["no base64", "!"],
    ["one that is far too long", "A".repeat(501)],
    ["nothing", ""],
  ])("%s is none", (_, text) => {
    expect(parseFeedCursor("health", text)).toBeUndefined();
  });
});

test("an event is written in the lines of the standard, and its data in one", () => {
  const row = { state: { text: "line\nline" } };
  expect(eventText({ cursor: "abc", told: { change: "put", id: "1", row } })).toBe(
    `id: abc\nevent: put\ndata: {"id":"1","row":{"state":{"text":"line\\nline"}}}\n\n`,
  );
  expect(eventText({ cursor: "abc", told: { change: "removed", id: "1" } })).toBe(
    'id: abc\nevent: removed\ndata: {"id":"1"}\n\n',
  );
  expect(placeText("abc")).toBe("id: abc\n\n");
});

test("every view that is fed can be read", () => {
  const names = new Set([...viewNames, "sick-leaves"]);
  for (const sector of ["health", "welfare", "employer"] as const)
    expect(["sick-leaves", ...viewNames].filter((name) => isFed(sector, name)).every((name) => names.has(name))).toBe(
      true,
    );
  expect(isFed("employer", "dialogues")).toBe(false);
  expect(isFed("health", "deliveries")).toBe(false);
});
