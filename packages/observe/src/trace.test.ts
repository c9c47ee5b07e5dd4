import { expect, test } from "vitest";
import { nextTrace } from "./index.ts";

const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

test("a trace goes on with its id and flags, and a step of its own", () => {
  const first = nextTrace(parent);
  const second = nextTrace(parent);
  expect(first.traceId).toBe("0af7651916cd43dd8448eb211c80319c");
  expect(first.traceparent).toBe(`00-${first.traceId}-${first.spanId}-00`);
  expect(first.spanId).not.toBe("b7ad6b7169203331");
  expect(first.spanId).not.toBe(second.spanId);
});

test("a later version is understood by what it shares with this one", () => {
  expect(nextTrace(`01${parent.slice(2)}-more`).traceId).toBe("0af7651916cd43dd8448eb211c80319c");
});

test.each([
  undefined,
  "",
  "nonsense",
  parent.toUpperCase(),
  `ff${parent.slice(2)}`,
  `${parent}-more`,
  `${parent} `,
  `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
  `00-0af7651916cd43dd8448eb211c80319c-${"0".repeat(16)}-01`,
])("a header that is none begins a new trace (%#)", (header) => {
  const trace = nextTrace(header);
  expect(trace.traceparent).toMatch(form);
  expect(trace.traceId).not.toBe("0af7651916cd43dd8448eb211c80319c");
  expect(nextTrace(trace.traceparent).traceId).toBe(trace.traceId);
});
