import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts, ViewChanged } from "@samvirke/contracts";
import type { RowChange } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { Memory } from "./projection.ts";
import { accepted, blank, memoryBytes, project, tables } from "./projection.ts";

const catalogue = loadCatalogue();
const sample = <N extends ContractName>(name: N, size: "min" | "full" = "full"): Contracts[N] =>
  loadSample(catalogue, name, size);
const alias = (type: string, value: string): string => `${type} ${value}`;
const [one, two] = ["999990001", "999990002"] as const;
const sickLeaveId = "5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11";

type AnyFact = ReturnType<typeof factOf>;

const about = <N extends Extract<ContractName, `SickLeave${string}`>>(name: N, more: object = {}): AnyFact =>
  factOf(name, { ...sample(name), sickLeaveId, standing: "APPLIED", ...more } as unknown as Contracts[N]) as AnyFact;

const certified = about("SickLeaveCertified", { channel: "XML" });
const sentTo = (organisationNumber: string): AnyFact =>
  about("SickLeaveSentToEmployer", {
    work: {
      ...sample("SickLeaveSentToEmployer").work,
      employer: { organisationNumber, legalUnit: "999990009", name: null },
    },
  });

interface Done {
  readonly memory: Memory;
  readonly rows: ReadonlyArray<RowChange>;
  readonly changes: ReadonlyArray<ViewChanged>;
}

const fold = (...facts: ReadonlyArray<AnyFact>): Done =>
  facts.reduce<Done>(
    (before, fact) => {
      const { rows, changes, state } = project(alias)(fact as never, before.memory);
      const memory = memoryBytes.decode(memoryBytes.encode(state));
      return { memory, rows: [...before.rows, ...rows], changes: [...before.changes, ...changes] };
    },
    { memory: blank, rows: [], changes: [] },
  );

/** The rows that stand after all changes. */
const standing = ({ rows }: Done): ReadonlyMap<string, Record<string, unknown>> => {
  const kept = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    if (row.op === "insert") continue;
    const name = `${row.table} ${Object.values(row.key).join(" ")}`;
    if (row.op === "delete") kept.delete(name);
    else kept.set(name, { ...kept.get(name), ...row.columns });
  }
  return kept;
};

const leaves = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return value.length > 3 ? [value] : [];
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.values(value).flatMap(leaves);
};

/** Everything that a fold wrote, bytes as text. */
const textOf = ({ rows, changes }: Done): string =>
  JSON.stringify([rows, changes], (_key, value: unknown) => {
    const bytes = value as { readonly type?: string; readonly data?: ReadonlyArray<number> } | null;
    return bytes?.type === "Buffer" && bytes.data ? Buffer.from(bytes.data).toString("utf8") : value;
  });

const everything: ReadonlyArray<AnyFact> = [
  certified,
  sentTo(one),
  ...accepted.filter((name) => !name.startsWith("SickLeave")).map((name) => factOf(name, sample(name))),
];

describe("before the person sends it", () => {
  const quiet = [
    ["nothing else", []],
    ["it is confirmed", [about("SickLeaveConfirmed")]],
    ["it is set aside", [about("SickLeaveSetAside", { by: "PERSON" })]],
    ["it is opened again", [about("SickLeaveReopened")]],
    ["it is reviewed", [about("SickLeaveReviewed", { outcome: "OK" })]],
    ["it is published anew", [about("SickLeaveRevised")]],
    ["its sending waits for it", [about("SickLeaveSentToEmployer", { standing: "WAITING" })]],
    ["a spell is determined", [factOf("SpellDetermined", { ...sample("SpellDetermined"), outcome: "STANDS" })]],
  ] as const;

  test.each(quiet)("no employer has a row, though %s", (_what, facts) => {
    const done = fold(certified, ...facts);
    expect(done.rows).toEqual([]);
    expect(done.changes).toEqual([]);
  });

  test("one that is refused stays unseen even when it is sent", () =>
    expect(fold(about("SickLeaveRejected"), sentTo(one)).rows).toEqual([]));

  test("one that is sent for somebody whose certificate is not known shows nothing", () =>
    expect(fold(sentTo(one)).rows).toEqual([]));

  test("one of an erased person shows nothing", () => {
    const erased = erasedFactOf("SickLeaveCertified", { ...sample("SickLeaveCertified"), sickLeaveId });
    expect(fold(erased, sentTo(one)).rows).toEqual([]);
  });
});

