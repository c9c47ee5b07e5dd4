import { evaluateRules } from "../evaluate.ts";
import type { EarlierCertificate, Period, RuleFacts } from "../facts.ts";
import type { Case } from "./builder.cases.ts";
import {
  at,
  awaiting,
  basis,
  certificate,
  earlier,
  graded,
  monday,
  period,
  plus,
  treatment,
  unset,
} from "./builder.cases.ts";

const first = "første ledd første punktum";
const second = "andre ledd andre punktum";

const judgement = (facts: RuleFacts): string => {
  const { outcome, hits, assessments } = evaluateRules(facts, basis());
  const law = assessments
    .find(({ tree }) => tree === "TILBAKEDATERING")
    ?.legalSource.slice("ftrl. § 8-7".length)
    .trim();
  return [outcome, ...hits.map(({ rule }) => rule), law].filter((part) => part !== "").join(", ");
};

/** The certificate begins a number of days before it is signed and lasts a number of calendar days. */
const back = (days: number, more: Partial<RuleFacts> = {}, length = 14): RuleFacts =>
  certificate({ periods: [period(plus(monday, -days), plus(monday, length - 1 - days))], ...more });

const judges = (title: string, facts: RuleFacts, expected: string): Case => ({
  title,
  actual: () => judgement(facts),
  expected,
});

const day = (offset: number): string => plus(monday, offset);
const reason = { backdatingReason: "Kontorstengt" };
const shortly = "INVALID, INNTIL_8_DAGER, første ledd første punktum";
const month = "INVALID, MINDRE_ENN_1_MAANED, første ledd første punktum";
const monthManual = "MANUAL, MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE";
const later = "INVALID, OVER_1_MND";
const laterManual = "MANUAL, OVER_1_MND_MED_BEGRUNNELSE";
const icd10 = { mainDiagnosis: { code: "M545", system: "2.16.578.1.12.4.1.1.7110" } };
/** Ends the day before a certificate that begins `days` back. */
const joined = (days: number) => ({ earlier: [earlier([period(day(-days - 40), day(-days - 1))])] });

const prolongedShortly = back(9, { ...reason, earlier: [earlier([period(day(-11), day(-10))])] }, 5);

const steps: ReadonlyArray<Case> = [
  judges("a certificate from the day of signing is not backdated", back(0), `OK, ${first}`),
  judges("a certificate from the day after is not backdated", back(-1), `OK, ${first}`),
  judges("one day back needs no reason", back(1), `OK, ${second}`),
  judges("four days back need no reason", back(4), `OK, ${second}`),
  judges("five days back need a reason", back(5), shortly),
  judges("five days back with a reason pass", back(5, reason), `OK, ${second}`),
  judges("eight days back with a reason pass", back(8, reason), `OK, ${second}`),
  judges("eight days back without a reason are refused", back(8), shortly),
  judges("five days back as prolongation pass", back(5, joined(5)), `OK, ${first}`),
  judges("eight days back as prolongation pass", back(8, joined(8)), `OK, ${first}`),
  judges(
    "eight days back with reason and prolongation pass for the reason",
    back(8, { ...reason, ...joined(8) }),
    `OK, ${second}`,
  ),
  judges("nine days back without a reason are refused", back(9), month),
  judges("nine days back as prolongation without a reason are refused", back(9, joined(9)), month),
  judges("nine days back as prolongation with a reason pass", back(9, { ...reason, ...joined(9) }), `OK, ${first}`),
  judges("nine days back with a reason in the employer's days pass", back(9, reason), `OK, ${second}`),
  judges("nine days back with a reason beyond the employer's days are assessed", back(9, reason, 17), monthManual),
  judges("a month back to the day is within the month", back(28, reason, 17), monthManual),
  judges("a month and a day back with a short reason is refused", back(29, reason), later),
  judges("a month and a day back without a reason is refused", back(29), later),
  judges(
    "a month and a day back in three words is assessed",
    back(29, { backdatingReason: "Kontoret var stengt" }),
    laterManual,
  ),
  judges(
    "a month and a day back in four words is assessed",
    back(29, { backdatingReason: "Kontoret var lenge stengt" }),
    laterManual,
  ),
  judges("a month and a day back in two words is refused", back(29, { backdatingReason: "Var stengt" }), later),
  judges("prolongation is not asked for beyond a month", back(29, { ...reason, ...joined(29) }), later),
  judges("prolongation is asked for before the employer's days", prolongedShortly, `OK, ${first}`),
  judges(
    "a certificate sent before is not backdated by three days either",
    back(3, { earlier: [earlier([period(day(-3), day(10))])] }),
    `OK, ${first}`,
  ),
  judges("an ICD-10 diagnosis is never backdated", back(29, icd10), `OK, ${first}`),
];

const fromEndOfJanuary = (signed: string): RuleFacts =>
  certificate({ ...reason, periods: [period("2026-01-31", "2026-02-20")], generatedAt: at(`${signed}T10:00:00Z`) });

