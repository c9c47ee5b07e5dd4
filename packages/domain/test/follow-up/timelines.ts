import type { FollowUpFact } from "../../src/index.ts";
import {
  bit,
  call,
  certificate,
  consent,
  decision,
  deleted,
  died,
  effort,
  meetingAnswer,
  meetingEnd,
  message,
  outgoing,
  plan,
  plus,
  referral,
  review,
  sent,
  settled,
  step,
  use,
} from "./build.ts";

/** A history made by hand, the rule that it shows and the section that demands it. */
export interface Timeline {
  readonly rule: string;
  readonly section: string;
  readonly facts: ReadonlyArray<FollowUpFact>;
  /** `start..end days`, then what holds at the end. */
  readonly spells?: ReadonlyArray<string>;
  readonly whollyAway?: ReadonlyArray<string>;
  /** `KIND due` of what is reached when all days have passed. */
  readonly reached?: ReadonlyArray<string>;
  /** Who has the ball on a day: `HOLDER kinds`. */
  readonly ball?: readonly [day: string, ...turns: ReadonlyArray<string>];
}

const long = sent("k1", [["2026-01-05", "2026-08-30"]]);

const spellLines: ReadonlyArray<Timeline> = [
  {
    rule: "one certificate is one spell",
    section: "4.3 steps 1-3",
    facts: sent("k1", [["2026-01-05", "2026-01-18"]]),
    spells: ["2026-01-05..2026-01-18 14 employed 111"],
  },
  {
    rule: "15 days at work between two absences keep the spell",
    section: "4.3 step 5",
    facts: [...sent("k1", [["2026-01-05", "2026-01-18"]]), ...sent("k2", [["2026-02-03", "2026-02-10"]])],
    spells: ["2026-01-05..2026-02-10 22 employed 111"],
  },
  {
    rule: "16 days at work end the spell",
    section: "4.3 step 5",
    facts: [...sent("k1", [["2026-01-05", "2026-01-18"]]), ...sent("k2", [["2026-02-04", "2026-02-10"]])],
    spells: ["2026-01-05..2026-01-18 14 employed 111", "2026-02-04..2026-02-10 7 employed 111"],
  },
  {
    rule: "with two employers a day is at work only when both say so",
    section: "4.3 step 3",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-01-18"]], "111"),
      ...sent("k2", [["2026-01-12", "2026-02-15"]], "222"),
      bit("b1", ["2026-01-19", "2026-02-15"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", { employer: "111" }),
    ],
    spells: ["2026-01-05..2026-02-15 42 employed 111,222"],
    whollyAway: ["2026-01-05..2026-01-18"],
  },
  {
    rule: "with two employers the spell ends when both are back",
    section: "4.3 step 3",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-03-01"]], "111"),
      ...sent("k2", [["2026-01-05", "2026-03-01"]], "222"),
      bit("b1", ["2026-02-02", "2026-03-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", { employer: "111" }),
      bit("b2", ["2026-02-02", "2026-03-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", { employer: "222" }),
    ],
    spells: ["2026-01-05..2026-02-01 28 employed 111,222"],
  },
  {
    rule: "a holiday straight after an absence belongs to it",
    section: "4.3 step 4",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-02-15"]]),
      bit("b1", ["2026-01-26", "2026-02-15"], "SYKEPENGESOKNAD SENDT FERIE"),
    ],
    spells: ["2026-01-05..2026-02-15 42 employed 111"],
  },
  {
    rule: "a holiday after a day at work counts towards the gap",
    section: "4.3 step 4",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-01-18"]]),
      bit("b1", ["2026-01-20", "2026-02-03"], "SYKEPENGESOKNAD SENDT FERIE"),
      ...sent("k2", [["2026-02-04", "2026-02-10"]]),
    ],
    spells: ["2026-01-05..2026-01-18 14 employed 111", "2026-02-04..2026-02-10 7 employed 111"],
  },
  {
    rule: "a holiday before any absence is no absence",
    section: "4.3 step 4",
    facts: [
      bit("b1", ["2026-01-01", "2026-01-04"], "SYKEPENGESOKNAD SENDT FERIE"),
      ...sent("k1", [["2026-01-05", "2026-01-18"]]),
    ],
    spells: ["2026-01-05..2026-01-18 14 employed 111"],
  },
  {
    rule: "a graded day is absence, and not wholly away",
    section: "4.3 step 3; C3 dialogue meeting 1",
    facts: sent("k1", [
      ["2026-01-05", "2026-02-01"],
      ["2026-02-02", "2026-03-01", "GRADED"],
    ]),
    spells: ["2026-01-05..2026-03-01 56 graded employed 111"],
    whollyAway: ["2026-01-05..2026-02-01"],
  },
  {
    rule: "treatment days, travel support and awaiting are days at work",
    section: "4.3 step 3",
    facts: sent("k1", [
      ["2026-01-05", "2026-01-11"],
      ["2026-01-12", "2026-01-25", "TREATMENT_DAYS"],
      ["2026-01-26", "2026-02-08", "TRAVEL_SUPPORT"],
      ["2026-02-09", "2026-02-22", "AWAITING"],
    ]),
    spells: ["2026-01-05..2026-01-11 7 employed 111"],
  },
  {
    rule: "of what was sent, wholly away counts before graded, however late the graded one came",
    section: "4.3 step 2; C1",
    facts: [
      certificate("k1", "2026-01-05", [["2026-01-05", "2026-01-25"]]),
      use("k1", "2026-01-05"),
      certificate("k2", "2026-01-12", [["2026-01-12", "2026-01-25", "GRADED"]]),
      use("k2", "2026-01-13"),
    ],
    spells: ["2026-01-05..2026-01-25 21 employed 111"],
    whollyAway: ["2026-01-05..2026-01-25"],
  },
  {
    rule: "of two equal sources over a day the latest counts",
    section: "4.3 step 2",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-01-18"]]),
      bit("b1", ["2026-01-05", "2026-01-18"], "SYKMELDING SENDT PERIODE INGEN_AKTIVITET", { employer: null }),
    ],
    spells: ["2026-01-05..2026-01-18 14 111"],
  },
  {
    rule: "what the person says in the application counts more than the certificate",
    section: "4.3 step 2",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-02-01"]]),
      bit("b1", ["2026-01-19", "2026-02-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT"),
    ],
    spells: ["2026-01-05..2026-01-18 14 employed 111"],
  },
  {
    rule: "a corrected application replaces the earlier one",
    section: "4.3 step 6",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-02-01"]]),
      bit("b1", ["2026-01-12", "2026-02-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", { resourceId: "s1" }),
      bit("b2", ["2026-01-19", "2026-02-01"], "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT", {
        resourceId: "s2",
        corrects: "s1",
      }),
    ],
    spells: ["2026-01-05..2026-01-18 14 employed 111"],
  },
  {
    rule: "a certificate that nobody has sent counts in the lowest place",
    section: "4.3 step 6",
    facts: [certificate("k1", "2026-01-05", [["2026-01-05", "2026-01-18"]])],
    spells: ["2026-01-05..2026-01-18 14"],
  },
  {
    rule: "a certificate that is set aside, expired or found invalid gives no absence",
    section: "C1",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-01-18"]]),
      use("k1", "2026-01-06", "ASIDE"),
      certificate("k2", "2026-03-01", [["2026-03-01", "2026-03-10"]]),
      review("k2", "2026-03-03", "INVALID"),
      certificate("k3", "2026-05-01", [["2026-05-01", "2026-05-10"]]),
      use("k3", "2026-05-02", "EXPIRED"),
      use("k3", "2026-05-04", "OPEN"),
    ],
    spells: [],
  },
  {
    rule: "deleting a certificate by welfare's name takes its pieces too",
    section: "C1 any, 12; C4.1",
    facts: [
      certificate("k1", "2026-01-05", [["2026-01-05", "2026-01-18"]], { aliases: ["nav-1"] }),
      bit("b1", ["2026-01-05", "2026-01-18"], "SYKMELDING SENDT PERIODE INGEN_AKTIVITET", { resourceId: "nav-1" }),
      deleted("nav-1", "2026-01-08"),
    ],
    spells: [],
  },
  {
    rule: "without an employer nobody owes a plan",
    section: "C3 plan",
    facts: [certificate("k1", "2026-01-05", [["2026-01-05", "2026-05-30"]]), use("k1", "2026-01-05", "CONFIRMED")],
    spells: ["2026-01-05..2026-05-30 146"],
    reached: ["ACTIVITY 2026-03-02"],
  },
  {
    rule: "five spells of together 100 days within three years are repeated absence",
    section: "4.3 step 7",
    facts: [16, 21, 21, 21, 21].flatMap((days, index) => {
      const from = plus("2024-01-01", index * 60);
      return sent(`k${index}`, [[from, plus(from, days - 1)]]);
    }),
    spells: [
      "2024-01-01..2024-01-16 16 employed 111",
      "2024-03-01..2024-03-21 21 employed 111",
      "2024-04-30..2024-05-20 21 employed 111",
      "2024-06-29..2024-07-19 21 employed 111",
      "2024-08-28..2024-09-17 21 employed repeated 111",
    ],
  },
  {
    rule: "two spells of together 300 days are repeated absence",
    section: "4.3 step 7",
    facts: [
      ...sent("k1", [["2024-01-01", plus("2024-01-01", 149)]]),
      ...sent("k2", [["2024-08-01", plus("2024-08-01", 149)]]),
    ],
    spells: ["2024-01-01..2024-05-29 150 employed 111", "2024-08-01..2024-12-28 150 employed repeated 111"],
  },
  {
    rule: "a spell that ended more than three years before does not count",
    section: "4.3 step 7",
    facts: [
      ...sent("k1", [["2022-01-01", plus("2022-01-01", 149)]]),
      ...sent("k2", [["2025-06-01", plus("2025-06-01", 149)]]),
    ],
    spells: ["2022-01-01..2022-05-30 150 employed 111", "2025-06-01..2025-10-28 150 employed 111"],
  },
];

