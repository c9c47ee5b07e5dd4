import { expect, test } from "vitest";
import { p95, resultEntry, table } from "./report.ts";

test.each([
  [[], null],
  [[7], 7],
  [[3, 1, 2], 3],
  [Array.from({ length: 100 }, (_, index) => index + 1), 95],
  [Array.from({ length: 20 }, (_, index) => 20 - index), 19],
])("95 of 100 of %j do not exceed %j", (values, expected) => {
  expect(p95(values)).toBe(expected);
});

test("a result counts its findings by what they are", () => {
  const finding = (fault: "lost" | "wrong") => ({ fault, where: "a place", what: "a thing" });
  const strike = { process: "relay", pid: 1, inFlight: 3, proof: "3 records", recoveryMs: 40 };
  const entry = resultEntry({
    fault: "relay-killed",
    what: "It is killed.",
    seed: 1,
    messages: 10,
    seconds: 2,
    strikes: [strike],
    findings: [finding("lost"), finding("wrong"), finding("lost")],
  });
  expect(entry).toMatchObject({ runs: 1, lost: 2, wrong: 1, duplicated: 0, reordered: 0, recoveryMs: 40 });
  expect(table([entry]).split("\n")[1]).toMatch(/^relay-killed +1 +3 +10 +2 +0 +0 +1 +40 ms +2 s$/);
});