const days: ReadonlyArray<Case> = [
  judges("a month from 31 January ends on 28 February", fromEndOfJanuary("2026-02-28"), monthManual),
  judges("1 March is more than a month from 31 January", fromEndOfJanuary("2026-03-01"), later),
  judges(
    "the earliest period decides",
    certificate({ periods: [period(day(-2), day(3)), period(day(-5), day(-3))] }),
    shortly,
  ),
  judges(
    "just after midnight in Oslo a day more is counted",
    back(4, { generatedAt: at("2026-03-02T23:30:00Z") }),
    shortly,
  ),
];

const words = (title: string, text: string, expected: string, from = 5): Case =>
  judges(title, back(from, { backdatingReason: text }), expected);

const reasons: ReadonlyArray<Case> = [
  judges("an absent reason has no words", unset(back(5), "backdatingReason"), shortly),
  words("a blank reason has no words", "   ", shortly),
  words("a lone Norwegian letter is no word", "ø", shortly),
  words("figures are no words", "12 34", shortly),
  ...["A", "Z", "a", "z"].map((letter) => words(`${letter} is a word`, letter, `OK, ${second}`)),
  words("a word may hold figures", "12b", `OK, ${second}`),
  words("line breaks and tabs do not split", "Kontoret\nvar\tstengt", later, 29),
  words("more than one space splits once", " Kontoret   var  stengt ", laterManual, 29),
  words("tokens without letters do not count", "Kontoret - stengt", later, 29),
];

const unsetDiagnosis = (one: EarlierCertificate): EarlierCertificate => {
  const { periods, outcome, remarks, use } = one;
  return { periods, outcome, remarks, use };
};

const sent = (...certificates: ReadonlyArray<EarlierCertificate>) => ({ earlier: certificates });
const same = [period(day(-10), day(3))];
const half = (grade: number): RuleFacts => certificate({ periods: [graded(day(-10), day(3), grade)] });
const again = `OK, ${first}`;
const remarks = ["UGYLDIG_TILBAKEDATERING", "TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER", "UNDER_BEHANDLING"];

const sentAgain: ReadonlyArray<Case> = [
  judges("a certificate sent before is not backdated", back(10, sent(earlier(same))), again),
  judges("another kind was not sent before", back(10, sent(earlier([graded(day(-10), day(3), 50)]))), month),
  judges("another first day was not sent before", back(10, sent(earlier([period(day(-11), day(3))]))), month),
  judges("another last day was not sent before", back(10, sent(earlier([period(day(-10), day(2))]))), month),
  judges("another grade was not sent before", { ...half(50), ...sent(earlier([graded(day(-10), day(3), 60)])) }, month),
  judges("the same grade was sent before", { ...half(50), ...sent(earlier([graded(day(-10), day(3), 50)])) }, again),
  judges(
    "one of several earlier periods is enough",
    back(10, sent(earlier([period(day(-15), day(-12)), ...same]))),
    again,
  ),
  judges(
    "a certificate of two periods was not sent before",
    certificate({ periods: [...same, period(day(4), day(5))], ...sent(earlier(same)) }),
    month,
  ),
  judges(
    "a certificate long ago counts",
    back(10, sent(earlier([period("2019-01-01", "2019-01-02")]), earlier(same))),
    again,
  ),
  judges("another diagnosis was not sent before", back(10, sent(earlier(same, { mainDiagnosisCode: "L03" }))), month),
  judges("the same code spelt otherwise counts", back(10, sent(earlier(same, { mainDiagnosisCode: "l84" }))), again),
  judges("dots in a code do not matter", back(10, sent(earlier(same, { mainDiagnosisCode: "L.84" }))), again),
  judges(
    "an earlier certificate without diagnosis does not count",
    back(10, sent(unsetDiagnosis(earlier(same)))),
    month,
  ),
  judges(
    "a certificate without diagnosis was not sent before",
    unset(
      back(10, { otherAbsence: { codes: ["6"] }, ...sent(unsetDiagnosis(earlier(same)), earlier(same)) }),
      "mainDiagnosis",
    ),
    month,
  ),
  judges("a refused certificate does not count", back(10, sent(earlier(same, { outcome: "INVALID" }))), month),
  judges("a certificate under assessment counts", back(10, sent(earlier(same, { outcome: "MANUAL" }))), again),
  judges("a certificate that the person put aside counts", back(10, sent(earlier(same, { use: "aside" }))), again),
  ...remarks.map((remark) =>
    judges(
      `a certificate with remark ${remark} does not count`,
      back(10, sent(earlier(same, { remarks: ["ANNET", remark] }))),
      month,
    ),
  ),
  judges(
    "a certificate with another remark counts",
    back(10, sent(earlier(same, { remarks: ["DELVIS_GODKJENT"] }))),
    again,
  ),
];

