import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts, ReferralSent, ViewChanged } from "@samvirke/contracts";
import type { RowChange } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { Memory } from "./projection.ts";
import { accepted, blank, project, tables } from "./projection.ts";

const catalogue = loadCatalogue();
const sample = <N extends ContractName>(name: N, size: "min" | "full" = "full"): Contracts[N] =>
  loadSample(catalogue, name, size);

interface Done {
  readonly memory: Memory;
  readonly rows: ReadonlyArray<RowChange>;
  readonly changes: ReadonlyArray<ViewChanged>;
}

const fold = (...facts: ReadonlyArray<ReturnType<typeof factOf>>): Done =>
  facts.reduce<Done>(
    (before, fact) => {
      const { rows, changes, state = before.memory } = project(fact as never, before.memory);
      return { memory: state, rows: [...before.rows, ...rows], changes: [...before.changes, ...changes] };
    },
    { memory: blank, rows: [], changes: [] },
  );

const columnsIn = (rows: ReadonlyArray<RowChange>, table: string): Record<string, unknown> =>
  Object.assign({}, ...rows.flatMap((row) => (row.table === table && "columns" in row ? [row.columns] : []))) as Record<
    string,
    unknown
  >;

const certified = sample("SickLeaveCertified");
const rejected = sample("SickLeaveRejected");

describe("every event that welfare sees", () => {
  test.each(accepted)("%s, full and smallest: only known columns", (name) => {
    const known = new Map(
      tables.map((table) => [table.name, new Set([...Object.keys(table.key), ...Object.keys(table.columns)])]),
    );
    for (const size of ["full", "min"] as const) {
      for (const row of fold(factOf(name, sample(name, size))).rows) {
        const names = Object.keys({ ...("key" in row ? row.key : {}), ...("columns" in row ? row.columns : {}) });
        expect(names.filter((column) => !known.get(row.table)?.has(column))).toEqual([]);
      }
    }
  });

  test.each(accepted)("%s of an erased person leaves nothing sealed", (name) => {
    const { rows, changes } = fold(erasedFactOf(name, sample(name)));
    expect(rows.filter((row) => "columns" in row && "event" in row.columns)).toEqual([]);
    expect(changes.flatMap(({ sealed }) => sealed)).toEqual([]);
  });

  test("has its row", () => {
    const silent = accepted.filter((name) => fold(factOf(name, sample(name))).rows.length === 0);
    // What these samples tell waits for its certificate, or links no two persons.
    const waiting = silent.filter((name) => name.startsWith("SickLeave"));
    expect(silent.filter((name) => !waiting.includes(name) && name !== "PersonIdentityLinked")).toEqual([]);
  });
});

describe("a certificate", () => {
  test("is one row for NAV, told with its outcome in the clear and the rest sealed", () => {
    const { rows, changes } = fold(factOf("SickLeaveCertified", certified));
    expect(rows).toMatchObject([{ table: "sick_leave", columns: { outcome: "PENDING" } }]);
    expect(changes[0]?.columns).toEqual([{ name: "outcome", text: "PENDING", number: null, flag: null }]);
    expect(JSON.stringify(changes)).not.toContain(certified.identity.number?.value);
  });

  test("that is a duplicate leaves no row", () =>
    expect(fold(factOf("SickLeaveRejected", { ...rejected, reasonClass: "DUPLICATE" }))).toMatchObject({
      rows: [],
      changes: [],
    }));

  const uses = [
    ["SickLeaveSentToEmployer", {}, { used: "SENT" }],
    ["SickLeaveConfirmed", { rejectedAcknowledged: false }, { used: "CONFIRMED" }],
    ["SickLeaveConfirmed", { rejectedAcknowledged: true }, { rejection_seen: true }],
    ["SickLeaveSetAside", { by: "PERSON" }, { used: "ASIDE" }],
    ["SickLeaveSetAside", { by: "EXPIRY" }, { expired: true }],
    ["SickLeaveReopened", {}, { used: "OPEN" }],
  ] as const;

  test.each(uses)("%s %o moves the use", (name, more, columns) => {
    const value = { ...sample(name), ...more, standing: "APPLIED" } as Contracts[typeof name];
    expect(columnsIn(fold(factOf(name, value)).rows, "sick_leave")).toMatchObject({ ...columns, use_event_type: name });
    expect(fold(factOf(name, { ...value, standing: "WAITING" })).rows).toEqual([]);
  });

  test("that was set aside and has expired stays expired when it is opened again", () => {
    const aside = factOf("SickLeaveSetAside", { ...sample("SickLeaveSetAside"), standing: "APPLIED", by: "EXPIRY" });
    const opened = factOf("SickLeaveReopened", { ...sample("SickLeaveReopened"), standing: "APPLIED" });
    expect(columnsIn(fold(aside, opened).rows, "sick_leave")).toMatchObject({ expired: true, used: "OPEN" });
  });

  test("that the register publishes anew is replaced as a whole", () => {
    const revised = factOf("SickLeaveRevised", sample("SickLeaveRevised"));
    expect(columnsIn(fold(revised).rows, "sick_leave")).toMatchObject({
      event: revised.bytes,
      event_type: "SickLeaveRevised",
      revised_position: 41,
    });
  });

  test("that is deleted goes, and who follows the view is told", () => {
    const deleted = factOf("SickLeaveDeleted", { ...sample("SickLeaveDeleted"), standing: "APPLIED" });
    const { rows, changes } = fold(deleted);
    expect(rows).toEqual([{ op: "delete", table: "sick_leave", key: { sick_leave_id: deleted.wire.sickLeaveId } }]);
    expect(changes).toMatchObject([{ change: "REMOVED", keyId: deleted.wire.sickLeaveId }]);
  });
});

