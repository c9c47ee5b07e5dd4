import { describe, expect, test } from "vitest";
import { readArguments, UsageError } from "./arguments.ts";
import { compare } from "./compare.ts";
import { gaps } from "./gaps.ts";
import type { CaseResult, Expected, Seen } from "./model.ts";
import { receiptLine } from "./observe.ts";
import { events, reportOf, rows, textOf } from "./report.ts";
import { cases } from "./table.ts";

const expected: Expected = {
  outcomes: ["accepted"],
  events: ["SickLeaveCertified", "SpellDetermined"],
  health: ["sick_leave OK"],
  welfare: ["sick_leave OK"],
  employer: [],
  out: [{ to: "welfare", kind: "SICK_LEAVE", contentType: "application/json", has: [/"a":1/], lacks: [/L84/] }],
  receipt: "1.0: 1",
};
const seen: Seen = {
  ...expected,
  events: ["SpellDetermined", "SickLeaveCertified"],
  out: [{ to: "welfare", kind: "SICK_LEAVE", contentType: "application/json", body: '{"a":1}' }],
  texts: { health: "L84", welfare: "L84", employer: "" },
  parked: [],
};
const [document] = seen.out;
const found = (change: Partial<Seen>) => compare(expected, { ...seen, ...change });

describe("a case", () => {
  test("holds whatever the order of what follows", () => expect(compare(expected, seen)).toEqual([]));

  test.each<readonly [cell: string, change: Partial<Seen>]>([
    ["outcome", { outcomes: ["rejected"] }],
    ["outcome", { outcomes: [] }],
    ["events: missing SpellDetermined", { events: ["SickLeaveCertified"] }],
    ["events: unexpected SpellDetermined", { events: [...seen.events, "SpellDetermined"] }],
    ["health: missing", { health: [] }],
    ["welfare: unexpected", { welfare: ["sick_leave OK", "sick_leave OK"] }],
    ["employer: unexpected", { employer: ["sick_leave OK"] }],
    ["out: missing", { out: [] }],
    ["out: unexpected", { out: [...seen.out, ...seen.out] }],
    ["out: welfare SICK_LEAVE application/json does not keep", { out: [{ ...document!, body: '{"a":2}' }] }],
    ["out: welfare SICK_LEAVE application/json does not keep", { out: [{ ...document!, body: '{"a":1,"b":"L84"}' }] }],
    ["out: welfare SICK_LEAVE application/json cannot be fetched", { out: [{ ...document!, body: undefined }] }],
    ["employer: is shown", { texts: { ...seen.texts, employer: "Ryggsyndrom" } }],
    ["receipt", { receipt: "no AppRec" }],
    ["parked", { parked: ["intake MessageReceived"] }],
  ])("does not hold by its cell %s", (cell, change) => {
    const findings = found(change);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(cell);
  });
});

test("a receipt in one line", () => {
  const body = '<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"><Status V="2"/><Error V="E21"/></AppRec>';
  expect(receiptLine(body)).toBe("1.0: 2 E21");
  expect(receiptLine(undefined)).not.toContain("1.0");
});

const result = (row: string, more: Partial<CaseResult> = {}): CaseResult => ({
  row,
  what: "a case",
  findings: [],
  seen: undefined,
  gap: undefined,
  ...more,
});
const all = rows.map((row) => result(row));
const every = new Set(events);

describe("the report", () => {
  test("has 56 rows and 30 events, and holds where all are there", () => {
    expect([rows.length, events.length, new Set(events).size]).toEqual([56, 30, 30]);
    const report = reportOf(all, every, undefined);
    expect(report).toMatchObject({ green: 56, eventsSeen: 30, holds: true });
    expect(textOf(report, false).split("\n").at(-1)).toBe("56 of 56 rows, 30 of 30 events");
  });

  test("an empty row, a red one, a known gap and an event that was never seen are named", () => {
    const without = reportOf(all.slice(1), every, undefined);
    expect([without.holds, without.rows[0]?.state]).toEqual([false, "empty"]);
    const red = [result("R1", { findings: ["events: missing X"] }), ...all];
    expect(textOf(reportOf(red, every, undefined), false)).toContain("events: missing X");
    expect(reportOf(red, every, undefined)).toMatchObject({ green: 55, holds: false });
    const gap = [result("R1", { findings: ["x"], gap: "a reason" }), ...all.slice(1)];
    expect(reportOf(gap, every, undefined)).toMatchObject({
      green: 55,
      holds: false,
      rows: [{ state: "gap" }, ...all.slice(1).map(() => ({ state: "green" }))],
    });
    const few = reportOf(all, new Set(events.slice(1)), undefined);
    expect([few.holds, textOf(few, false).includes(`Never seen: ${events[0]}`)]).toEqual([false, true]);
  });

  test("with some rows only, events do not count", () =>
    expect(reportOf(all, new Set(), ["R1", "R2"])).toMatchObject({ green: 2, holds: true }));

  test("a gap that is closed is named", () =>
    expect(reportOf([result("R1", { gap: "old" })], every, ["R1"]).outdatedGaps).toEqual(["R1 a case"]));
});

describe("the table", () => {
  const names = cases.map(({ row, what }) => `${row} ${what}`);
  test("names each case once, of rows that there are", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(cases.filter(({ row }) => !rows.includes(row))).toEqual([]);
  });

  test("knows as many outcomes as a case has messages of its own", () => {
    const wrong = cases.filter(
      ({ own, expected: { outcomes } }) => own.filter((step) => step !== "a day passes").length !== outcomes.length,
    );
    expect(wrong.map(({ row, what }) => `${row} ${what}`)).toEqual([]);
  });

  test("every gap is a case's", () => expect(Object.keys(gaps).filter((name) => !names.includes(name))).toEqual([]));
});

describe("arguments", () => {
  test("a file and some rows", () =>
    expect(readArguments(["--json", "a.json", "--only=r14, R19"])).toEqual({ json: "a.json", only: ["R14", "R19"] }));
  test.each([["--only", "R57"], ["--only", "R0"], ["--json"], ["--other"]])("%s %s is refused", (...args) =>
    expect(() => readArguments(args)).toThrow(UsageError),
  );
});
