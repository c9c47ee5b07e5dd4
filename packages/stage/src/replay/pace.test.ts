import { expect, test } from "vitest";
import { makePace } from "./pace.ts";

const clock = () => {
  const waits: Array<number> = [];
  const at = { now: 1_000 };
  return {
    at,
    waits,
    deps: {
      signal: new AbortController().signal,
      now: () => at.now,
      sleep: (ms: number): Promise<void> => {
        waits.push(ms);
        at.now += ms;
        return Promise.resolve();
      },
    },
  };
};

test("records are spread over the seconds that they may take", async () => {
  const { at, waits, deps } = clock();
  const pace = makePace(100, deps);
  await pace(50);
  await pace(50);
  expect(waits).toEqual([500, 500]);
  at.now += 10_000;
  await pace(10);
  // What was slower before is not caught up on.
  expect(waits).toEqual([500, 500, 100]);
});

test("those who share a pace wait for each other", async () => {
  const { waits, deps } = clock();
  const pace = makePace(100, { ...deps, sleep: (ms) => Promise.resolve(void waits.push(ms)) });
  await Promise.all([pace(100), pace(100)]);
  expect(waits).toEqual([1_000, 2_000]);
});

test("without a number nobody waits", async () => {
  const { waits, deps } = clock();
  await makePace(undefined, deps)(1_000_000);
  expect(waits).toEqual([]);
});
