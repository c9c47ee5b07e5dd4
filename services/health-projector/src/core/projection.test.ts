import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import { project, tables } from "./projection.ts";

const catalogue = loadCatalogue();
const certified = loadSample(catalogue, "SickLeaveCertified", "full");
const rejected = loadSample(catalogue, "SickLeaveRejected", "full");
const aliases = ["aa".repeat(16), "bb".repeat(16)];
const seen = factOf("SickLeaveCertified", { ...certified, case: { ...certified.case, senderAliases: aliases } });

describe("the health side's view", () => {
  test("a certificate is one row, and one grant for each of the sender's aliases", () => {
    const { rows } = project(seen);
    expect(rows.map(({ table }) => table)).toEqual(["sick_leave", "sick_leave_party", "sick_leave_party"]);
    expect(rows.slice(1).map((row) => "key" in row && row.key["party"])).toEqual(aliases);
  });

  test("the row holds ids, the outcome and the decision as it was sealed, nothing opened", () => {
    const [row] = project(seen).rows;
    expect(row).toMatchObject({
      key: { sick_leave_id: certified.sickLeaveId },
      columns: {
        outcome: "PENDING",
        person_id: seen.personId,
        archive_id: certified.archiveId,
        event: seen.bytes,
        position: 41,
      },
    });
    expect(JSON.stringify(row)).not.toContain(certified.identity.name?.family);
  });

  test("a refused certificate shows its class and what it repeats", () => {
    const [row] = project(factOf("SickLeaveRejected", rejected)).rows;
    expect(row).toMatchObject({
      columns: { outcome: "REJECTED", reason_class: rejected.reasonClass, duplicate_of: rejected.duplicateOf },
    });
  });

  test("subscribers get the sealed parts with what opening them needs", () => {
    const [change] = project(seen).changes;
    expect(change).toMatchObject({ change: "PUT", keyId: certified.sickLeaveId, cause: seen.id, parties: aliases });
    expect(change?.sealed.map(({ compartment }) => compartment)).toEqual(["identity", "work", "case", "medical"]);
    expect(change?.sealed.every((part) => part.eventId === seen.id && part.eventType === "SickLeaveCertified")).toBe(
      true,
    );
  });

  test("a decision without a readable sender is seen by nobody", () => {
    const unread = factOf("SickLeaveRejected", { ...rejected, case: null, medical: null, work: null, identity: null });
    expect(project(unread).rows.map(({ table }) => table)).toEqual(["sick_leave"]);
    expect(project(unread).changes[0]?.parties).toEqual([]);
    expect(project(unread).changes[0]?.sealed).toEqual([]);
  });

  test("an erased person leaves no rows and no change", () => {
    expect(project(erasedFactOf("SickLeaveCertified", certified))).toEqual({ rows: [], changes: [] });
  });

  test("every column that is written is a column of the table", () => {
    const known = new Map(
      tables.map(({ name, key, columns }) => [name, new Set([...Object.keys(key), ...Object.keys(columns)])]),
    );
    const written = project(seen).rows.flatMap((row) =>
      Object.keys({ ...("key" in row ? row.key : {}), ...("columns" in row ? row.columns : {}) }).map(
        (name) => [row.table, name] as const,
      ),
    );
    expect(written.filter(([table, name]) => !known.get(table)?.has(name))).toEqual([]);
  });
});
