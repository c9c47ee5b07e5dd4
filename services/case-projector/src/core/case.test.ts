import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { RefusalClass } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import { projectDecided } from "./decided.ts";
import { projectReceived } from "./received.ts";
import { tables } from "./tables.ts";
import { projectWritten } from "./written.ts";

const catalogue = loadCatalogue();
const sample = <N extends Parameters<typeof loadSample>[1]>(name: N) => loadSample(catalogue, name, "full");
const archiveId = "33333333-3333-5333-8333-333333333333";
const columnsOf = (projected: { readonly rows: ReadonlyArray<object> }) =>
  (projected.rows[0] as { columns: object }).columns;

describe("the status of a message", () => {
  test("what came in is noted with its place", () => {
    const received = factOf("MessageReceived", { ...sample("MessageReceived"), archiveId });
    expect(projectReceived(received).rows).toMatchObject([
      {
        op: "upsert",
        table: "message",
        key: { archive_id: archiveId },
        columns: { message_partition: 3, message_position: 41 },
      },
    ]);
  });

  test.each([
    ["OK", { outcome: "accepted", route: "automatic" }],
    ["PENDING", { outcome: "accepted", route: "manual" }],
  ] as const)("a certificate assessed %s", (assessment, verdict) => {
    const decided = factOf("SickLeaveCertified", { ...sample("SickLeaveCertified"), archiveId, assessment });
    expect(columnsOf(projectDecided(decided))).toMatchObject({ ...verdict, case_id: decided.wire.sickLeaveId });
  });

  test.each([
    ["RULE", "rejected"],
    ["CONTENT", "rejected"],
    ["DUPLICATE", "duplicate"],
  ] as const)("a certificate refused for %s is %s", (reasonClass, outcome) => {
    const decided = factOf("SickLeaveRejected", { ...sample("SickLeaveRejected"), archiveId, reasonClass });
    expect(columnsOf(projectDecided(decided))).toMatchObject({ outcome, route: "automatic" });
  });

  test.each([
    ["UNSUPPORTED", "unsupported"],
    ["CONFLICT", "conflict"],
    ["WRONG_RECEIVER", "rejected"],
    ["SENDER", "rejected"],
    ["ATTACHMENT", "rejected"],
  ] as ReadonlyArray<readonly [RefusalClass, string]>)("a message refused for %s is %s", (reason, outcome) => {
    const decided = factOf("MessageRefused", { ...sample("MessageRefused"), archiveId, class: reason });
    expect(columnsOf(projectDecided(decided))).toMatchObject({ outcome, route: null });
  });

  test("what cannot be read is malformed", () => {
    const decided = factOf("MessageUnreadable", { ...sample("MessageUnreadable"), archiveId });
    expect(columnsOf(projectDecided(decided))).toMatchObject({ outcome: "malformed", route: null });
  });

  test("a receipt waits in the outbox of its party, and its message knows of it", () => {
    const written = factOf("OutboundMessage", {
      ...sample("OutboundMessage"),
      inReplyTo: archiveId,
      partyAlias: "cc".repeat(16),
    });
    const { rows } = projectWritten("receipt")(written);
    expect(rows.map(({ table }) => table)).toEqual(["outbox", "outbox_party", "message"]);
    expect(rows[1]).toMatchObject({ key: { party: "cc".repeat(16) } });
    expect(rows[2]).toMatchObject({ key: { archive_id: archiveId }, columns: { receipt_id: written.wire.messageId } });
  });

  test("a document that answers nothing is in the outbox only", () => {
    const written = factOf("OutboundMessage", { ...sample("OutboundMessage"), inReplyTo: null });
    expect(projectWritten("welfare")(written).rows.map(({ table }) => table)).toEqual(["outbox", "outbox_party"]);
  });

  test("folds of different topics write different columns, so their order does not matter", () => {
    const names = [
      columnsOf(projectReceived(factOf("MessageReceived", sample("MessageReceived")))),
      columnsOf(projectDecided(factOf("SickLeaveRejected", sample("SickLeaveRejected")))),
      ...(["receipt", "welfare"] as const).map(
        (noted) =>
          (
            projectWritten(noted)(factOf("OutboundMessage", { ...sample("OutboundMessage"), inReplyTo: archiveId }))
              .rows[2] as unknown as { columns: object }
          ).columns,
      ),
    ].map((columns) => Object.keys(columns).filter((name) => name !== "person_id"));
    expect(new Set(names.flat()).size).toBe(names.flat().length);
    expect(names.flat().filter((name) => !(name in (tables[0]?.columns ?? {})))).toEqual([]);
  });
});
