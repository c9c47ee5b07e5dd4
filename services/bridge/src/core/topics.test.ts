import { expect, test } from "vitest";
import { lanesOf } from "./lanes.ts";
import { bridgedTopics, topicsIn } from "./topics.ts";

test("topics are named once and found by name", () => {
  const names = bridgedTopics.map(({ topic }) => topic);
  expect(new Set(names).size).toBe(names.length);
  expect(topicsIn(names.join(", "))).toEqual(bridgedTopics);
});

test("other topics say how they are written", () => {
  expect(topicsIn("a.b=keyed-json,c=avro")).toEqual([
    { topic: "a.b", notation: "JSON", isKeyed: true },
    { topic: "c", notation: "AVRO", isKeyed: false },
  ]);
  expect(["a", "a=xml", "a b=json", "", "a=json,b"].map(topicsIn)).toEqual(Array.from({ length: 5 }, () => undefined));
});

test("records of one key stay in their order, whatever the lanes", () => {
  const records = Array.from({ length: 50 }, (_, index) => ({ key: `k${index % 7}`, index }));
  for (const most of [1, 3, 20]) {
    const lanes = lanesOf(records, most);
    expect(lanes.length).toBe(Math.min(most, 7));
    expect(lanes.flat().toSorted((a, b) => a.index - b.index)).toEqual(records);
    for (const lane of lanes) expect(lane).toEqual(lane.toSorted((a, b) => a.index - b.index));
  }
  expect(lanesOf([], 3)).toEqual([]);
});
