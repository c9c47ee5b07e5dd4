import { expect, test } from "vitest";
import type { Leg } from "./road.ts";
import { roadOf, roadStages } from "./road.ts";

const translators = ["receipt-translator", "welfare-translator", "health-translator", "employer-translator"];
const projectors = 10;

const road = (written: ReadonlyArray<Leg>, done: ReadonlyArray<string>): ReadonlyArray<string> =>
  roadOf({ written: new Set(written), done: new Set(done) }).map(({ stage }) => stage);

test("an undecided message meets the intake and the case projection only", () =>
  expect(road(["message"], [])).toEqual(["intake", "case-messages"]));

test("a decided message meets everybody, documents expected until the translators say otherwise", () =>
  expect(road(["message", "decision"], [])).toEqual(roadStages));

test("no receipt and no record written: nobody waits for them once the translators are done", () =>
  expect(road(["message", "decision"], translators)).toEqual(roadStages.slice(0, projectors)));

test("a written receipt has to be taken up", () =>
  expect(road(["message", "decision", "receipt"], translators)).toEqual([
    ...roadStages.slice(0, projectors),
    "case-receipts",
  ]));
