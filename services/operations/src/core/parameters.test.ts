import { describe, expect, test } from "vitest";
import {
  readDigits,
  readGrade,
  readGrounds,
  readId,
  readInstant,
  readName,
  readNumber,
  readSigned,
} from "./parameters.ts";

const uuid = "8b5f8f1e-0000-4000-8000-000000000001";
const number = (value: unknown) => readNumber({ n: value }, { name: "n", min: 1, max: 10, absent: 7 });
const signed = (value: unknown) => readSigned({ n: value }, { name: "n", max: 30, absent: 0 });
const grounds = { reason: "fixed in 1.2", by: "kari" };

describe("parameters", () => {
  test.each([
    [undefined, 7],
    ["1", 1],
    ["10", 10],
  ])("the number %s is %i", (value, right) => expect(number(value)).toMatchObject({ right }));
  test.each(["0", "11", "1.5", "-1", "", ["1", "2"]])("%j is no such number", (value) =>
    expect(number(value)).toMatchObject({ left: { name: "invalid-parameter", fields: [{ pointer: "query:n" }] } }),
  );
  test.each([
    ["-30", -30],
    ["30", 30],
  ])("%s days are taken", (value, right) => expect(signed(value)).toMatchObject({ right }));
  test.each(["-31", "31", "+1", "x"])("%s days are not", (value) => expect(signed(value)).toMatchObject({ left: {} }));
  test("a grade is from 20 to 99 percent, and a register's number 4 to 12 digits", () => {
    expect(readGrade({})).toMatchObject({ right: undefined });
    expect(readGrade({ grade: "50" })).toMatchObject({ right: 50 });
    expect(readGrade({ grade: "100" })).toMatchObject({ left: { fields: [{ pointer: "query:grade" }] } });
    expect(readDigits({ her: "8140021" }, "her")).toMatchObject({ right: "8140021" });
    expect(readDigits({}, "her")).toMatchObject({ right: undefined });
    expect(readDigits({ her: "81a" }, "her")).toMatchObject({ left: { fields: [{ pointer: "query:her" }] } });
  });
  test("times need a zone", () => {
    expect(readInstant({ at: "2026-03-02T10:00:00+01:00" }, "at", 0)).toMatchObject({
      right: Date.parse("2026-03-02T09:00:00Z"),
    });
    expect(readInstant({ at: "2026-03-02T10:00:00" }, "at", 0)).toMatchObject({ left: { name: "invalid-parameter" } });
    expect(readInstant({}, "at", 5)).toMatchObject({ right: 5 });
  });
  test("names are short and plain", () => {
    expect(readName({ rule: "INNTIL_8_DAGER" }, "rule")).toMatchObject({ right: "INNTIL_8_DAGER" });
    expect(readName({ rule: "a b" }, "rule")).toMatchObject({ left: { name: "invalid-parameter" } });
  });
  test("what is no id names nothing", () => {
    expect(readId(uuid.toUpperCase())).toMatchObject({ right: uuid });
    expect(readId("x")).toMatchObject({ left: { name: "not-found" } });
  });
});

describe("who asks, and why", () => {
  test("both are needed", () => {
    expect(readGrounds(grounds)).toMatchObject({ right: grounds });
    expect(readGrounds({ by: "kari" })).toMatchObject({ left: { fields: [{ pointer: "/reason" }] } });
    expect(readGrounds({ reason: "x", by: "  " })).toMatchObject({ left: { fields: [{ pointer: "/by" }] } });
    expect(readGrounds("text")).toMatchObject({ left: { name: "invalid-body" } });
  });
  test("an identity number is no reason", () =>
    expect(readGrounds({ ...grounds, reason: "for 14858030057" })).toMatchObject({
      left: { fields: [{ pointer: "/reason", rule: "no identity number" }] },
    }));
});
