import { expect, test } from "vitest";
import { refuseAhead } from "./search.ts";

const heads = new Map([
  [0, 10],
  [1, 0],
]);
const at = (partition: number, last: number | undefined) => () =>
  refuseAhead({ topic: "samvirke.events", partition, last }, heads);

test.each([
  [0, 9],
  [0, undefined],
  [1, undefined],
  [2, undefined],
])("partition %i whose last record is at %s is not ahead", (partition, last) => {
  expect(at(partition, last)).not.toThrow();
});

test.each([
  [0, 10],
  [0, 4_000],
  [1, 0],
  [2, 0],
])("partition %i whose last record is at %i is ahead of the log, which is told with the remedy", (partition, last) => {
  expect(at(partition, last)).toThrow(/Kafka is ahead of the log: samvirke\.events .*samvirke reseed samvirke\.events/);
});