// Monday a week before signing; lasts to Sunday 15 March.
const prolongs = (title: string, periods: ReadonlyArray<Period>, expected: string): Case =>
  judges(title, back(7, sent(earlier(periods)), 21), expected);
const yes = `OK, ${first}`;

const prolongations: ReadonlyArray<Case> = [
  prolongs("the day after an earlier one is a prolongation", [period("2026-02-10", "2026-02-22")], yes),
  prolongs("the Monday after a Friday is a prolongation", [period("2026-02-10", "2026-02-20")], yes),
  prolongs("the Monday after a Thursday is none", [period("2026-02-10", "2026-02-19")], shortly),
  prolongs("an earlier one that lasts to the first day is prolonged", [graded("2026-02-10", "2026-02-23", 20)], yes),
  prolongs("an earlier one that begins on the same day is prolonged", [graded("2026-02-23", "2026-03-01", 20)], yes),
  prolongs("an earlier one that begins a day later is not", [graded("2026-02-24", "2026-03-01", 20)], shortly),
  prolongs("an earlier one that lasts as long is prolonged", [graded("2026-02-20", "2026-03-15", 20)], yes),
  prolongs("an earlier one that lasts a day longer is not", [graded("2026-02-20", "2026-03-16", 20)], shortly),
  prolongs(
    "an earlier one of two periods is not prolonged",
    [period("2026-02-10", "2026-02-15"), period("2026-02-16", "2026-02-22")],
    shortly,
  ),
  prolongs(
    "an earlier one of travel support is not prolonged",
    [period("2026-02-10", "2026-02-22", { kind: "TRAVEL_SUPPORT" })],
    shortly,
  ),
  prolongs("an earlier one of treatment days is not prolonged", [treatment("2026-02-10", "2026-02-22")], shortly),
  prolongs("an earlier awaiting one is not prolonged", [awaiting("2026-02-10", "2026-02-22")], shortly),
  judges(
    "a certificate of several periods may prolong",
    certificate({
      periods: [period("2026-02-23", "2026-03-01"), graded("2026-03-02", "2026-03-15", 50)],
      ...joined(7),
    }),
    yes,
  ),
  judges(
    "a refused certificate is not prolonged",
    back(7, sent(earlier([period("2026-02-10", "2026-02-22")], { outcome: "INVALID" }))),
    shortly,
  ),
];

const other = { mainDiagnosisCode: "P76" };
/** Begins 14 days back, a Monday, with a reason. */
const employer = (title: string, own: number, sick: ReadonlyArray<Period>, isWithin: boolean): Case =>
  judges(title, back(14, { ...reason, ...sent(earlier(sick, other)) }, own), isWithin ? `OK, ${second}` : monthManual);

const employerPeriods: ReadonlyArray<Case> = [
  judges("sixteen days are the employer's", back(14, reason, 16), `OK, ${second}`),
  judges("seventeen days are not", back(14, reason, 17), monthManual),
  judges(
    "awaiting days of the certificate itself count",
    certificate({ ...reason, periods: [awaiting(day(-14), day(1))] }),
    `OK, ${second}`,
  ),
  employer("days that join on count", 9, [period("2026-02-09", "2026-02-15")], true),
  employer("one joining day too many is found", 10, [period("2026-02-09", "2026-02-15")], false),
  employer("two joining days too many are found", 11, [period("2026-02-09", "2026-02-15")], false),
  employer("a weekend between sick days counts", 12, [period("2026-02-12", "2026-02-13")], true),
  employer("a weekend between sick days counts in full", 13, [period("2026-02-12", "2026-02-13")], false),
  employer("a gap with a weekday does not count", 15, [period("2026-02-12", "2026-02-12")], true),
  employer("the day before a gap does", 16, [period("2026-02-12", "2026-02-12")], false),
  employer("a day sixteen days back counts", 16, [period("2026-01-31", "2026-01-31")], false),
  employer("a day seventeen days back does not", 16, [period("2026-01-30", "2026-01-30")], true),
  employer(
    "days twice certified count once",
    9,
    [period("2026-02-09", "2026-02-15"), period("2026-02-12", "2026-02-15")],
    true,
  ),
  employer(
    "sick days on both sides of a gap count",
    10,
    [period("2026-02-13", "2026-02-13"), period("2026-02-09", "2026-02-11")],
    true,
  ),
  employer("one more is too many", 11, [period("2026-02-13", "2026-02-13"), period("2026-02-09", "2026-02-11")], false),
  employer("days after the first day do not count", 10, [period("2026-02-09", "2026-02-18")], false),
  judges(
    "a sick day in the middle of a week is counted",
    back(12, { ...reason, ...sent(earlier([period(day(-17), day(-13))], other)) }, 12),
    monthManual,
  ),
  employer("awaiting days do not count", 16, [awaiting("2026-02-09", "2026-02-15")], true),
];

export const backdatingCases: ReadonlyArray<Case> = [
  ...steps,
  ...days,
  ...reasons,
  ...sentAgain,
  ...prolongations,
  ...employerPeriods,
];
