import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts, RefusalClass } from "@samvirke/contracts";
import type { RowChange } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { accepted, blank, dutiesPurpose, projectEvent } from "./events.ts";
import type { Memory } from "./events.ts";
import { projectReceived } from "./received.ts";
import { tables } from "./tables.ts";
import { projectWritten } from "./written.ts";

const catalogue = loadCatalogue();
const sample = <N extends Parameters<typeof loadSample>[1]>(name: N) => loadSample(catalogue, name, "full");
const archiveId = "33333333-3333-5333-8333-333333333333";
const columnsOf = (projected: { readonly rows: ReadonlyArray<object> }) =>
  (projected.rows[0] as { columns: object }).columns;

type AnyFact = ReturnType<typeof factOf>;
const seal = (purpose: string, id: string, bytes: Uint8Array): Uint8Array =>
  Buffer.from(`${purpose} ${id} ${Buffer.from(bytes).toString("utf8")}`);
const projectDecided = (fact: AnyFact) => projectEvent(fact as never, blank, seal);

const fold = (...facts: ReadonlyArray<AnyFact>): ReadonlyArray<RowChange> =>
  facts.reduce<{ readonly memory: Memory; readonly rows: ReadonlyArray<RowChange> }>(
    (before, fact) => {
      const { rows, state } = projectEvent(fact as never, before.memory, seal);
      return { memory: state, rows: [...before.rows, ...rows] };
    },
    { memory: blank, rows: [] },
  ).rows;

const columnsIn = (rows: ReadonlyArray<RowChange>, table: string): Record<string, unknown> =>
  Object.assign({}, ...rows.flatMap((row) => (row.table === table && "columns" in row ? [row.columns] : []))) as Record<
    string,
    unknown
  >;

describe("every event", () => {
  test.each(accepted)("%s writes known columns only, full and smallest", (name) => {
    const known = new Map(
      tables.map((table) => [table.name, new Set([...Object.keys(table.key), ...Object.keys(table.columns)])]),
    );
    for (const size of ["full", "min"] as const) {
      for (const row of fold(factOf(name, loadSample(catalogue, name, size)))) {
        const names = Object.keys({ ...("key" in row ? row.key : {}), ...("columns" in row ? row.columns : {}) });
        expect(names.filter((column) => !known.get(row.table)?.has(column))).toEqual([]);
      }
    }
  });

  const withoutMessage: ReadonlyArray<string> = accepted.filter(
    (name) => (sample(name) as { readonly archiveId: string | null }).archiveId === null,
  );

  test.each(accepted.filter((name) => !withoutMessage.includes(name)))(
    "%s tells what became of its message",
    (name) => {
      const columns = columnsIn(fold(factOf(name, sample(name))), "message");
      expect("outcome" in columns || "consequence_type" in columns).toBe(true);
    },
  );

  test("a spell that follows from a certificate does not speak for the certificate's message", () => {
    const certified = factOf("SickLeaveCertified", { ...sample("SickLeaveCertified"), archiveId });
    const spell = factOf("SpellDetermined", { ...sample("SpellDetermined"), archiveId });
    expect(columnsIn(fold(certified, spell), "message")).toMatchObject({
      decision_type: "SickLeaveCertified",
      case_id: certified.wire.sickLeaveId,
      consequence_type: "SpellDetermined",
    });
  });
});

