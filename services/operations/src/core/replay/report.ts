import type { FieldChange } from "./difference.ts";

/** What a replayed stage does otherwise than what lives. */
export interface Difference {
  readonly stage: string;
  /** `event`, `document` or `row`; what is appended to a view's feed is an event. */
  readonly what: "record" | "row";
  /** Type of the record, or name of the table. */
  readonly type: string;
  /** missing: live only; extra: replayed only; changed: the same id with other content; moved: at another place of its person's order. */
  readonly change: "missing" | "extra" | "changed" | "moved";
  /** Id of the record, or key of the row. */
  readonly id: string;
  readonly personId: string | null;
  /** The record that it follows from. */
  readonly causedBy: string | null;
  /** The received message that all of it began with. */
  readonly messageId: string | null;
  /** Rules that the record names. */
  readonly rules: ReadonlyArray<string>;
  readonly fields: ReadonlyArray<FieldChange>;
}

/** Differences that are alike. */
export interface Group {
  readonly stage: string;
  readonly what: Difference["what"];
  /** `SickLeaveCertified`, or `SickLeaveCertified -> SickLeaveRejected` where one stands in the other's place. */
  readonly type: string;
  readonly change: Difference["change"] | "replaced";
  /** Field of a changed record or row; null where the whole of it differs. */
  readonly path: string | null;
  /** Public values or rules, `before -> after`; null where they are sealed. */
  readonly value: string | null;
  readonly rules: ReadonlyArray<string>;
  readonly count: number;
  /** Some of the persons, messages or rows, to look further. */
  readonly examples: ReadonlyArray<string>;
}

/** How one stage was replayed. */
export interface StageReport {
  readonly stage: string;
  /** Records that it read. */
  readonly records: number;
  /** Records that it would park. */
  readonly parked: number;
  /** Records that it would append. */
  readonly appended: number;
  /** Records and rows that were compared with what lives. */
  readonly compared: number;
  readonly differing: number;
}

const shownExamples = 5;

/** A line of the report before lines that are alike are counted. */
interface Line {
  readonly group: Omit<Group, "count" | "examples">;
  readonly example: string;
}

const replacedIn = (differences: ReadonlyArray<Difference>): ReadonlyMap<Difference, Difference> => {
  const byCause = Map.groupBy(
    differences.filter(({ what, causedBy, change }) => what === "record" && causedBy !== null && change !== "moved"),
    ({ stage, causedBy }) => `${stage} ${causedBy}`,
  );
  const pairs = [...byCause.values()].flatMap((alike) => {
    const missing = alike.filter(({ change }) => change === "missing");
    const extra = alike.filter(({ change }) => change === "extra");
    return missing.flatMap((gone, index) => {
      const instead = extra[index];
      return instead === undefined || instead.type === gone.type ? [] : [[gone, instead] as const];
    });
  });
  return new Map(pairs);
};

const valueOf = ({ before, after }: FieldChange): string | null =>
  before === undefined && after === undefined ? null : `${before ?? ""} -> ${after ?? ""}`;

const linesOf = (
  difference: Difference,
  replaced: ReadonlyMap<Difference, Difference>,
  instead: ReadonlySet<Difference>,
): ReadonlyArray<Line> => {
  const { stage, what, type, change, fields, rules } = difference;
  const example = difference.messageId ?? difference.personId ?? difference.id;
  const other = replaced.get(difference);
  if (instead.has(difference)) return [];
  const line = (group: Omit<Line["group"], "stage" | "what">): Line => ({ group: { stage, what, ...group }, example });
  const whole = { path: null, value: null };
  if (other) return [line({ ...whole, type: `${type} -> ${other.type}`, change: "replaced", rules: other.rules })];
  if (change !== "changed" || fields.length === 0) return [line({ ...whole, type, change, rules })];
  const distinct = new Map(fields.map((field) => [`${field.path} ${valueOf(field) ?? ""}`, field]));
  return [...distinct.values()].map((field) => line({ type, change, path: field.path, value: valueOf(field), rules }));
};

/** Groups differences by rule and field, the most frequent first. */
export const groupsOf = (differences: ReadonlyArray<Difference>): ReadonlyArray<Group> => {
  const replaced = replacedIn(differences);
  const instead = new Set(replaced.values());
  const lines = differences.flatMap((difference) => linesOf(difference, replaced, instead));
  return [...Map.groupBy(lines, ({ group }) => JSON.stringify(group)).values()]
    .flatMap((alike): ReadonlyArray<Group> => {
      const [first] = alike;
      const examples = [...new Set(alike.map(({ example }) => example))].slice(0, shownExamples);
      return first === undefined ? [] : [{ ...first.group, count: alike.length, examples }];
    })
    .toSorted((a, b) => b.count - a.count);
};
