import { apiName } from "./acceptance.ts";
import type { Telling } from "./view-subjects.ts";
import type { View } from "./views.ts";

/** A row of a view as the database gives it. */
export type ViewRow = Readonly<Record<string, unknown>>;

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const tell: Readonly<Record<Telling, (value: unknown) => unknown>> = {
  name: (value) => (typeof value === "string" ? apiName(value) : value),
  instant: (value) => (typeof value === "number" ? new Date(value).toISOString() : value),
  words: (value) => (typeof value === "string" ? value.split(" ").filter((word) => word !== "") : []),
  plain: (value) => value,
};

/** The public columns of a row in the API's words. */
export const stateOf = ({ columns }: View, row: ViewRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, telling]) => [camel(column), tell[telling](row[column] ?? null)]),
  );
