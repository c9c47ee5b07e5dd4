import { parseDay, printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { test } from "vitest";
import { daysToTell, endedBy } from "./days.ts";

const day = (text: string): Day => parseDay(text) as Day;
const told = (last: string, now: string): ReadonlyArray<string> => daysToTell(day(last), Date.parse(now)).map(printDay);

test("a day ends at midnight in Oslo, in winter and in summer time", () => {
  assert.equal(printDay(endedBy(Date.parse("2026-01-14T22:59:59Z"))), "2026-01-13");
  assert.equal(printDay(endedBy(Date.parse("2026-01-14T23:00:00Z"))), "2026-01-14");
  assert.equal(printDay(endedBy(Date.parse("2026-07-14T21:59:59Z"))), "2026-07-13");
  assert.equal(printDay(endedBy(Date.parse("2026-07-14T22:00:00Z"))), "2026-07-14");
});

test("missed days come in sequence, a told day never again", () => {
  assert.deepEqual(told("2026-02-26", "2026-03-02T08:00:00Z"), ["2026-02-27", "2026-02-28", "2026-03-01"]);
  assert.deepEqual(told("2026-03-01", "2026-03-02T08:00:00Z"), []);
});

test("both days of the changes between winter and summer time are told once", () => {
  assert.deepEqual(told("2026-03-27", "2026-03-30T06:00:00Z"), ["2026-03-28", "2026-03-29"]);
  assert.deepEqual(told("2026-10-23", "2026-10-26T06:00:00Z"), ["2026-10-24", "2026-10-25"]);
});

test("a clock that went back tells nothing", () => assert.deepEqual(told("2026-03-05", "2026-03-02T08:00:00Z"), []));
