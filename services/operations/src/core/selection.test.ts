import { describe, expect, test } from "vitest";
import { dryRunDocument } from "./dry-run-document.ts";
import { redriveDocument } from "./redrive-document.ts";
import { steered } from "./redrive-state.ts";
import { readDiscard, readRedrive, readSelection } from "./selection.ts";

const uuid = "3f0c9b52-7a44-5c41-9f7e-2f6f6b0c1d2e";
const other = "4f0c9b52-7a44-5c41-9f7e-2f6f6b0c1d2e";
const grounds = { reason: "the rule is repaired", by: "kari" };

describe("whom a redrive is for", () => {
  test.each([
    [
      "one person, in all stages",
      { personId: uuid.toUpperCase() },
      { ids: [uuid], stage: undefined, reason: undefined },
    ],
    ["a class of a stage", { stage: "intake", class: "defect" }, { stage: "intake", reason: "defect", ids: undefined }],
    ["a list", { ids: [uuid, other] }, { ids: [uuid, other], stage: undefined, reason: undefined }],
    ["a whole stage", { stage: "intake", all: true }, { stage: "intake", reason: undefined, ids: undefined }],
    ["everybody", { all: true }, { stage: undefined, reason: undefined, ids: undefined }],
  ])("%s", (_, body, selection) => {
    expect(readSelection(body)).toMatchObject({ right: selection });
    expect(readRedrive({ ...body, ...grounds })).toMatchObject({ right: { selection, ...grounds } });
  });

  test.each([
    ["/all", {}],
    ["/all", { stage: "intake" }],
    ["/all", { personId: uuid, all: true }],
    ["/all", { all: "yes" }],
    ["/stage", { stage: "nobody", all: true }],
    ["/class", { class: "bad luck" }],
    ["/personId", { personId: "kari" }],
    ["/personId", { personId: uuid, ids: [uuid] }],
    ["/ids", { ids: [] }],
    ["/ids", { ids: uuid }],
    ["/ids/1", { ids: [uuid, "14858030057"] }],
    ["", "text"],
  ])("what is wrong is pointed at: %s of %j", (pointer, body) => {
    const refused = readSelection(body);
    expect(refused).toMatchObject({ left: { name: "invalid-body", fields: [{ pointer }] } });
    expect(JSON.stringify(refused)).not.toContain("14858030057");
  });

  test("a redrive without a reason or a name is none", () => {
    expect(readRedrive({ all: true, by: "kari" })).toMatchObject({ left: { fields: [{ pointer: "/reason" }] } });
    expect(readRedrive({ all: true, reason: "x" })).toMatchObject({ left: { fields: [{ pointer: "/by" }] } });
  });
});

test("a discard names its stage and one record", () => {
  const asked = { ...grounds, stage: "intake", eventId: uuid };
  expect(readDiscard(asked)).toEqual({ _tag: "Right", right: asked });
  expect(readDiscard({ ...asked, stage: undefined })).toMatchObject({ left: { fields: [{ pointer: "/stage" }] } });
  expect(readDiscard({ ...asked, eventId: "all" })).toMatchObject({ left: { fields: [{ pointer: "/eventId" }] } });
  expect(readDiscard({ ...asked, reason: "" })).toMatchObject({ left: { fields: [{ pointer: "/reason" }] } });
});

test.each([
  ["running", "stop", "stopped"],
  ["stopped", "continue", "running"],
  ["stopped", "cancel", "cancelled"],
  ["running", "cancel", "cancelled"],
  ["running", "continue", undefined],
  ["stopped", "stop", undefined],
  ["done", "cancel", undefined],
  ["cancelled", "continue", undefined],
] as const)("a %s redrive that is told to %s is %s", (state, steering, after) =>
  expect(steered(state, steering)).toBe(after),
);

describe("how far a redrive is", () => {
  const facts = {
    id: uuid,
    state: "running" as const,
    by: "kari",
    why: "repaired",
    scope: {},
    stages: ["intake"],
    began_at: new Date(0),
    changed_at: new Date(0),
    total: 100,
    waiting: 50,
    sent: 10,
    drained: 38,
    parked: 2,
    per_second: 7.04,
  };
  test("rate and time left follow from those who are not settled yet", () =>
    expect(redriveDocument(facts)).toMatchObject({
      persons: { total: 100, waiting: 50, sent: 10, drained: 38, parkedAgain: 2 },
      perSecond: 7,
      secondsLeft: 9,
    }));
  test("one that stands has no pace", () =>
    expect(redriveDocument({ ...facts, state: "stopped" })).toMatchObject({ perSecond: null, secondsLeft: null }));
});

test("a dry run counts persons by what would become of them; no answer is not a good one", () => {
  const person = (n: number) => `0000000${n}-0000-4000-8000-000000000000` as never;
  const wishes = [1, 2, 3, 4].map((n) => ({ id: String(n), stage: "intake", person: person(n) }));
  const one = { partition: 0, position: 1, type: "In", reason: null, detail: null, appends: {}, rows: {} };
  const answers = new Map([
    ["1", { id: "1", records: [{ ...one, fate: "handled" as const }] }],
    [
      "2",
      {
        id: "2",
        records: [
          { ...one, fate: "handled" as const },
          { ...one, fate: "fails" as const },
        ],
      },
    ],
    ["3", { id: "3", records: null }],
  ]);
  expect(dryRunDocument(wishes, answers, false)).toMatchObject({
    drained: 1,
    parked: 1,
    unknown: 2,
    more: false,
    persons: [
      { outcome: "drained" },
      { outcome: "parked" },
      { outcome: "unknown" },
      { outcome: "unknown", records: [] },
    ],
  });
});