const dutyLines: ReadonlyArray<Timeline> = [
  {
    rule: "the duties of absence fall due one after the other",
    section: "C3",
    facts: long,
    reached: [
      "PLAN 2026-02-02",
      "DIALOGUE_MEETING_1 2026-02-23",
      "ACTIVITY 2026-03-02",
      "PREPARE_MEETING_2 2026-05-04",
      "DIALOGUE_MEETING_2 2026-07-06",
    ],
    ball: ["2026-01-20", "EMPLOYER DIALOGUE_MEETING_1,PLAN", "WELFARE ACTIVITY,DIALOGUE_MEETING_2,PREPARE_MEETING_2"],
  },
  {
    rule: "a plan, a meeting and a final decision meet the duties",
    section: "C3 closed by",
    facts: [
      ...long,
      plan("p1", "2026-01-28"),
      decision("ACTIVITY_REQUIREMENT", "OPPFYLT", "2026-02-20"),
      call("m1", "2026-04-20", "2026-05-20"),
      meetingAnswer("m1", "PERSON", "2026-04-22"),
      meetingAnswer("m1", "EMPLOYER", "2026-04-22"),
      meetingAnswer("m1", "CLINICIAN", "2026-04-22"),
      meetingEnd("m1", "2026-05-20"),
    ],
    reached: ["DIALOGUE_MEETING_1 2026-02-23"],
    ball: ["2026-06-01"],
  },
  {
    rule: "the second employer's plan is due four weeks after the absence there began",
    section: "C3 plan",
    facts: [...sent("k1", [["2026-01-05", "2026-02-20"]]), ...sent("k2", [["2026-01-19", "2026-02-20"]], "222")],
    reached: ["PLAN 2026-02-02", "PLAN 2026-02-16"],
  },
  {
    rule: "who becomes graded before seven weeks owes no first meeting",
    section: "C3 dialogue meeting 1",
    facts: sent("k1", [
      ["2026-01-05", "2026-02-22"],
      ["2026-02-23", "2026-03-20", "GRADED"],
    ]),
    reached: ["PLAN 2026-02-02", "ACTIVITY 2026-03-02"],
  },
  {
    rule: "a decision that is not final leaves the requirement of activity open",
    section: "C3 activity",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-03-10"]]),
      plan("p1", "2026-01-10"),
      decision("ACTIVITY_REQUIREMENT", "AVVENT", "2026-02-20", { final: false }),
    ],
    reached: ["DIALOGUE_MEETING_1 2026-02-23", "ACTIVITY 2026-03-02"],
  },
  {
    rule: "not relevant takes the requirement of activity away",
    section: "C3 activity",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-03-10"]]),
      plan("p1", "2026-01-10"),
      decision("ACTIVITY_REQUIREMENT", "IKKE_AKTUELL", "2026-03-09"),
    ],
    reached: ["DIALOGUE_MEETING_1 2026-02-23"],
  },
  {
    rule: "the requirement of activity needs eight weeks of absence, days at work not counted",
    section: "4.2",
    facts: [...sent("k1", [["2026-01-05", "2026-02-03"]]), ...sent("k2", [["2026-02-14", "2026-03-11"]])],
    spells: ["2026-01-05..2026-03-11 56 employed 111"],
    reached: ["PLAN 2026-02-02", "ACTIVITY 2026-03-02"],
  },
  {
    rule: "an exemption ends the duty of meeting 2, a candidate record only its preparation",
    section: "C3 meeting 2",
    facts: [
      ...long,
      decision("MEETING_NEED", "STOPPUNKT", "2026-05-04", { id: "c1", final: false }),
      decision("MEETING_NEED", "UNNTAK", "2026-05-20", { id: "c2" }),
    ],
    reached: ["PLAN 2026-02-02", "DIALOGUE_MEETING_1 2026-02-23", "ACTIVITY 2026-03-02"],
  },
  {
    rule: "a meeting held without a call counts",
    section: "C3 meeting",
    facts: [...long, meetingEnd("m9", "2026-04-10")],
    reached: ["PLAN 2026-02-02", "DIALOGUE_MEETING_1 2026-02-23", "ACTIVITY 2026-03-02"],
  },
  {
    rule: "an answer to the earlier call does not count after the meeting was moved",
    section: "C3 meeting",
    facts: [
      call("m1", "2026-04-01", "2026-04-20", { participants: ["PERSON"] }),
      meetingAnswer("m1", "PERSON", "2026-04-12", "2026-04-01"),
      call("m1", "2026-04-10", "2026-05-04", { participants: ["PERSON"] }),
    ],
    reached: ["ANSWER_CALL 2026-05-04"],
    ball: ["2026-04-15", "PERSON ANSWER_CALL"],
  },
  {
    rule: "each who is to take part has a turn until the meeting ends",
    section: "C3 answer the call",
    facts: [
      call("m1", "2026-04-01", "2026-04-20"),
      meetingAnswer("m1", "CLINICIAN", "2026-04-03"),
      meetingEnd("m1", "2026-04-12", "CANCELLED"),
    ],
    reached: [],
    ball: ["2026-04-05", "EMPLOYER ANSWER_CALL", "PERSON ANSWER_CALL"],
  },
  {
    rule: "a question without a day of its own is due after three weeks",
    section: "C3 answer the question",
    facts: [message("x1", "QUESTION", "2026-03-02"), message("x2", "ANSWER", "2026-03-24")],
    reached: ["ANSWER_QUESTION 2026-03-23"],
  },
  {
    rule: "a question's own day counts, and a return takes the question back",
    section: "C3 answer the question",
    facts: [
      message("x1", "QUESTION", "2026-03-02", { dueDay: 20_524 as never }),
      message("x2", "QUESTION", "2026-03-02", { conversation: "c2" }),
      message("x3", "RETURN", "2026-03-05", { conversation: "c2" }),
    ],
    reached: ["ANSWER_QUESTION 2026-03-12"],
  },
  {
    rule: "an answer that needs consent keeps the question open and hands the ball to the person",
    section: "C3 consent; A2 R16",
    facts: [message("x1", "QUESTION", "2026-03-02"), message("x2", "ANSWER", "2026-03-05", { needsConsent: true })],
    reached: ["CONSENT 2026-03-19", "ANSWER_QUESTION 2026-03-23"],
    ball: ["2026-03-06", "PERSON CONSENT"],
  },
  {
    rule: "with the consent the question is the clinician's again",
    section: "C3 consent",
    facts: [
      message("x1", "QUESTION", "2026-03-02"),
      message("x2", "ANSWER", "2026-03-05", { needsConsent: true }),
      consent("c1", "2026-03-10"),
    ],
    reached: ["ANSWER_QUESTION 2026-03-23"],
    ball: ["2026-03-11", "CLINICIAN ANSWER_QUESTION"],
  },
  {
    rule: "help asked at once is due sooner; a message from welfare answers",
    section: "C3 help asked",
    facts: [
      certificate("k1", "2026-03-02", [["2026-03-02", "2026-03-08"]], { help: "AT_ONCE" }),
      certificate("k2", "2026-03-02", [["2026-03-02", "2026-03-08"]], { help: "ASKED" }),
      message("x1", "NOTE", "2026-03-02", { conversation: "c9", asksHelp: true }),
      message("x2", "NOTE", "2026-03-31", { conversation: "c8", from: "WELFARE" }),
    ],
    reached: ["HELP_ASKED 2026-03-09", "HELP_ASKED 2026-03-30", "HELP_ASKED 2026-03-30"],
  },
  {
    rule: "that a plan was passed on to the clinician answers nobody who asked for help",
    section: "C3 help asked",
    facts: [plan("p1", "2026-03-02", "111", true), message("x1", "PLAN_LETTER", "2026-03-02", { from: "WELFARE" })],
    reached: ["HELP_ASKED 2026-03-30"],
    ball: ["2026-03-10", "WELFARE HELP_ASKED"],
  },
  {
    rule: "a plan that asks for help hands welfare the ball; a measure answers",
    section: "C3 help asked",
    facts: [plan("p1", "2026-03-02", "111", true), effort("e1", "2026-03-20")],
    reached: [],
    ball: ["2026-03-10", "WELFARE HELP_ASKED"],
  },
  {
    rule: "a referral is answered within the time of its programme, counted from delivery",
    section: "C3 answer the referral",
    facts: [
      referral("r1", "2026-03-01", { programme: "TREATMENT" }),
      step("r1", "DELIVERED", "2026-03-02"),
      referral("r2", "2026-03-01", { programme: "WORK_HELP" }),
      step("r2", "DELIVERED", "2026-03-02"),
      referral("r3", "2026-03-01"),
      step("r3", "DELIVERED", "2026-03-02"),
    ],
    reached: ["ANSWER_REFERRAL 2026-03-16", "ANSWER_REFERRAL 2026-03-23", "ANSWER_REFERRAL 2026-03-30"],
  },
  {
    rule: "a forwarded referral is the new receiver's",
    section: "C2 forwarded",
    facts: [
      referral("r1", "2026-03-01"),
      step("r1", "DELIVERED", "2026-03-02"),
      step("r1", "FORWARDED", "2026-03-10", "third"),
      step("r1", "GRANTED", "2026-04-01"),
    ],
    reached: [],
    ball: ["2026-03-12", "RECEIVER/third ANSWER_REFERRAL"],
  },
  {
    rule: "a referral that is cancelled ahead leaves no duty",
    section: "C2 cancelledAhead; C4.1",
    facts: [
      step("r1", "CANCELLED", "2026-03-01"),
      referral("r1", "2026-03-02", { toWelfare: true, needsConsent: true }),
      step("r1", "DELIVERED", "2026-03-02"),
    ],
    reached: [],
  },
  {
    rule: "a receipt is due after 96 hours, by the clock of Oslo",
    section: "C3 receipt; R56",
    facts: [outgoing("o1", "2026-03-02", 23), outgoing("o2", "2026-03-02"), settled("o2", "2026-03-04")],
    reached: ["RECEIPT 2026-03-06"],
  },
  {
    rule: "a certificate under review is welfare's until it is decided",
    section: "C3 review",
    facts: [certificate("k1", "2026-03-02", [["2026-03-02", "2026-03-08"]], { assessment: "PENDING" })],
    reached: ["REVIEW 2026-03-09"],
    ball: ["2026-03-20", "WELFARE REVIEW", "PERSON USE_CERTIFICATE"],
  },
  {
    rule: "death closes every duty",
    section: "B 2; C3",
    facts: [...long, died("2026-02-10")],
    reached: ["PLAN 2026-02-02"],
    ball: ["2026-02-10"],
  },
  {
    rule: "after 248 days with sick pay it ends, and welfare has the ball eight weeks before",
    section: "4.1; C3 end of sick pay near",
    facts: sent("k1", [["2026-01-05", "2027-01-31"]]),
    reached: [
      "PLAN 2026-02-02",
      "DIALOGUE_MEETING_1 2026-02-23",
      "ACTIVITY 2026-03-02",
      "PREPARE_MEETING_2 2026-05-04",
      "DIALOGUE_MEETING_2 2026-07-06",
      "END_OF_SICK_PAY 2027-01-01",
    ],
  },
  {
    rule: "a decision on sick pay while seeking work meets the end of sick pay",
    section: "C3 end of sick pay near",
    facts: [...sent("k1", [["2026-01-05", "2027-01-31"]]), decision("JOB_SEEKING_PERIOD", "FATTET", "2026-12-01")],
    reached: [
      "PLAN 2026-02-02",
      "DIALOGUE_MEETING_1 2026-02-23",
      "ACTIVITY 2026-03-02",
      "PREPARE_MEETING_2 2026-05-04",
      "DIALOGUE_MEETING_2 2026-07-06",
    ],
  },
  {
    rule: "26 weeks fit for work give a new right to sick pay",
    section: "4.1 ftrl. 8-12",
    facts: [
      ...sent("k1", [["2026-01-05", "2026-08-30"]]),
      ...sent("k2", [[plus("2026-08-30", 183), plus("2026-08-30", 183 + 180)]]),
    ].concat(plan("p1", "2026-01-06"), plan("p2", "2027-03-02")),
    reached: [
      "DIALOGUE_MEETING_1 2026-02-23",
      "ACTIVITY 2026-03-02",
      "PREPARE_MEETING_2 2026-05-04",
      "DIALOGUE_MEETING_2 2026-07-06",
      "DIALOGUE_MEETING_1 2027-04-19",
      "ACTIVITY 2027-04-26",
      "PREPARE_MEETING_2 2027-06-28",
    ],
  },
  {
    rule: "sick pay of more than three years ago is not counted",
    section: "4.1 ftrl. 8-12",
    facts: Array.from({ length: 7 }, (_, index) => {
      const from = plus("2022-01-03", index * 230);
      return [...sent(`k${index}`, [[from, plus(from, 74)]]), plan(`p${index}`, from)];
    }).flat(),
    reached: Array.from({ length: 7 }, (_, index) => {
      const from = plus("2022-01-03", index * 230);
      return [`DIALOGUE_MEETING_1 ${plus(from, 49)}`, `ACTIVITY ${plus(from, 56)}`];
    }).flat(),
  },
];

/** Every timeline made by hand. */
export const timelines: ReadonlyArray<Timeline> = [...spellLines, ...dutyLines];
