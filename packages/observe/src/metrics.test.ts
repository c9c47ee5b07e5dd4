import { expect, test } from "vitest";
import { makeMetrics, metricsContentType } from "./index.ts";

test("a counter adds up per set of labels", () => {
  const metrics = makeMetrics();
  const records = metrics.counter("records_total", "Records handled.");
  records.add({ stage: "intake" });
  records.add({ stage: "intake" }, 4);
  records.add({ stage: "relay" });
  records.add();
  expect(metrics.print()).toBe(
    [
      "# HELP records_total Records handled.",
      "# TYPE records_total counter",
      'records_total{stage="intake"} 5',
      'records_total{stage="relay"} 1',
      "records_total 1",
      "",
    ].join("\n"),
  );
});

test("a gauge shows what was set last, a sampled one what is read at the time", () => {
  const metrics = makeMetrics();
  const lag = metrics.gauge("lag", "Positions behind.");
  let open = 3;
  metrics.sampled("open", "Connections open.", () => open);
  lag.set(5, { partition: 1 });
  lag.set(2, { partition: 1 });
  open = 4;
  expect(metrics.print()).toContain('lag{partition="1"} 2\n');
  expect(metrics.print()).toContain("\nopen 4\n");
});

test("a histogram counts in cumulative buckets, bounds included", () => {
  const metrics = makeMetrics();
  const seconds = metrics.histogram("seconds", "Time taken.", [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 1, 7]) seconds.observe(value, { route: "send" });
  expect(metrics.print().split("\n").slice(2, 7)).toEqual([
    'seconds_bucket{route="send",le="0.1"} 2',
    'seconds_bucket{route="send",le="1"} 4',
    'seconds_bucket{route="send",le="+Inf"} 5',
    'seconds_sum{route="send"} 8.65',
    'seconds_count{route="send"} 5',
  ]);
});

test("a label value that is no name is printed as other: no number of a person, no quote, no line", () => {
  const metrics = makeMetrics();
  const hits = metrics.counter("hits_total", "Hits.");
  for (const route of ["14851234567", 'a"} 1\nforged 1', "", "/v1/messages/{id}", "x".repeat(200)]) hits.add({ route });
  const lines = metrics.print().split("\n").slice(2);
  expect(lines).toEqual(['hits_total{route="other"} 4', 'hits_total{route="/v1/messages/{id}"} 1', ""]);
});

test("a name is taken once, and is one that a scraper reads", () => {
  const metrics = makeMetrics();
  metrics.counter("hits_total", "Hits.");
  expect(() => metrics.gauge("hits_total", "Again.")).toThrow("bad or taken name");
  expect(() => metrics.gauge("Hits-Total", "Bad.")).toThrow("bad or taken name");
  expect(metricsContentType).toContain("version=0.0.4");
});