describe("once it is sent", () => {
  test("that employer has the certificate, and no other has", () => {
    const done = fold(certified, sentTo(one));
    expect([...standing(done).keys()]).toEqual([`sick_leave ${sickLeaveId} ENH ${one}`]);
    expect(done.changes).toMatchObject([{ view: "sick-leaves", change: "PUT", parties: [`ENH ${one}`] }]);
    expect(done.changes[0]?.sealed.map(({ compartment }) => compartment)).toEqual(["identity", "work", "work"]);
  });

  test("the unit's legal owner is another party", () =>
    expect(textOf(fold(certified, sentTo(one)))).not.toContain("ENH 999990009"));

  const ends = [
    ["opened again", about("SickLeaveReopened")],
    ["set aside", about("SickLeaveSetAside", { by: "PERSON" })],
    ["expired", about("SickLeaveSetAside", { by: "EXPIRY" })],
    ["deleted", about("SickLeaveDeleted")],
  ] as const;

  test.each(ends)("it goes when it is %s, and the employer is told", (_how, fact) => {
    const done = fold(certified, sentTo(one), fact);
    expect(standing(done).size).toBe(0);
    expect(done.changes.at(-1)).toMatchObject({ change: "REMOVED", parties: [`ENH ${one}`], sealed: [] });
  });

  test("a new employer gets it and the old one loses it, in that event", () => {
    const done = fold(certified, sentTo(one), sentTo(two));
    expect([...standing(done).keys()]).toEqual([`sick_leave ${sickLeaveId} ENH ${two}`]);
    expect(done.changes.slice(-2)).toMatchObject([
      { change: "REMOVED", parties: [`ENH ${one}`] },
      { change: "PUT", parties: [`ENH ${two}`] },
    ]);
  });

  test("new content goes to the employer who has the old one", () => {
    const revised = about("SickLeaveRevised");
    const row = standing(fold(certified, sentTo(one), revised)).get(`sick_leave ${sickLeaveId} ENH ${one}`);
    expect(row).toMatchObject({ content_type: "SickLeaveRevised" });
  });

  test("a remark is told by its kind alone", () => {
    const review = sample("SickLeaveReviewed");
    const rules = [
      { ...review.case.rules[0]!, name: "DELVIS_GODKJENT", textForSender: "ord til avsender", textForPerson: "ord" },
    ];
    const reviewed = about("SickLeaveReviewed", { outcome: "OK_WITH_REMARK", case: { ...review.case, rules } });
    const done = fold(certified, sentTo(one), reviewed);
    expect(standing(done).get(`sick_leave ${sickLeaveId} ENH ${one}`)).toMatchObject({ remarks: "DELVIS_GODKJENT" });
    expect(textOf(done)).not.toContain("ord til avsender");
  });

  test("the start of a spell is told to the employers who have a certificate, and taken back with the last of them", () => {
    const spell = factOf("SpellDetermined", { ...sample("SpellDetermined"), outcome: "STANDS" });
    const shown = fold(certified, spell, sentTo(one));
    expect([...standing(shown).keys()]).toContain(`spell ${sample("SpellDetermined").spellId} ENH ${one}`);
    expect(standing(fold(certified, spell, sentTo(one), about("SickLeaveReopened"))).size).toBe(0);
    const none = factOf("SpellDetermined", { ...sample("SpellDetermined"), outcome: "NONE" });
    expect([...standing(fold(certified, sentTo(one), spell, none)).keys()]).toEqual([
      `sick_leave ${sickLeaveId} ENH ${one}`,
    ]);
  });
});

describe("plans and meetings", () => {
  const call = sample("DialogueMeetingCalled");
  const called = (more: object, employer: string | null = one): AnyFact =>
    factOf("DialogueMeetingCalled", { ...call, employer: true, ...more, work: { ...call.work, employer } });
  const ended = (more: object, employerNumber: string | null): AnyFact => {
    const value = sample("DialogueMeetingEnded");
    const part = { ...value.case, employer: true, ...more, employerNumber };
    return factOf("DialogueMeetingEnded", { ...value, meetingId: call.meetingId, case: part });
  };
  const key = `meeting ${call.meetingId} ENH ${one}`;

  test("a plan is its own employer's; one that welfare only tells of is nobody's", () => {
    const plan = sample("FollowUpPlanShared");
    const of = (format: typeof plan.format) => {
      const work = { ...plan.work, employer: { ...plan.work.employer, number: one } };
      return fold(factOf("FollowUpPlanShared", { ...plan, format, work, case: { ...plan.case, senderAliases: [] } }));
    };
    expect([...standing(of("REST")).keys()]).toEqual([`plan ${plan.planId} ENH ${one}`]);
    expect(of("NOTICE").rows).toEqual([]);
  });

  test("a meeting is shown to the employer who takes part, with its end", () => {
    expect(fold(called({ employer: false })).rows).toEqual([]);
    expect(standing(fold(called({}), ended({}, one))).get(key)).toMatchObject({
      ended: sample("DialogueMeetingEnded").how,
    });
    expect(standing(fold(ended({}, one))).size).toBe(1);
    expect(fold(ended({ employer: false }, one)).rows).toEqual([]);
  });

  test("a meeting goes when a new revision is without the employer", () =>
    expect(standing(fold(called({}), called({ revision: 9, employer: false }))).size).toBe(0));

  test.each(["WORKER", "CLINICIAN", "UNKNOWN"] as const)("%s's answer is not the employer's to see", (by) => {
    const answer = { ...sample("DialogueMeetingAnswered"), meetingId: call.meetingId };
    const own = fold(called({}), factOf("DialogueMeetingAnswered", { ...answer, by: "EMPLOYER" }));
    expect(own.rows.filter(({ table }) => table === "meeting_answer")).toHaveLength(1);
    const others = fold(called({}), factOf("DialogueMeetingAnswered", { ...answer, by }));
    expect(others.rows.filter(({ table }) => table === "meeting_answer")).toEqual([]);
  });
});

