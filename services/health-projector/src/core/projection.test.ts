import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts } from "@samvirke/contracts";
import { decidedByWelfare } from "@samvirke/domain";
import type { RowChange } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { Accepted, Memory } from "./projection.ts";
import { accepted, blank, project, tables } from "./projection.ts";

const catalogue = loadCatalogue();
const sample = <N extends ContractName>(name: N, size: "min" | "full" = "full"): Contracts[N] =>
  loadSample(catalogue, name, size);
const alias = (type: string, value: string): string => `alias of ${type} ${value}`;
const [own, other] = ["aa".repeat(16), "bb".repeat(16)];

const fold = (facts: ReadonlyArray<ReturnType<typeof factOf>>, memory: Memory = blank) =>
  facts.reduce<{ memory: Memory; rows: ReadonlyArray<RowChange>; changes: ReadonlyArray<unknown> }>(
    (before, fact) => {
      const { rows, changes, state = before.memory } = project(alias)(fact as never, before.memory);
      return { memory: state, rows: [...before.rows, ...rows], changes: [...before.changes, ...changes] };
    },
    { memory, rows: [], changes: [] },
  );

const columnsIn = (rows: ReadonlyArray<RowChange>, table: string): Record<string, unknown> =>
  Object.assign({}, ...rows.flatMap((row) => (row.table === table && "columns" in row ? [row.columns] : []))) as Record<
    string,
    unknown
  >;

const partiesIn = (rows: ReadonlyArray<RowChange>, table: string): ReadonlyArray<unknown> =>
  rows.flatMap((row) => (row.table === `${table}_party` && row.op === "upsert" ? [row.key["party"]] : []));

const certified = sample("SickLeaveCertified");
const seen = factOf("SickLeaveCertified", { ...certified, case: { ...certified.case, senderAliases: [own, other] } });

describe("every event that the health side sees", () => {
  test.each(accepted)("%s, full and smallest: only known columns, nothing opened, sealed parts in place", (name) => {
    const known = new Map(
      tables.map((table) => [table.name, new Set([...Object.keys(table.key), ...Object.keys(table.columns)])]),
    );
    for (const size of ["full", "min"] as const) {
      const { rows } = fold([factOf(name, sample(name, size))]);
      for (const row of rows) {
        const names = Object.keys({ ...("key" in row ? row.key : {}), ...("columns" in row ? row.columns : {}) });
        expect(names.filter((column) => !known.get(row.table)?.has(column))).toEqual([]);
      }
    }
  });

  test.each(accepted)("%s of an erased person leaves no row that keeps it", (name) => {
    const { rows, changes } = fold([erasedFactOf(name, sample(name))]);
    expect(rows.filter((row) => "columns" in row && "event" in row.columns)).toEqual([]);
    expect(JSON.stringify(changes)).not.toContain("sealed ");
  });

  test("what welfare and employer alone see is not asked for", () => {
    const others: ReadonlyArray<string> = ["SickLeaveSentToEmployer", "SickLeaveConfirmed", "FollowUpDecisionMade"];
    expect((accepted as ReadonlyArray<string>).filter((name) => others.includes(name))).toEqual([]);
  });
});

