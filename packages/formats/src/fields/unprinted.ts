import type { Loss } from "../sykmelding-record/losses.ts";
import type { PaperField } from "./paper-field.ts";

interface Found {
  readonly path: string;
  readonly value: unknown;
}

const step = ({ path, value }: Found, key: string): ReadonlyArray<Found> => {
  const list = key.endsWith("[]");
  const name = list ? key.slice(0, -2) : key;
  const below = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : null;
  const at = path === "" ? name : `${path}.${name}`;
  if (!list) return [{ path: at, value: below }];
  const items: ReadonlyArray<unknown> = Array.isArray(below) ? below : [];
  return items.map((item, index) => ({ path: `${at}[${index}]`, value: item }));
};

const occurrences = (event: unknown, path: string): ReadonlyArray<Found> =>
  path
    .split(".")
    .reduce<ReadonlyArray<Found>>((at, key) => at.flatMap((found) => step(found, key)), [{ path: "", value: event }])
    .filter(({ value }) => value !== null && value !== undefined);

/** What an event says in the fields that a table has no printed place for; each path once. */
export const unprinted = (table: ReadonlyArray<PaperField>, event: unknown): ReadonlyArray<Loss> => {
  const paths = table.flatMap(({ event: said, out }) => (out.length === 0 ? said : []));
  const lost = paths.flatMap((path) => occurrences(event, path)).map(({ path }) => path);
  return [...new Set(lost)].map((path) => ({ path, reason: "NO_PLACE" }));
};
