import { printDay } from "@samvirke/kernel";
import { signingDay } from "../days.ts";
import type { RuleFacts } from "../facts.ts";
import type { Case } from "./builder.cases.ts";
import { at, basis, certificate, d, graded, monday, period, plus, says, unset } from "./builder.cases.ts";

const hospital = { mainDiagnosis: { code: "M545", system: "2.16.578.1.12.4.1.1.7110" } };
const from = (first: string, days = 10) => ({ periods: [period(first, plus(first, days))] });
const born = (day: string) => ({ patient: { number: "15889054321", birthDay: d(day) } });
const tooYoung = "INVALID PASIENT_YNGRE_ENN_13";
const ahead = "INVALID FREMDATERT";
const back = "INVALID TILBAKEDATERT_MER_ENN_3_AR";
const tooLong = "INVALID TOTAL_VARIGHET_OVER_ETT_AAR";

const ages: ReadonlyArray<Case> = [
  says("a last day on the thirteenth birthday passes", born("2013-03-15"), "OK"),
  says("a last day on the day before the thirteenth birthday is refused", born("2013-03-16"), tooYoung),
  says(
    "the last day of all periods decides",
    { ...born("2013-03-10"), periods: [period(monday, "2026-03-06"), period("2026-03-07", "2026-03-10")] },
    "OK",
  ),
  says("an unknown birth day passes", { patient: { number: "15889054321" } }, "OK"),
];

const futures: ReadonlyArray<Case> = [
  says("thirty days ahead pass", from("2026-04-01"), "OK"),
  says("thirty-one days ahead are refused", from("2026-04-02"), ahead),
  says(
    "the first day of all periods decides",
    { periods: [period("2026-04-02", "2026-04-03"), period("2026-04-01", "2026-04-01")] },
    "OK",
  ),
  says(
    "just after midnight in Oslo the new day counts",
    { ...from("2026-04-01"), generatedAt: at("2026-03-01T23:00:00Z") },
    "OK",
  ),
  says(
    "just before midnight in Oslo the old day counts",
    { ...from("2026-04-01"), generatedAt: at("2026-03-01T22:59:59Z") },
    ahead,
  ),
  says("NAV's way counts the day in UTC", { ...from("2026-04-01"), generatedAt: at("2026-03-01T23:30:00Z") }, ahead, {
    signingDay: "utc",
  }),
  says(
    "NAV's way begins the day at midnight UTC",
    { ...from("2026-04-01"), generatedAt: at("2026-03-02T00:00:00Z") },
    "OK",
    { signingDay: "utc" },
  ),
];

const pasts: ReadonlyArray<Case> = [
  says("three years back to the day pass", { ...hospital, ...from("2023-03-02") }, "OK"),
  says("three years and a day back are refused", { ...hospital, ...from("2023-03-01") }, back),
  says(
    "the day of receipt decides, not the day of signing",
    { ...hospital, ...from("2023-03-02"), today: d("2026-03-03") },
    back,
  ),
  says(
    "three years before a leap day end on 28 February",
    { ...hospital, ...from("2025-02-28"), today: d("2028-02-29") },
    "OK",
  ),
];

const lengths: ReadonlyArray<Case> = [
  says("366 calendar days pass", from(monday, 365), "OK"),
  says("367 calendar days are refused", from(monday, 366), tooLong),
  says(
    "all periods count together",
    { periods: [period(monday, plus(monday, 200)), graded(plus(monday, 201), plus(monday, 366), 50)] },
    tooLong,
  ),
];

const signs = (title: string, facts: RuleFacts, expected: string, day: "oslo" | "utc" = "oslo"): Case => ({
  title,
  actual: () => printDay(signingDay(facts, basis({ signingDay: day }).policy)),
  expected,
});

const paper = (more: Partial<RuleFacts>): RuleFacts =>
  certificate({
    mode: "paper",
    periods: [graded("2026-02-01", "2026-02-03", 50), period("2026-02-04", "2026-02-09")],
    ...more,
  });

const signings: ReadonlyArray<Case> = [
  signs("paper is signed on the day of treatment", paper({ treatedAt: at("2026-02-11T23:59:00Z") }), "2026-02-11"),
  signs("paper without treatment is signed on the first wholly sick day", unset(paper({}), "treatedAt"), "2026-02-04"),
  signs(
    "paper without wholly sick period is signed on the first day of its first period",
    unset(
      paper({ periods: [graded("2026-02-01", "2026-02-03", 50), graded("2026-01-20", "2026-01-31", 40)] }),
      "treatedAt",
    ),
    "2026-02-01",
  ),
  signs(
    "a summer night belongs to the new day in Oslo",
    certificate({ generatedAt: at("2026-06-30T22:00:00Z") }),
    "2026-07-01",
  ),
  signs(
    "a summer night belongs to the old day in UTC",
    certificate({ generatedAt: at("2026-06-30T22:00:00Z") }),
    "2026-06-30",
    "utc",
  ),
];

export const dateCases: ReadonlyArray<Case> = [...ages, ...futures, ...pasts, ...lengths, ...signings];