describe("nothing outside the list gets in", () => {
  const done = fold(...everything);

  test("columns are those of the tables, and none keeps a whole event", () => {
    const known = new Map(
      tables.map(({ name, key, columns }) => [name, new Set([...Object.keys(key), ...Object.keys(columns)])]),
    );
    const written = done.rows.flatMap((row) =>
      Object.keys({ ...("key" in row ? row.key : {}), ...("columns" in row ? row.columns : {}) }).map(
        (name) => [row.table, name] as const,
      ),
    );
    expect(written.filter(([table, name]) => !known.get(table)?.has(name))).toEqual([]);
    expect(
      [...known.values()].flatMap((names) => [...names]).filter((name) => ["event", "case", "medical"].includes(name)),
    ).toEqual([]);
  });

  test("of an event only identity and work are copied", () => {
    const text = textOf(done);
    expect(text).toContain("sealed work");
    for (const kept of ["sealed case", "sealed medical", "record SickLeave", "record FollowUp", "record Dialogue"])
      expect(text).not.toContain(kept);
  });

  // Remarks are the one thing taken out of the case part, by their kind.
  test.each(accepted)("no value of %s's case or medical part is in a row, a change or a column", (name) => {
    const value = sample(name) as { readonly case?: unknown; readonly medical?: unknown; readonly work?: unknown };
    const others = new Set([...leaves({ ...value, case: null, medical: null }), ...leaves(value.work)]);
    const fact = name.startsWith("SickLeave")
      ? [certified, about(name as "SickLeaveCertified"), sentTo(one)]
      : [certified, sentTo(one), factOf(name, value as never)];
    const text = textOf(fold(...fact));
    const parties = new Set(leaves((value.case as { readonly senderAliases?: unknown } | null)?.senderAliases));
    const secret = leaves([value.case, value.medical]).filter((leaf) => !others.has(leaf) && !parties.has(leaf));
    const ids = new Set(leaves((value as { readonly meetingId?: string }).meetingId));
    const numbers = new Set(leaves((value.case as { readonly employerNumber?: unknown } | null)?.employerNumber));
    expect(secret.filter((leaf) => !ids.has(leaf) && !numbers.has(leaf) && text.includes(`"${leaf}"`))).toEqual([]);
  });
});

describe("who leads a person", () => {
  const leads = (more: Partial<Contracts["LineManagerRegistered"]> = {}, employer: string = one): AnyFact =>
    factOf("LineManagerRegistered", {
      ...sample("LineManagerRegistered"),
      state: "ACTIVE",
      changedAt: 1_000,
      ...more,
      work: { ...sample("LineManagerRegistered").work, employer },
    }) as AnyFact;
  const ended = (changedAt: number): AnyFact => leads({ state: "ENDED", changedAt });
  const tablesOf = (...facts: ReadonlyArray<AnyFact>): ReadonlyArray<string> =>
    [...standing(fold(...facts)).keys()].map((name) => name.split(" ")[0] ?? "");

  test("is told to the employer that was sent a certificate, whichever came first", () => {
    for (const facts of [
      [leads(), certified, sentTo(one)],
      [certified, sentTo(one), leads()],
    ])
      expect(tablesOf(...facts).toSorted()).toEqual(["line_manager", "sick_leave"]);
  });

  test("is told to nobody before that, and to no other employer", () => {
    expect(fold(certified, leads()).rows).toEqual([]);
    expect(tablesOf(certified, sentTo(two), leads())).toEqual(["sick_leave"]);
  });

  test("is gone when the relation ends, with word of it, and stays gone whatever older record comes", () => {
    const done = fold(certified, sentTo(one), leads(), ended(2_000), leads({ changedAt: 1_500 }));
    expect([...standing(done).keys()]).toEqual([`sick_leave ${sickLeaveId} ENH ${one}`]);
    expect(done.changes.at(-1)).toMatchObject({ view: "line-managers", change: "REMOVED" });
    expect(tablesOf(certified, sentTo(one), ended(2_000), leads())).toEqual(["sick_leave"]);
    expect(tablesOf(certified, sentTo(one), ended(2_000), leads({ changedAt: 3_000 }))).toContain("line_manager");
  });

  test("is gone with the certificate, and goes to the new employer with neither", () => {
    expect(tablesOf(certified, sentTo(one), leads(), about("SickLeaveReopened"))).toEqual([]);
    expect([...standing(fold(certified, sentTo(one), leads(), sentTo(two))).keys()]).toEqual([
      `sick_leave ${sickLeaveId} ENH ${two}`,
    ]);
  });

  test("of an erased person is not told", () =>
    expect(
      fold(certified, sentTo(one), erasedFactOf("LineManagerRegistered", sample("LineManagerRegistered")) as AnyFact)
        .changes.length,
    ).toBe(1));
});
