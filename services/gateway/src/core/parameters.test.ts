import { E, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { beginning } from "./cursor.ts";
import {
  readAfter,
  readId,
  readLimit,
  readNumberBody,
  readOn,
  readReceivedAt,
  readWait,
  readWireMsgId,
} from "./parameters.ts";

const pointerOf = (
  result: E.Either<{ readonly fields?: ReadonlyArray<{ readonly pointer: string }> }, unknown>,
): string | undefined => (E.isLeft(result) ? result.left.fields?.[0]?.pointer : undefined);

test("waiting is at most 30 seconds, and none unless asked for", () => {
  expect(readWait({})).toEqual(E.right(0));
  expect(readWait({ wait: "30" })).toEqual(E.right(30));
  for (const wait of ["31", "-1", "1.5", "", "soon", ["1", "2"]])
    expect(pointerOf(readWait({ wait }))).toBe("query:wait");
});

test("a day is asked about as it is written, else today", () => {
  const today = parseDay("2026-11-22") as Day;
  expect(readOn({}, today)).toEqual(E.right(today));
  expect(readOn({ on: "2026-03-01" }, today)).toEqual(E.right(parseDay("2026-03-01")));
  for (const on of ["2026-02-30", "1.3.2026", "", ["2026-03-01"]])
    expect(pointerOf(readOn({ on }, today))).toBe("query:on");
});

test("a page has 1 to 500 entries", () => {
  expect(readLimit({})).toEqual(E.right(100));
  expect(readLimit({ limit: "1" })).toEqual(E.right(1));
  expect(readLimit({ limit: "500" })).toEqual(E.right(500));
  for (const limit of ["0", "501", "x"]) expect(pointerOf(readLimit({ limit }))).toBe("query:limit");
});

test("a page begins at the beginning or at a cursor of ours", () => {
  expect(readAfter({})).toEqual(E.right(beginning));
  expect(pointerOf(readAfter({ after: "nonsense" }))).toBe("query:after");
  expect(pointerOf(readAfter({ after: ["a", "b"] }))).toBe("query:after");
});

test("a wire id is given once, within bounds", () => {
  expect(readWireMsgId({ wireMsgId: "SYNT-1" })).toEqual(E.right("SYNT-1"));
  for (const wireMsgId of [undefined, "", "x".repeat(501), ["a", "b"]])
    expect(pointerOf(readWireMsgId({ wireMsgId }))).toBe("query:wireMsgId");
});

test("what is no id of the hub's names nothing", () => {
  expect(readId({ id: "5B1F0C52-7A1E-5D40-9C3A-0D6F1E2A7B11" })).toEqual(
    E.right("5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11"),
  );
  expect(readId({ id: "1'; drop table" })).toEqual(E.left({ name: "not-found" }));
  expect(readId({})).toEqual(E.left({ name: "not-found" }));
});

test("a number is looked up by its eleven digits alone", () => {
  expect(readNumberBody({ number: "15918512345" })).toEqual(E.right("15918512345"));
  for (const [body, pointer] of [
    [undefined, ""],
    ["15918512345", ""],
    [[], ""],
    [{ number: "15918512345", name: "x" }, ""],
    [{ number: 15_918_512_345 }, "/number"],
    [{ number: "1591851234" }, "/number"],
    [{}, "/number"],
  ] as const) {
    const read = readNumberBody(body);
    expect(pointerOf(read)).toBe(pointer);
    expect(JSON.stringify(read)).not.toContain("159185");
  }
});

test("a stated receipt time has a zone", () => {
  expect(readReceivedAt(undefined)).toEqual(E.right(undefined));
  expect(readReceivedAt("2026-03-02T10:00:00+01:00")).toEqual(E.right(Date.parse("2026-03-02T09:00:00Z")));
  for (const text of ["2026-03-02T10:00:00", "2026-03-02", "2026-13-02T10:00:00Z", "", ["a"]]) {
    expect(pointerOf(readReceivedAt(text))).toBe("header:Samvirke-Received-At");
  }
});