describe("a certificate", () => {
  test("is one row, and one grant for each of the sender's aliases", () => {
    const { rows } = fold([seen]);
    expect(rows.map(({ table }) => table)).toEqual(["sick_leave", "sick_leave_party", "sick_leave_party"]);
    expect(partiesIn(rows, "sick_leave")).toEqual([own, other]);
  });

  test("keeps ids, the outcome and the decision as it was sealed, nothing opened", () => {
    const { rows } = fold([seen]);
    expect(columnsIn(rows, "sick_leave")).toMatchObject({
      outcome: "PENDING",
      person_id: seen.personId,
      archive_id: certified.archiveId,
      event: seen.bytes,
      position: 41,
    });
    expect(JSON.stringify(rows)).not.toContain(certified.identity.name?.family);
  });

  test("that was refused shows its class and what it repeats", () => {
    const rejected = sample("SickLeaveRejected");
    expect(columnsIn(fold([factOf("SickLeaveRejected", rejected)]).rows, "sick_leave")).toMatchObject({
      outcome: "REJECTED",
      reason_class: rejected.reasonClass,
      duplicate_of: rejected.duplicateOf,
    });
  });

  test("without a readable sender is seen by nobody", () => {
    const rejected = sample("SickLeaveRejected");
    const unread = factOf("SickLeaveRejected", { ...rejected, case: null, medical: null, work: null, identity: null });
    expect(fold([unread]).rows.map(({ table }) => table)).toEqual(["sick_leave"]);
    expect(fold([unread]).changes).toMatchObject([{ parties: [], sealed: [] }]);
  });

  test("that came from welfare shows its sender the outcome, and hands nothing back", () => {
    const organisation = certified.case.envelope.sender!.organisations[0]!;
    const identifiers = [{ type: { system: null, code: "her", text: null, originalText: null }, value: " 77 " }];
    const sender = { comMethod: null, organisations: [{ ...organisation, identifiers }] };
    const fromWelfare = factOf("SickLeaveCertified", {
      ...certified,
      ruleSetVersion: decidedByWelfare,
      case: { ...certified.case, senderAliases: [own], envelope: { ...certified.case.envelope, sender } },
    });
    const { rows, changes } = fold([fromWelfare]);
    expect(partiesIn(rows, "sick_leave")).toEqual(["alias of HER 77"]);
    expect(columnsIn(rows, "sick_leave")).toMatchObject({ outcome_only: true });
    expect(changes).toMatchObject([{ sealed: [] }]);
  });

  test("after a review shows the outcome and not the case worker's words; what waits shows nothing", () => {
    const reviewed = sample("SickLeaveReviewed");
    const applied = factOf("SickLeaveReviewed", { ...reviewed, standing: "APPLIED", outcome: "INVALID" });
    const { rows, changes } = fold([applied]);
    expect(rows).toMatchObject([{ table: "sick_leave", columns: { outcome: "INVALID" } }]);
    expect(columnsIn(rows, "sick_leave")).not.toHaveProperty("event");
    expect(changes).toMatchObject([{ sealed: [] }]);
    expect(fold([factOf("SickLeaveReviewed", { ...reviewed, standing: "WAITING" })]).rows).toEqual([]);
  });

  test("that welfare deleted is told as withdrawn; a deletion that waits is not", () => {
    const deleted = sample("SickLeaveDeleted");
    const { rows } = fold([factOf("SickLeaveDeleted", { ...deleted, standing: "APPLIED", via: "STATUS" })]);
    expect(columnsIn(rows, "sick_leave")).toEqual({ withdrawn: "STATUS" });
    expect(fold([factOf("SickLeaveDeleted", { ...deleted, standing: "WAITING" })]).rows).toEqual([]);
  });
});

describe("a thread and a statement", () => {
  test("a message is seen by its sender and its receivers, and by nobody else of the thread", () => {
    const message = sample("DialogueMessageSent");
    const shared = { ...message.case, senderAliases: [own], receiverAliases: [other, own] };
    const { rows } = fold([factOf("DialogueMessageSent", { ...message, case: shared })]);
    expect(partiesIn(rows, "dialogue")).toEqual([own, other]);
    expect(columnsIn(rows, "dialogue")).toMatchObject({ conversation_id: message.conversationId, kind: message.kind });
  });

  test("only a clinician's answer to a call is told, and makes the meeting the clinician's to see", () => {
    const answer = sample("DialogueMeetingAnswered");
    const by = (who: typeof answer.by) =>
      fold([factOf("DialogueMeetingAnswered", { ...answer, meetingId: certified.archiveId, by: who })]).rows;
    expect(partiesIn(by("CLINICIAN"), "meeting").length).toBeGreaterThan(0);
    expect(by("WORKER")).toEqual([]);
    expect(by("EMPLOYER")).toEqual([]);
  });

  test("a meeting without a clinician is not the health side's", () => {
    const call = sample("DialogueMeetingCalled");
    expect(fold([factOf("DialogueMeetingCalled", { ...call, clinician: false })]).rows).toEqual([]);
    expect(fold([factOf("DialogueMeetingCalled", { ...call, clinician: true })]).rows).toHaveLength(1);
  });
});

describe("deadlines", () => {
  const reached = sample("DeadlineReached");
  const held = (holder: typeof reached.case.holder, party: string | null) =>
    fold([factOf("DeadlineReached", { ...reached, case: { ...reached.case, holder, party } })]).rows;

  test.each(["PERSON", "EMPLOYER", "WELFARE", "UNKNOWN"] as const)("of %s are not told to health", (holder) =>
    expect(held(holder, own!)).toEqual([]),
  );

  test("of a clinician are told to that clinician alone", () => {
    expect(partiesIn(held("CLINICIAN", own!), "duty")).toEqual([own]);
    expect(partiesIn(held("CLINICIAN", "a name"), "duty")).toEqual([]);
  });
});

test("every event type has a place in the table of handlers", () => {
  const missing = accepted.filter((name: Accepted) => {
    const fact = factOf(name, sample(name));
    return fold([fact]).rows.length + fold([fact]).changes.length === 0;
  });
  // These samples speak of what health is not told: who is who, a deadline, a call or a certificate that is not theirs.
  const silent: ReadonlyArray<string> = [
    "PersonIdentityLinked",
    "DeadlineReached",
    "DialogueMeetingAnswered",
    "DialogueMeetingEnded",
    "SickLeaveReviewed",
    "SickLeaveDeleted",
    "SpellDetermined",
  ];
  expect(missing.filter((name) => !silent.includes(name))).toEqual([]);
});
