import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { requestQueueClass } from "./kafkajs.ts";
import "./repairs.ts";

interface Queue {
  throttledUntil: number;
  throttleCheckTimeoutId: unknown;
  pending: Array<unknown>;
  checkPendingRequests: () => void;
  scheduleCheckPendingRequests: () => void;
}

const logger = { debug: () => undefined, warn: () => undefined };
const makeQueue = (): Queue => {
  const Queue = requestQueueClass as unknown as new (options: object) => Queue;
  return new Queue({ maxInFlightRequests: null, requestTimeout: 1_000, enforceRequestTimeout: false, logger });
};

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

test("an idle request queue sets no timer, however often it is asked (trap I)", () => {
  const queue = makeQueue();
  for (let i = 0; i < 5; i++) queue.checkPendingRequests();
  expect(vi.getTimerCount()).toBe(0);
});

test("a throttled request waits until the throttling ends, on one timer (trap I)", () => {
  const queue = makeQueue();
  const sent: Array<number> = [];
  queue.throttledUntil = Date.now() + 250;
  queue.pending = [{ send: () => sent.push(Date.now()), expectResponse: true }];
  queue.scheduleCheckPendingRequests();
  queue.scheduleCheckPendingRequests();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(249);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([1_000_250]);
  expect(vi.getTimerCount()).toBe(0);
});

test("no timer gets a negative delay when the throttling lies in the past (trap I)", () => {
  const set = vi.spyOn(globalThis, "setTimeout");
  const queue = makeQueue();
  queue.throttledUntil = Date.now() - 5_000;
  queue.pending = [{ send: () => undefined, expectResponse: true }];
  queue.scheduleCheckPendingRequests();
  expect(set.mock.calls.map(([, delay]) => delay)).toEqual([10]);
});
