import type { Door } from "../hub.ts";
import { documentOf } from "../hub.ts";
import type { Side, World } from "./world.ts";

/** The views that the story looks into, and the fields that say how a row stands. */
const fields: Readonly<Record<string, ReadonlyArray<string>>> = {
  "sick-leaves": ["outcome", "use", "withdrawn"],
  spells: ["source", "revision"],
  plans: ["format"],
  dialogues: ["kind"],
  deliveries: ["outcome"],
  referrals: ["status"],
  meetings: ["revision", "ended"],
  "meeting-answers": ["by", "answer"],
  decisions: ["subject"],
  duties: ["kind", "state", "withdrawn"],
};

/** Rows of a side, as they stand, by view and id. */
export type Rows = ReadonlyMap<string, string>;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

const word = (field: string, value: unknown): ReadonlyArray<string> => {
  if (typeof value === "number") return [`${field} ${value}`];
  return typeof value === "string" ? [value] : [];
};

const standing = (view: string, row: Row): string => {
  const state = isRow(row["state"]) ? { ...row, ...row["state"] } : row;
  return (fields[view] ?? []).flatMap((field) => word(field, state[field])).join(", ");
};

const idOf = (row: Row): string => String(row["id"] ?? row["sickLeaveId"] ?? row["caseId"]);

const rowsIn = async (door: Door, view: string, number: string): Promise<ReadonlyArray<readonly [string, string]>> => {
  const body = Buffer.from(JSON.stringify({ number }));
  const answer = await door.post(`/v1/views/${view}/search`, body, { "content-type": "application/json" });
  if (answer.status === 404) return [];
  const { items } = documentOf(answer, [200], `The view ${view}`) as { readonly items: ReadonlyArray<Row> };
  return items.map((row) => [`${view} ${idOf(row)}`, standing(view, row)]);
};

/** Everything that a side sees of the person, as it stands. */
export const seenBy = async ({ doors, number }: World, side: Side): Promise<Rows> => {
  return new Map((await Promise.all(Object.keys(fields).map((view) => rowsIn(doors[side], view, number)))).flat());
};

/** A row that is new, or otherwise than before. */
export interface Change {
  readonly view: string;
  readonly how: string;
  readonly isNew: boolean;
}

const viewOf = (key: string): string => key.slice(0, key.lastIndexOf(" "));

/** What is otherwise than before, and what went. */
export const changesBetween = (before: Rows, now: Rows): ReadonlyArray<Change> => [
  ...[...now].flatMap(([key, how]) =>
    before.get(key) === how ? [] : [{ view: viewOf(key), how, isNew: !before.has(key) }],
  ),
  ...[...before.keys()].flatMap((key) => (now.has(key) ? [] : [{ view: viewOf(key), how: "gone", isNew: false }])),
];
