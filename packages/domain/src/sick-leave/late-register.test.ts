import assert from "node:assert/strict";
import { test } from "vitest";
import { lifeOf } from "./life.ts";
import type { SickLeaveCommand } from "./model.ts";
import { record, review, run } from "./use.cases.ts";

const assessmentsAfter = (...messages: ReadonlyArray<SickLeaveCommand>) =>
  run(...messages).state.decided.flatMap((one) => (one.names === undefined ? [] : [lifeOf(one).assessment]));

test("a register that is met after a review does not undo it by what it held before", () => {
  assert.deepEqual(assessmentsAfter(record(1), review(2, "INVALID"), record(3, { register: "RECEIVED" })), ["invalid"]);
  assert.deepEqual(assessmentsAfter(review(2, "INVALID"), record(1, { register: "RECEIVED" }), record(3)), ["invalid"]);
});

test("but what it held afterwards counts", () => {
  const later = record(3, { register: "RECEIVED" });
  const said = { ...later, outcome: { status: "OK" as const, rules: [], at: Date.parse("2027-01-01T00:00:00Z") } };
  assert.deepEqual(assessmentsAfter(record(1), review(2, "INVALID"), said), ["ok"]);
});
