import type { Side } from "./model.ts";
import type { Ground } from "./place.ts";
import { readers } from "./place.ts";

/** The views of a side, and the fields that say how a row stands. */
const views: Readonly<Record<string, ReadonlyArray<string>>> = {
  "sick-leaves": ["outcome", "use", "withdrawn"],
  referrals: ["status"],
  "referral-copies": ["copyKind"],
  dialogues: ["kind"],
  statements: [],
  plans: ["format"],
  meetings: ["revision", "ended"],
  "meeting-answers": ["by", "answer"],
  decisions: ["subject"],
  spells: ["source"],
  "line-managers": [],
  duties: ["kind", "state", "withdrawn"],
  efforts: ["sector"],
  deliveries: ["outcome"],
};

type Row = Readonly<Record<string, unknown>>;

const wordOf = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" || typeof value === "number" ? [String(value)] : [];

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

const shown = (view: string, fields: ReadonlyArray<string>, row: Row): string => {
  const state = isRow(row["state"]) ? { ...row, ...row["state"] } : row;
  // A certificate that nobody has used yet says no more than its outcome.
  const told = fields.filter((field) => field !== "use" || state[field] !== "open");
  return [view, ...told.flatMap((field) => wordOf(state[field]))].join(" ");
};

/** What a side sees of a person. */
export interface SideSeen {
  readonly rows: ReadonlyArray<string>;
  /** Everything that it was answered, to look for what must not stand there. */
  readonly text: string;
}

/** What a side sees of the person with a number: every row that its reader is given at the door. */
export const seenBy = async (ground: Ground, side: Side, number: string): Promise<SideSeen> => {
  const caller = ground.caller(readers[side]);
  if (caller === undefined) return { rows: [], text: "" };
  const all = await Promise.all(
    Object.entries(views).map(async ([view, fields]) => {
      const answer = await fetch(`${caller.base}/v1/views/${view}/search`, {
        method: "POST",
        headers: { ...caller.headers, "content-type": "application/json" },
        body: JSON.stringify({ number }),
      });
      const text = await answer.text();
      if (answer.status === 404) return { rows: [], text: "" };
      if (!answer.ok) return { rows: [`${view}: HTTP ${answer.status}`], text };
      const { items } = JSON.parse(text) as { readonly items: ReadonlyArray<Row> };
      return { rows: items.map((row) => shown(view, fields, row)), text };
    }),
  );
  return { rows: all.flatMap(({ rows }) => rows), text: all.map(({ text }) => text).join("\n") };
};