describe("cases", () => {
  const referral = { ...sample("ReferralSent"), archiveId, cancelledAhead: false, resent: false };
  const said = <N extends "ReferralGranted" | "ReferralCancelled">(name: N): AnyFact =>
    factOf(name, {
      ...sample(name),
      referralId: referral.referralId,
      aliases: referral.aliases,
      madeAt: referral.madeAt + 1,
      ahead: false,
      recordedOnly: false,
      case: { ...sample(name).case, senderAliases: referral.case.senderAliases },
    } as unknown as Contracts[N]) as AnyFact;

  test("a referral's row has its state and who has the ball", () => {
    const sent = factOf("ReferralSent", referral);
    expect(columnsIn(fold(sent), "case_file")).toMatchObject({
      kind: "REFERRAL",
      status: "sent",
      ball: "RECEIVER_SYSTEM",
    });
    expect(columnsIn(fold(sent, said("ReferralGranted")), "case_file")).toMatchObject({ ball: "PERFORMING_UNIT" });
    for (const rows of [fold(sent, said("ReferralCancelled")), fold(said("ReferralCancelled"), sent)])
      expect(columnsIn(rows, "case_file")).toMatchObject({ status: "cancelled", ball: "NOBODY" });
  });

  test("a question gives the ball to the clinician, its answer to nobody", () => {
    const message = sample("DialogueMessageSent");
    const of = (more: Partial<typeof message>, answerCode: typeof message.case.answerCode): AnyFact =>
      factOf("DialogueMessageSent", { ...message, ...more, case: { ...message.case, answerCode } });
    const question = of({ kind: "QUESTION", fromSide: "WELFARE", parentAlias: null }, null);
    const code = { system: null, code: "1", text: null, originalText: null };
    const answer = of(
      { kind: "ANSWER", fromSide: "HEALTH", messageId: archiveId, archiveId, parentAlias: message.aliases[0] ?? null },
      code,
    );
    expect(columnsIn(fold(question), "case_file")).toMatchObject({ status: "ASKED", ball: "HEALTH" });
    expect(columnsIn(fold(question, answer), "case_file")).toMatchObject({ status: "ANSWERED", ball: "NOBODY" });
  });

  test("every sort of case has a row", () => {
    const kinds: ReadonlyArray<readonly [ContractName, string]> = [
      ["SickLeaveCertified", "SICK_LEAVE"],
      ["DialogueMessageSent", "DIALOGUE"],
      ["WorkAbilityAssessed", "STATEMENT"],
      ["FollowUpPlanShared", "PLAN"],
      ["DialogueMeetingCalled", "MEETING"],
      ["FollowUpDecisionMade", "DECISION"],
      ["SpellDetermined", "SPELL"],
      ["EffortRecorded", "EFFORT"],
    ];
    for (const [name, kind] of kinds)
      expect(fold(factOf(name, sample(name)) as AnyFact)).toContainEqual(
        expect.objectContaining({
          table: "case_file",
          columns: expect.objectContaining({ kind, last_type: name }) as unknown,
        }),
      );
  });

  test("a status that waits for its certificate moves no state", () => {
    const sent = { ...sample("SickLeaveSentToEmployer"), standing: "WAITING" as const };
    expect(columnsIn(fold(factOf("SickLeaveSentToEmployer", sent)), "case_file")).not.toHaveProperty("use");
  });
});

describe("whose turn it is", () => {
  test("lies in sealed bytes, under a purpose of its own, and names no day in the clear", () => {
    const rows = fold(factOf("SickLeaveCertified", sample("SickLeaveCertified")));
    const { content, ...clear } = columnsIn(rows, "duties");
    const [purpose, person, duties] = Buffer.from(content as Uint8Array)
      .toString("utf8")
      .split(/ (.*?) (.*)/s);
    expect([purpose, person]).toEqual([dutiesPurpose, "22222222-2222-4222-8222-222222222222"]);
    expect((JSON.parse(duties!) as ReadonlyArray<{ readonly kind: string }>).map(({ kind }) => kind)).toContain(
      "REVIEW",
    );
    expect(Object.keys(clear).sort()).toEqual(["partition", "position", "recorded_at"]);
  });

  test("a person without a key leaves no duties", () => {
    const fact = factOf("SickLeaveCertified", sample("SickLeaveCertified"));
    const { rows } = projectEvent(fact as never, blank, () => undefined);
    expect(rows.filter(({ table }) => table === "duties")).toEqual([]);
  });
});

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
      columnsIn(fold(factOf("SpellDetermined", sample("SpellDetermined"))), "message"),
      ...(["receipt", "welfare", "health"] as const).map(
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

test("an answer of worker or employer, outside any conversation, opens no case without an id", () => {
  const answer = {
    ...sample("DialogueMeetingAnswered"),
    conversationId: null,
    conversationAlias: null,
    parentAlias: null,
  };
  const rows = fold(factOf("DialogueMeetingAnswered", { ...answer, aliases: [], by: "EMPLOYER" }));
  const ids = rows.flatMap((row) => (row.table === "case_file" && "key" in row ? [row.key["case_id"]] : []));
  expect(ids).toEqual([answer.meetingId]);
});
