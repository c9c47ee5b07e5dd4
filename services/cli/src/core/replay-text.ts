import { section, table } from "./table.ts";

/** A replay as operations tells it. */
export interface ReplayTold {
  readonly replayId: string;
  readonly state: "replaying" | "comparing" | "done" | "broken-off" | "failed";
  readonly commit: string | null;
  readonly persons: number | null;
  readonly failure: string | null;
  /** Records a second, and seconds left, as far as they can be told. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly progress: ReadonlyArray<{ readonly of: number | null; readonly records: number }>;
  readonly stages: ReadonlyArray<{
    readonly stage: string;
    readonly records: number;
    readonly parked: number;
    readonly appended: number;
    readonly compared: number;
    readonly differing: number;
  }>;
  readonly movedOn: number;
  readonly groups: ReadonlyArray<{
    readonly stage: string;
    readonly what: "record" | "row";
    readonly type: string;
    readonly change: string;
    readonly path: string | null;
    readonly value: string | null;
    readonly rules: ReadonlyArray<string>;
    readonly count: number;
    readonly examples: ReadonlyArray<string>;
  }>;
}

const counts = ({ stages }: ReplayTold): ReadonlyArray<string> =>
  table(
    ["stage", "records", "would park", "would append", "compared", "differ"],
    stages.map((one) => [
      one.stage,
      String(one.records),
      String(one.parked),
      String(one.appended),
      String(one.compared),
      String(one.differing),
    ]),
  );

const groupLines = ({ groups }: ReplayTold): ReadonlyArray<string> =>
  groups.flatMap(({ count, stage, what, type, change, path, value, rules, examples }) => {
    const where = path === null ? "" : ` ${path}`;
    const how = value === null ? "" : `: ${value}`;
    return [
      `${count} x ${stage}, ${what} ${type}, ${change}${where}${how}`,
      ...(rules.length === 0 ? [] : [`    rules: ${rules.join(", ")}`]),
      `    such as: ${examples.join(", ")}`,
    ];
  });

const about = ({ persons, commit }: ReplayTold): string =>
  `${persons === null ? "everybody" : `${persons} ${persons === 1 ? "person" : "persons"}`}${commit === null ? "" : `, code of ${commit.slice(0, 12)}`}`;

/** A replay's report, for people. */
export const replayText = (told: ReplayTold): ReadonlyArray<string> => [
  `Replay ${told.replayId}: ${told.state}${told.failure === null ? "" : ` (${told.failure})`}, about ${about(told)}.`,
  "",
  ...section("What was replayed", counts(told)),
  ...section("What would differ from what lives, grouped by rule and field", groupLines(told)),
  ...(told.movedOn === 0
    ? []
    : [`${told.movedOn} persons had something new since it began; their rows were left out.`]),
  ...(told.state === "done" && told.groups.length === 0 ? ["Nothing would differ."] : []),
];