describe("a referral", () => {
  const referral = sample("ReferralSent");
  const of = (more: Partial<ReferralSent>, programme = referral.case.programme) =>
    factOf("ReferralSent", { ...referral, ...more, case: { ...referral.case, programme } });

  test.each(["TO_WELFARE", "TO_HEALTH"] as const)("%s is welfare's own, with its state", (direction) => {
    const { rows, changes } = fold(of({ direction }));
    expect(columnsIn(rows, "referral")).toMatchObject({ level: "FULL", status: "sent", ball: "RECEIVER_SYSTEM" });
    expect(rows.filter(({ table }) => table === "referral_event")).toHaveLength(1);
    expect(changes.some(({ sealed }) => sealed.length > 0)).toBe(true);
  });

  test.each(["WITHIN_HEALTH", "UNKNOWN"] as const)(
    "%s leaves no more than a trace, and no word in the feed",
    (direction) => {
      const { rows, changes } = fold(of({ direction, consent: "GIVEN" }, "TREATMENT"));
      expect(columnsIn(rows, "referral")).toMatchObject({ level: "TRACE", status: "sent" });
      expect(JSON.stringify(rows)).not.toContain("TREATMENT");
      expect(rows.filter(({ table }) => table === "referral_event")).toEqual([]);
      expect(changes).toEqual([]);
    },
  );

  test("of a joint programme keeps the goal only with consent", () => {
    const level = (consent: ReferralSent["consent"]) =>
      columnsIn(fold(of({ direction: "WITHIN_HEALTH", consent }, "JOB_SUPPORT")).rows, "referral")["level"];
    expect(level("GIVEN")).toBe("GOAL");
    expect(level("NOT_STATED")).toBe("TRACE");
    expect(level("REFUSED")).toBe("TRACE");
  });

  test("what is said of a trace is not kept, but moves its state", () => {
    const granted = factOf("ReferralGranted", {
      ...sample("ReferralGranted"),
      referralId: referral.referralId,
      aliases: referral.aliases,
      ahead: false,
      recordedOnly: false,
    });
    const { rows } = fold(of({ direction: "WITHIN_HEALTH" }, "TREATMENT"), granted);
    expect(columnsIn(rows, "referral")).toMatchObject({ status: "granted", ball: "PERFORMING_UNIT" });
    expect(rows.filter(({ table }) => table === "referral_event")).toEqual([]);
  });

  test.each([
    ["WITHIN_HEALTH", 0],
    ["TO_WELFARE", 1],
  ] as const)("%s: its deadlines are told to welfare %d times", (direction, times) => {
    const deadline = sample("DeadlineReached");
    const reached = factOf("DeadlineReached", {
      ...deadline,
      case: { ...deadline.case, causedBy: [referral.referralId] },
    });
    const { rows, changes } = fold(of({ direction }), reached);
    expect(rows.filter(({ table }) => table === "duty")).toHaveLength(times);
    expect(changes.filter(({ view }) => view === "duties")).toHaveLength(times);
  });

  test("ends up the same whichever of cancellation and referral comes first", () => {
    const cancelled = factOf("ReferralCancelled", {
      ...sample("ReferralCancelled"),
      referralId: referral.referralId,
      aliases: referral.aliases,
      madeAt: (referral.madeAt + 1) as typeof referral.madeAt,
      ahead: false,
      recordedOnly: false,
      case: { ...sample("ReferralCancelled").case, senderAliases: referral.case.senderAliases },
    });
    const sent = of({ direction: "TO_WELFARE" });
    const [early, late] = [fold(cancelled, sent).rows, fold(sent, cancelled).rows];
    expect(columnsIn(early, "referral")).toMatchObject({ status: "cancelled", ball: "NOBODY" });
    expect(columnsIn(late, "referral")).toMatchObject({ status: "cancelled", ball: "NOBODY" });
  });
});

describe("follow-up", () => {
  test("a plan is welfare's only where the employer says so, or welfare said itself that there is one", () => {
    const plan = sample("FollowUpPlanShared");
    const rows = (more: Partial<typeof plan>) => fold(factOf("FollowUpPlanShared", { ...plan, ...more })).rows.length;
    expect(rows({ toWelfare: false, format: "REST" })).toBe(0);
    expect(rows({ toWelfare: true, format: "REST" })).toBe(1);
    expect(rows({ toWelfare: false, format: "NOTICE" })).toBe(1);
  });

  test("a spell that is none any more goes", () => {
    const spell = sample("SpellDetermined");
    expect(fold(factOf("SpellDetermined", { ...spell, outcome: "NONE" })).rows).toMatchObject([{ op: "delete" }]);
    expect(fold(factOf("SpellDetermined", { ...spell, outcome: "STANDS" })).rows).toMatchObject([{ op: "upsert" }]);
  });

  test("a deadline that is withdrawn says why, and one that is reached again stands", () => {
    const reached = factOf("DeadlineReached", sample("DeadlineReached"));
    const lifted = factOf("DeadlineWithdrawn", sample("DeadlineWithdrawn"));
    expect(columnsIn(fold(reached, lifted).rows, "duty")).toMatchObject({ withdrawn: lifted.wire.reason });
    expect(columnsIn(fold(lifted, reached).rows, "duty")).toMatchObject({ withdrawn: null });
  });

  test("health's own effort is not told in the feed", () => {
    const effort = sample("EffortRecorded");
    const told = (sector: typeof effort.sector) =>
      fold(factOf("EffortRecorded", { ...effort, sector })).changes.filter(({ view }) => view === "efforts").length;
    expect([told("HEALTH"), told("WORK"), told("JOINT")]).toEqual([0, 1, 1]);
  });
});
