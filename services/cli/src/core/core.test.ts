import { describe, expect, test } from "vitest";
import type { Accepted, MessageStatus } from "./answers.ts";
import { problemText } from "./answers.ts";
import { acceptedLine, isFine, refusedLine, sentSummary, sentText, waitedLine } from "./sent-line.ts";
import { overallOf, reasonsOf, statusLines } from "./status-text.ts";
import type { HubStatus } from "./status-text.ts";
import { section, table } from "./table.ts";

const sending = { file: "a.xml", ms: 12 };
const accepted: Accepted = { messageId: "m", personId: "p", kind: "sick-leave", format: "msghead", repeat: false };
const status: MessageStatus = {
  messageId: "m",
  personId: "p",
  caseId: "c",
  kind: "sick-leave",
  format: "msghead",
  status: "done",
  outcome: "rejected",
  route: "automatic",
  rules: [{ rule: "INNTIL_8_DAGER", outcome: "INVALID" }],
  appRec: { status: 2, errors: [{ code: "X99", text: "…" }] },
  warnings: [],
  hops: [{ stage: "intake", state: "done" }],
};

describe("what send prints of a file", () => {
  test("has every field, whatever became of it", () => {
    const fields = [
      "file",
      "messageId",
      "kind",
      "format",
      "outcome",
      "route",
      "rules",
      "appRec",
      "warnings",
      "personId",
      "caseId",
      "ms",
    ];
    const lines = [
      acceptedLine(sending, accepted),
      waitedLine(sending, accepted, status),
      refusedLine(sending, { status: 415, title: "" }),
    ];
    for (const line of lines) expect(Object.keys(line).filter((key) => key !== "error")).toEqual(fields);
  });

  test("tells the status that was waited for", () =>
    expect(waitedLine(sending, accepted, status)).toMatchObject({
      outcome: "rejected",
      caseId: "c",
      appRec: { status: 2 },
      rules: status.rules,
    }));

  test("is a repeat where the gateway had it before, with what became of the first", () =>
    expect(waitedLine(sending, { ...accepted, repeat: true }, status)).toMatchObject({
      outcome: "repeat",
      rules: status.rules,
      caseId: "c",
    }));

  test("names the hop that did not come", () => {
    const hops = [
      { stage: "intake", state: "done" },
      { stage: "case-events", state: "paused", reason: "kari: deploy" },
    ];
    expect(waitedLine(sending, accepted, { ...status, status: "waiting", hops }).error).toBe(
      "not done in time, waiting: case-events is paused (kari: deploy)",
    );
  });

  test.each([
    [413, "malformed"],
    [422, "malformed"],
    [415, "unsupported"],
    [401, null],
    [500, null],
  ])("HTTP %i is %s", (code, outcome) =>
    expect(refusedLine(sending, { status: code, title: "No." })).toMatchObject({ outcome, error: `${code} No.` }),
  );

  test.each<[string, boolean]>([
    ["accepted", true],
    ["duplicate", true],
    ["rejected", false],
    ["conflict", false],
    ["malformed", false],
    ["unsupported", false],
  ])("%s is fine: %s", (outcome, fine) =>
    expect(isFine(waitedLine(sending, accepted, { ...status, outcome }))).toBe(fine),
  );

  test("a repeat is fine, a message only received is, one that nothing is known of is not", () => {
    expect(isFine(waitedLine(sending, { ...accepted, repeat: true }, status))).toBe(true);
    expect(isFine(acceptedLine(sending, accepted))).toBe(true);
    expect(isFine(refusedLine(sending, { status: 401, title: "" }))).toBe(false);
    expect(isFine(waitedLine(sending, accepted, { ...status, outcome: "accepted", status: "parked" }))).toBe(false);
  });

  test("reads well", () => {
    expect(sentText(waitedLine(sending, accepted, status))).toBe("rejected           a.xml  m  INNTIL_8_DAGER");
    expect(
      sentText(waitedLine(sending, accepted, { ...status, outcome: "accepted", route: "manual", rules: [] })),
    ).toBe("accepted, manual   a.xml  m");
    expect(sentText(acceptedLine(sending, accepted))).toBe("received           a.xml  m");
    expect(
      sentSummary([
        acceptedLine(sending, accepted),
        waitedLine(sending, accepted, status),
        waitedLine(sending, accepted, status),
      ]),
    ).toBe("3 files: 1 received, 2 rejected");
  });
});

test("a problem is one line, without a value of the request", () =>
  expect(
    problemText({
      status: 400,
      title: "Not valid.",
      detail: "Why.",
      errors: [
        { pointer: "/number", rule: "11 digits" },
        { pointer: "", rule: "a JSON object" },
      ],
    }),
  ).toBe("400 Not valid. Why. /number: 11 digits a JSON object"));

describe("tables", () => {
  test("align columns, numbers to the right", () =>
    expect(
      table(
        ["stage", "n", ""],
        [
          ["intake", "5", "x"],
          ["a", "1000", ""],
        ],
      ),
    ).toEqual(["stage      n", "intake     5  x", "a       1000"]));
  test("without rows are a heading", () => expect(table(["a", "b"], [])).toEqual(["a  b"]));
  test("a section without lines is nothing", () => {
    expect(section("Parked", [])).toEqual([]);
    expect(section("Parked", ["x"])).toEqual(["Parked", "  x", ""]);
  });
});

describe("the status", () => {
  const hub: HubStatus = {
    overall: "green",
    reasons: [],
    at: "2026-03-02T09:00:00Z",
    parts: [{ part: "kafka", reachable: true, ms: 3 }],
    stages: [
      {
        stage: "intake",
        topic: "t",
        state: "running",
        reason: null,
        lag: { positions: 2, seconds: 0.5 },
        parked: { persons: 0, records: 0 },
      },
    ],
    relay: [{ topic: "t", lag: null }],
    clock: { lastDay: null },
  };
  const up = [{ gateway: "health", reachable: true }];
  const plain = (_: unknown, text: string): string => text;

  test("is green only with its gateways", () => {
    expect(overallOf(hub, up)).toBe("green");
    expect(overallOf(hub, [{ gateway: "health", reachable: false }])).toBe("red");
    expect(overallOf({ ...hub, overall: "red", reasons: ["x"] }, up)).toBe("red");
    expect(reasonsOf({ ...hub, reasons: ["x"] }, [{ gateway: "health", reachable: false }])).toEqual([
      "x",
      "the health gateway takes no messages",
    ]);
  });

  test("reads well", () =>
    expect(statusLines(hub, up, plain)).toEqual([
      "The hub is GREEN at 2026-03-02T09:00:00Z",
      "",
      "Parts",
      "  kafka up (3 ms)",
      "  gateway health up",
      "  clock has told no day yet",
      "",
      "Stages",
      "  stage   state    behind  seconds  parked persons  reason",
      "  intake  running       2      0.5               0",
      "",
      "Relay",
      "  topic  behind  seconds",
      "  t                       Kafka could not be asked",
    ]));
});
