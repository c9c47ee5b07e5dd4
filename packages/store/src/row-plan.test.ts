import type { Columns, RowChange } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planRows, quoted } from "./row-plan.ts";
import type { RowStep } from "./row-plan.ts";

type Rows = ReadonlyMap<string, Columns>;
const keyOf = (table: string, keys: ReadonlyArray<string>, row: Columns): string =>
  `${table} ${keys.map((name) => JSON.stringify(row[name])).join()}`;

const change = (rows: Rows, one: RowChange): Rows => {
  if (one.op === "insert") return new Map([...rows, [`${one.table} line ${rows.size}`, one.columns]]);
  const key = keyOf(one.table, Object.keys(one.key).sort(), one.key);
  const rest = new Map(rows);
  if (one.op === "delete") rest.delete(key);
  else rest.set(key, { ...rest.get(key), ...one.columns, ...one.key });
  return rest;
};

const run = (rows: Rows, step: RowStep): Rows =>
  step.rows.reduce((before, row) => {
    const key = Object.fromEntries(step.keys.map((name) => [name, row[name] ?? null]));
    const columns = Object.fromEntries(step.columns.map((name) => [name, row[name] ?? null]));
    if (step.kind === "insert") return change(before, { op: "insert", table: step.table, columns });
    return change(before, { op: step.kind, table: step.table, key, columns });
  }, rows);

const table = fc.constantFrom("a", "b");
const key = fc.record({ id: fc.integer({ min: 0, max: 3 }) });
const columns = fc.record({ x: fc.integer(), y: fc.string() }, { requiredKeys: [] });
const changes = fc.array(
  fc.oneof(
    fc.record({ op: fc.constant("upsert" as const), table, key, columns }),
    fc.record({ op: fc.constant("delete" as const), table, key }),
  ),
);

describe("the plan of row changes", () => {
  test("ends where the changes one by one end", () => {
    fc.assert(
      fc.property(changes, changes, (before, list) => {
        const start = before.reduce(change, new Map<string, Columns>());
        const sorted = (rows: Rows) => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(planRows(list).reduce(run, start))).toEqual(sorted(list.reduce(change, start)));
      }),
    );
  });

  test("never names a row twice in one statement", () => {
    fc.assert(
      fc.property(changes, (list) => {
        for (const step of planRows(list)) {
          const keys = step.rows.map((row) => keyOf(step.table, step.keys, row));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  test("a thousand alike changes are one statement", () => {
    const list = Array.from({ length: 1_000 }, (_, id): RowChange => ({
      op: "upsert",
      table: "a",
      key: { id },
      columns: { x: id },
    }));
    expect(planRows(list).length).toBe(1);
  });

  test.each(["", "1a", "a b", 'a"', "a;b", "Ø", "a".repeat(64)])("%j is no name", (name) => {
    expect(() => quoted(name)).toThrow("not a name");
  });
});
