import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import { project, tables } from "./projection.ts";

const catalogue = loadCatalogue();
const certified = loadSample(catalogue, "SickLeaveCertified", "full");
const rejected = loadSample(catalogue, "SickLeaveRejected", "full");

describe("the welfare side's view", () => {
  test("a certificate is one row for NAV, without grants to single parties", () => {
    const { rows } = project(factOf("SickLeaveCertified", certified));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      table: "sick_leave",
      columns: { outcome: "PENDING", archive_id: certified.archiveId },
    });
  });

  test("an accepted one says OK, a refused one its class", () => {
    const ok = project(factOf("SickLeaveCertified", { ...certified, assessment: "OK" }));
    expect(ok.rows[0]).toMatchObject({ columns: { outcome: "OK", reason_class: null } });
    const refused = project(factOf("SickLeaveRejected", { ...rejected, reasonClass: "RULE" }));
    expect(refused.rows[0]).toMatchObject({ columns: { outcome: "REJECTED", reason_class: "RULE" } });
  });

  test("a duplicate is no certificate and leaves no row", () => {
    expect(project(factOf("SickLeaveRejected", { ...rejected, reasonClass: "DUPLICATE" }))).toEqual({
      rows: [],
      changes: [],
    });
  });

  test("the change carries the outcome in the clear and the rest sealed", () => {
    const [change] = project(factOf("SickLeaveCertified", certified)).changes;
    expect(change?.columns).toEqual([{ name: "outcome", text: "PENDING", number: null, flag: null }]);
    expect(change?.parties).toEqual([]);
    expect(JSON.stringify(change)).not.toContain(certified.identity.number?.value);
  });

  test("an erased person leaves no rows and no change", () => {
    expect(project(erasedFactOf("SickLeaveRejected", rejected))).toEqual({ rows: [], changes: [] });
  });

  test("every column that is written is a column of the table", () => {
    const [row] = project(factOf("SickLeaveCertified", certified)).rows;
    const columns = row && "columns" in row ? Object.keys(row.columns) : [];
    expect(columns.filter((name) => !(name in (tables[0]?.columns ?? {})))).toEqual([]);
    expect(columns.length).toBe(Object.keys(tables[0]?.columns ?? {}).length);
  });
});
