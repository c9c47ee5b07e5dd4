import { day } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { FollowUpFact, WelfareSpell } from "../../src/index.ts";
import { dutiesIn, followUpPolicy2026 as policy, isOpen, meetingsOf, factsOf, nextDueDay } from "../../src/index.ts";
import {
  at,
  bit,
  call,
  certificate,
  d,
  decision,
  deleted,
  died,
  meetingAnswer,
  meetingEnd,
  outgoing,
  plan,
  referral,
  review,
  sent,
  step,
  use,
} from "./build.ts";
import { arrivalOf } from "./documents.ts";
import type { Arrival } from "./play.ts";
import { facts, lines, play } from "./play.ts";

const told = (fact: FollowUpFact): Arrival => arrivalOf(fact);
const spell = (name: string, from: string, to: string, employer = "111"): Arrival =>
  facts(name, ...sent(name, [[from, to]], employer));

describe("spells", () => {
  test("are told once, and again only when they change", () => {
    const played = play(
      [
        ["2026-01-05", spell("k1", "2026-01-05", "2026-01-11")],
        ["2026-01-06", facts("again", ...sent("k1", [["2026-01-05", "2026-01-11"]]))],
        ["2026-01-12", spell("k2", "2026-01-12", "2026-01-18")],
      ],
      "2026-01-20",
    );
    expect(lines(played)).toEqual([
      "19 HUB STANDS r1 2026-01-05..2026-01-11",
      "19 HUB STANDS r2 2026-01-05..2026-01-18",
    ]);
  });

  test("begin earlier when a backdated certificate comes, and keep their id", () => {
    const played = play(
      [
        ["2026-01-12", spell("k2", "2026-01-12", "2026-01-18")],
        ["2026-01-14", spell("k1", "2026-01-05", "2026-01-11")],
      ],
      "2026-01-20",
    );
    expect(lines(played)).toEqual([
      "19 HUB STANDS r1 2026-01-12..2026-01-18",
      "19 HUB STANDS r2 2026-01-05..2026-01-18",
    ]);
    expect(new Set(played.state.spells.map(({ spellId }) => spellId)).size).toBe(1);
  });

  test("end earlier and split when the person was at work between", () => {
    const worked = bit("b1", ["2026-01-19", "2026-02-08"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT");
    const played = play(
      [
        ["2026-01-05", spell("k1", "2026-01-05", "2026-02-15")],
        ["2026-02-16", told(worked)],
      ],
      "2026-02-16",
    );
    expect(lines(played).filter((line) => line.startsWith("19"))).toEqual([
      "19 HUB STANDS r1 2026-01-05..2026-02-15",
      "19 HUB STANDS r2 2026-01-05..2026-01-18",
      "19 HUB STANDS r1 2026-02-09..2026-02-15",
    ]);
  });

  test("that become one leave one of their ids behind", () => {
    const played = play(
      [
        ["2026-01-05", spell("k1", "2026-01-05", "2026-01-11")],
        ["2026-02-16", spell("k2", "2026-02-16", "2026-02-20")],
        ["2026-02-18", spell("k3", "2026-01-12", "2026-02-15")],
      ],
      "2026-02-18",
    );
    expect(
      lines(played)
        .filter((line) => line.startsWith("19"))
        .slice(2),
    ).toEqual(["19 HUB NONE r2 -..-", "19 HUB STANDS r2 2026-01-05..2026-02-20"]);
  });

  test("are gone with their certificate", () => {
    const played = play(
      [
        ["2026-01-05", spell("k1", "2026-01-05", "2026-01-11")],
        ["2026-01-07", facts("delete", deleted("k1", "2026-01-07"))],
      ],
      "2026-01-12",
    );
    expect(lines(played)).toEqual(["19 HUB STANDS r1 2026-01-05..2026-01-11", "19 HUB NONE r2 -..-"]);
    expect(played.state.spells).toEqual([]);
  });

  test("remember a piece that came before its certificate", () => {
    const holiday = bit("b1", ["2026-01-12", "2026-01-18"], "SYKEPENGESOKNAD SENDT FERIE");
    const played = play(
      [
        ["2026-01-04", told(holiday)],
        ["2026-01-05", spell("k1", "2026-01-05", "2026-01-11")],
      ],
      "2026-01-12",
    );
    expect(lines(played)).toEqual(["19 HUB NONE r1 -..-", "19 HUB STANDS r1 2026-01-05..2026-01-18"]);
  });
});

describe("deadlines", () => {
  const year = spell("k1", "2026-01-05", "2026-03-01");

  test("are told on the day after the last one", () => {
    const played = play([["2026-01-05", year]], "2026-02-24");
    expect(lines(played).slice(1)).toEqual([
      "28 PLAN due 2026-02-02 found 2026-02-03 OPEN",
      "28 DIALOGUE_MEETING_1 due 2026-02-23 found 2026-02-24 NOT_KNOWN",
    ]);
  });

  test("found late carry both days", () => {
    const played = play([["2026-02-20", year]], "2026-02-20");
    expect(lines(played)).toContain("28 PLAN due 2026-02-02 found 2026-02-20 OPEN");
  });

  test("found late and met meanwhile say so", () => {
    const played = play([["2026-02-20", facts("p", plan("p1", "2026-02-10")), year]], "2026-02-20");
    expect(lines(played)).toContain("28 PLAN due 2026-02-02 found 2026-02-20 MET_LATE");
  });

  test("are taken back when it turns out that the duty was met", () => {
    const played = play(
      [
        ["2026-01-05", year],
        ["2026-02-05", facts("p", plan("p1", "2026-01-30"))],
      ],
      "2026-02-06",
    );
    expect(lines(played).slice(1)).toEqual(["28 PLAN due 2026-02-02 found 2026-02-03 OPEN", "29 MET_BEFORE"]);
  });

  test("that are met late are closed without another word", () => {
    const played = play(
      [
        ["2026-01-05", year],
        ["2026-02-05", facts("p", plan("p1", "2026-02-05"))],
      ],
      "2026-02-06",
    );
    expect(lines(played).slice(1)).toEqual(["28 PLAN due 2026-02-02 found 2026-02-03 OPEN"]);
    expect(
      dutiesIn(played.state, policy).filter((duty) => duty.kind === "PLAN" && isOpen(duty, d("2026-02-06"))),
    ).toEqual([]);
  });

  test("are taken back when the spell ended before, and told again when it did not", () => {
    const back = bit("b1", ["2026-01-26", "2026-03-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", {
      resourceId: "s1",
    });
    const correction = bit("b2", ["2026-02-23", "2026-03-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", {
      resourceId: "s2",
      corrects: "s1",
    });
    const played = play(
      [
        ["2026-01-05", year],
        ["2026-02-05", told(back)],
        ["2026-02-06", told(correction)],
      ],
      "2026-02-06",
    );
    expect(lines(played).filter((line) => !line.startsWith("19"))).toEqual([
      "28 PLAN due 2026-02-02 found 2026-02-03 OPEN",
      "29 SPELL_CHANGED",
      "28 PLAN due 2026-02-02 found 2026-02-06 OPEN",
    ]);
  });

  test("move with the spell's first day", () => {
    const earlier = spell("k0", "2026-01-01", "2026-01-04");
    const played = play(
      [
        ["2026-01-05", year],
        ["2026-02-04", earlier],
      ],
      "2026-02-04",
    );
    expect(lines(played).filter((line) => line.startsWith("28"))).toEqual([
      "28 PLAN due 2026-02-02 found 2026-02-03 OPEN",
      "28 PLAN due 2026-01-29 found 2026-02-04 OPEN",
    ]);
  });

  test("are taken back with the certificate, and with the person's death", () => {
    const after = (arrival: Arrival) =>
      lines(
        play(
          [
            ["2026-01-05", year],
            ["2026-02-05", arrival],
          ],
          "2026-03-30",
        ),
      ).filter((line) => !line.startsWith("19"));
    expect(after(facts("x", deleted("k1", "2026-02-05")))).toEqual([
      "28 PLAN due 2026-02-02 found 2026-02-03 OPEN",
      "29 SOURCE_DELETED",
    ]);
    expect(after(told(died("2026-02-01", "2026-02-05")))).toEqual([
      "28 PLAN due 2026-02-02 found 2026-02-03 OPEN",
      "PersonStatusChanged",
      "29 PERSON_DIED",
    ]);
  });

  test("fall due on the days that nextDueDay names, and on no other", () => {
    const { state } = play([["2026-01-05", year]], "2026-01-05");
    expect(nextDueDay(state, policy, d("2026-01-05"))).toBe(d("2026-02-02"));
    expect(nextDueDay(state, policy, d("2026-02-02"))).toBe(d("2026-02-23"));
    expect(nextDueDay(state, policy, d("2026-12-31"))).toBeUndefined();
  });
});

describe("a meeting", () => {
  const first = call("m1", "2026-04-01", "2026-04-20");
  const moved = call("m1", "2026-04-10", "2026-05-04");

  test("is called, moved with a new revision, and held", () => {
    const played = play(
      [
        ["2026-04-01", told(first)],
        ["2026-04-10", told(moved)],
        ["2026-05-04", told(meetingEnd("m1", "2026-05-04"))],
      ],
      "2026-05-05",
    );
    expect(lines(played).filter((line) => /^2[13]/.test(line))).toEqual(["21 r1", "21 r2", "23 HELD"]);
    expect(meetingsOf(factsOf(played.state)).map(({ state }) => state)).toEqual(["HELD"]);
  });

  test("told again by another door says nothing new", () => {
    const again = { ...told(first), name: "another door" };
    expect(lines(play([["2026-04-01", told(first), again]], "2026-04-01"))).toEqual(["21 r1"]);
  });

  test("is recorded when it was held without a call", () => {
    const played = play([["2026-05-04", told(meetingEnd("m7", "2026-05-04"))]], "2026-05-04");
    expect(lines(played)).toEqual(["23 HELD"]);
    expect(meetingsOf(factsOf(played.state)).map(({ state, call: none }) => [state, none])).toEqual([
      ["HELD", undefined],
    ]);
  });

  test("is answered per participant, and an answer may come before the call", () => {
    const answer = facts("a", meetingAnswer("m1", "PERSON", "2026-04-02", "2026-04-01"));
    const played = play([["2026-04-01", answer, told(first)]], "2026-04-02");
    expect(meetingsOf(factsOf(played.state))[0]?.answers.map(({ by }) => by)).toEqual(["PERSON"]);
    const later = play([["2026-04-01", answer, told(first), told(moved)]], "2026-04-11");
    expect(meetingsOf(factsOf(later.state))[0]).toMatchObject({ state: "MOVED", answers: [] });
  });

  test("is answered by an answer that names none when its call was the last before", () => {
    const nameless = facts("a", { ...meetingAnswer("m1", "CLINICIAN", "2026-04-11"), id: "" });
    const played = play(
      [["2026-04-11", told(first), told(call("m2", "2026-04-05", "2026-05-01")), nameless]],
      "2026-04-11",
    );
    expect(meetingsOf(factsOf(played.state)).map(({ id, answers }) => [id, answers.length])).toEqual([
      ["m1", 0],
      ["m2", 1],
    ]);
  });

  test("keeps the call that was made last, in whatever order calls come", () => {
    const played = play([["2026-04-10", told(moved), told(first)]], "2026-04-10");
    expect(meetingsOf(factsOf(played.state))[0]?.call?.at).toBe(at(d("2026-04-10")));
  });
});

describe("welfare's own spells", () => {
  const content = (determined: string, ...spells: ReadonlyArray<WelfareSpell>) => ({
    spells,
    repeatedAbsence: false,
    told: {
      determinedAt: at(d(determined)),
      sourceId: `t-${determined}`,
      referenceBitId: "b",
      referenceBitAt: at(d(determined)),
      diedOn: null,
    },
  });
  const one = (start: string, end: string): WelfareSpell => ({
    start: d(start),
    end: d(end),
    days: null,
    employers: ["111"],
    gradedAtEnd: false,
    employedAtEnd: true,
  });
  const record = (on: string, ...spells: ReadonlyArray<WelfareSpell>): Arrival => ({
    name: `record ${on} ${spells.length}`,
    document: (occasion) => ({ type: "TakeWelfareSpells", occasion, content: content(on, ...spells) }),
  });

  test("replace the former ones; an older record changes nothing", () => {
    const played = play(
      [
        ["2026-01-12", record("2026-01-12", one("2026-01-05", "2026-01-18"))],
        ["2026-01-13", record("2026-01-10", one("2026-01-01", "2026-01-02"))],
        ["2026-01-14", record("2026-01-14", one("2026-01-05", "2026-01-25"))],
        ["2026-01-15", record("2026-01-15")],
      ],
      "2026-01-15",
    );
    expect(lines(played)).toEqual([
      "19 WELFARE STANDS r1 2026-01-05..2026-01-18",
      "19 WELFARE STANDS r2 2026-01-05..2026-01-25",
      "19 WELFARE NONE r3 -..-",
    ]);
  });

  test("bring duties where the hub knows of no absence, and yield to the hub's own", () => {
    const kinds = (...steps: Parameters<typeof play>[0]) =>
      dutiesIn(play(steps, "2026-01-20").state, policy)
        .filter(({ kind }) => kind === "PLAN")
        .map(({ since }) => since);
    const theirs = record("2026-01-12", one("2026-01-01", "2026-03-18"));
    expect(kinds(["2026-01-12", theirs])).toEqual([d("2026-01-01")]);
    expect(kinds(["2026-01-12", theirs, spell("k1", "2026-01-05", "2026-03-18")])).toEqual([d("2026-01-05")]);
  });
});

describe("decisions", () => {
  test("of one id count by their last assessment", () => {
    const early = decision("ACTIVITY_REQUIREMENT", "OPPFYLT", "2026-02-01", { id: "d1" });
    const late = decision("ACTIVITY_REQUIREMENT", "NY_VURDERING", "2026-02-10", { id: "d1", final: false });
    const played = play(
      [
        ["2026-01-05", spell("k1", "2026-01-05", "2026-03-10")],
        ["2026-02-10", told(late), told(early)],
      ],
      "2026-03-03",
    );
    expect(lines(played)).toContain("28 ACTIVITY due 2026-03-02 found 2026-03-03 OPEN");
  });
});

test("new content after a review stands, and one before it does not", () => {
  const spellsAfter = (at2: string) =>
    play(
      [
        [
          "2026-03-10",
          facts(
            "k",
            certificate("k1", "2026-03-02", [["2026-03-02", "2026-03-08"]]),
            review("k1", "2026-03-05", "INVALID"),
            certificate("k1", at2, [["2026-03-02", "2026-03-09"]], { revision: 1 }),
          ),
        ],
      ],
      "2026-03-10",
    ).state.spells.length;
  expect([spellsAfter("2026-03-06"), spellsAfter("2026-03-04")]).toEqual([1, 0]);
});

test("a piece of a certificate that was deleted goes by the key of its resource", () => {
  const piece = bit("b1", ["2026-01-05", "2026-01-18"], "SYKMELDING SENDT PERIODE INGEN_AKTIVITET", {
    resourceKey: "hmac",
  });
  const known = certificate("k1", "2026-01-05", [["2026-01-05", "2026-01-18"]], { aliases: ["hmac"] });
  const gone = deleted("k1", "2026-01-08");
  expect(play([["2026-01-08", told(piece), facts("k", known, gone)]], "2026-01-08").state.spells).toEqual([]);
});

test("a referral is delivered by the delivery of its message", () => {
  const facts1 = [
    referral("r1", "2026-03-01", { messages: ["archive-1"] }),
    step("archive-1", "DELIVERED", "2026-03-02"),
  ];
  const { state } = play([["2026-03-02", facts("r", ...facts1)]], "2026-03-02");
  expect(dutiesIn(state, policy).map(({ kind, since }) => [kind, since])).toEqual([
    ["ANSWER_REFERRAL", d("2026-03-02")],
  ]);
});

test("a message that is sent again is due from the first time", () => {
  const played = play(
    [["2026-03-02", facts("o", outgoing("o1", "2026-03-04"), outgoing("o1", "2026-03-02"))]],
    "2026-03-20",
  );
  expect(lines(played)).toEqual(["28 RECEIPT due 2026-03-06 found 2026-03-07 OPEN"]);
});

test("a day that passes over a person without duties tells nothing", () =>
  expect(lines(play([], "2026-01-20"))).toEqual([]));

test("a certificate that is opened again is the person's once more", () => {
  const played = play(
    [
      [
        "2026-03-02",
        facts("k", certificate("k1", "2026-03-02", [["2026-03-02", "2026-03-08"]]), use("k1", "2026-03-02")),
      ],
    ],
    "2026-03-02",
  );
  const open = (state: typeof played.state) =>
    dutiesIn(state, policy).filter((duty) => duty.kind === "USE_CERTIFICATE" && isOpen(duty, day(d("2026-03-06"))))
      .length;
  expect(open(played.state)).toBe(0);
  const again = play(
    [
      [
        "2026-03-02",
        facts("k", certificate("k1", "2026-03-02", [["2026-03-02", "2026-03-08"]]), use("k1", "2026-03-02")),
      ],
      ["2026-03-05", facts("o", use("k1", "2026-03-05", "OPEN"))],
    ],
    "2026-03-05",
  );
  expect(open(again.state)).toBe(1);
});
