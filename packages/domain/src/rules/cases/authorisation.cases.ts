import type { Competence } from "../facts.ts";
import type { Case } from "./builder.cases.ts";
import {
  approval,
  certificate,
  course,
  d,
  earlier,
  monday,
  period,
  plus,
  registerCode,
  says,
  signedBy,
  at,
} from "./builder.cases.ts";

const { signer } = certificate();
const noGroup = "INVALID BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR";
const noAuthorisation = "INVALID BEHANDLER_MANGLER_AUTORISASJON_I_HPR";
const noApproval = "INVALID BEHANDLER_IKKE_GYLDIG_I_HPR";
const tooLong = "INVALID BEHANDLER_MT_FT_KI_OVER_12_UKER";

const known: ReadonlyArray<Case> = [
  says(
    "a signer outside the register is refused",
    { signer: { ...signer, found: false } },
    "INVALID BEHANDLER_IKKE_I_HPR",
  ),
  says("a signer without approvals is refused as not valid", signedBy(), noApproval),
  says(
    "a withdrawn authorisation is not valid",
    signedBy(approval("LE", { authorisation: registerCode(7704, "1", false) })),
    noApproval,
  ),
  says("an approval without authorisation is not valid", signedBy({ competences: [] }), noApproval),
  says(
    "one valid approval among withdrawn ones is enough",
    signedBy(approval("LE", { authorisation: registerCode(7704, "1", false) }), approval("LE")),
    "OK",
  ),
];

const authorised: ReadonlyArray<Case> = [
  ...["1", "17", "4", "2", "14", "18"].map((value) =>
    says(
      `authorisation ${value} gives the right to certify`,
      signedBy(approval("LE", { authorisation: registerCode(7704, value) })),
      "OK",
    ),
  ),
  says(
    "another authorisation does not",
    signedBy(approval("LE", { authorisation: registerCode(7704, "3") })),
    noAuthorisation,
  ),
  says(
    "the value in another code system does not",
    signedBy(approval("LE", { authorisation: registerCode(7703, "1") })),
    noAuthorisation,
  ),
  says(
    "a withdrawn authorisation of the right kind beside an active one of another kind does not",
    signedBy(
      approval("LE", { authorisation: registerCode(7704, "1", false) }),
      approval("LE", { authorisation: registerCode(7704, "3") }),
    ),
    noAuthorisation,
  ),
];

const groups: ReadonlyArray<Case> = [
  ...["LE", "TL", "MT"].map((value) => says(`category ${value} may certify`, signedBy(approval(value)), "OK")),
  ...[
    approval("TL"),
    approval("MT"),
    approval("FT", { competences: [course] }),
    approval("KI", { competences: [course] }),
  ].map((one) =>
    says(`${one.category?.value} who is a nurse as well may certify`, signedBy(approval("SP"), one), "OK"),
  ),
  says("a nurse may not certify", signedBy(approval("SP")), noGroup),
  ...["LE", "TL", "MT"].map((value) =>
    says(
      `a withdrawn category ${value} may not`,
      signedBy(approval(value, { category: registerCode(9060, value, false) })),
      noGroup,
    ),
  ),
  says(
    "a category whose own authorisation is withdrawn may not",
    signedBy(approval("LE", { authorisation: registerCode(7704, "1", false) }), approval("SP")),
    noGroup,
  ),
  says(
    "an approval without category may not",
    signedBy({ authorisation: registerCode(7704, "1"), competences: [] }),
    noGroup,
  ),
  says(
    "the requirements may be met by different approvals",
    signedBy(approval("SP"), approval("LE", { authorisation: registerCode(7704, "3") })),
    "OK",
  ),
];

const qualified = (title: string, competence: Competence, expected: string): ReadonlyArray<Case> =>
  ["FT", "KI"].map((value) =>
    says(`${value}: ${title}`, signedBy(approval(value, { competences: [competence] })), expected),
  );

const competences: ReadonlyArray<Case> = [
  ...["FT", "KI"].map((value) =>
    says(`${value} without the course may not certify`, signedBy(approval(value)), noGroup),
  ),
  ...qualified("the course gives the right", course, "OK"),
  ...qualified("a course from the day of signing on counts", { ...course, from: d(monday) }, "OK"),
  ...qualified("a course from the day after does not", { ...course, from: d("2026-03-03") }, noGroup),
  ...qualified("a course to the day of signing counts", { ...course, to: d(monday) }, "OK"),
  ...qualified("a course to the day before does not", { ...course, to: d("2026-03-01") }, noGroup),
  ...qualified("a course without first day does not", { type: course.type }, noGroup),
  ...qualified("a course that has ended does not", { ...course, ended: registerCode(9000, "1", false) }, noGroup),
  ...qualified("a course that is not active does not", { ...course, type: registerCode(7702, "1", false) }, noGroup),
  ...qualified("a course of another code system does not", { ...course, type: registerCode(7703, "1") }, noGroup),
  ...qualified("another course does not", { ...course, type: registerCode(7702, "2") }, noGroup),
  ...qualified("a course without type does not", { from: course.from }, noGroup),
  says("the course does not help a nurse", signedBy(approval("SP", { competences: [course] })), noGroup),
  says(
    "one right course among others is enough",
    signedBy(approval("KI", { competences: [{ ...course, type: registerCode(7702, "2") }, course] })),
    "OK",
  ),
  says(
    "the activity of category and authorisation is not looked at beside a course",
    signedBy(
      approval("SP"),
      approval("FT", {
        authorisation: registerCode(7704, "1", false),
        category: registerCode(9060, "FT", false),
        competences: [course],
      }),
    ),
    "OK",
  ),
  says(
    "just after midnight in Oslo the course of the new day counts",
    {
      ...signedBy(approval("KI", { competences: [{ ...course, from: d(monday) }] })),
      generatedAt: at("2026-03-01T23:30:00Z"),
    },
    "OK",
  ),
  says(
    "just after midnight in Oslo NAV's way asks for the course of the day before",
    {
      ...signedBy(approval("KI", { competences: [{ ...course, from: d(monday) }] })),
      generatedAt: at("2026-03-01T23:30:00Z"),
    },
    noGroup,
    { signingDay: "utc" },
  ),
];

const therapists = [
  approval("MT"),
  approval("FT", { competences: [course] }),
  approval("KI", { competences: [course] }),
];
const until = (days: number) => ({ periods: [period(monday, plus(monday, days))] });
const continued = { earlier: [earlier([period(plus(monday, -30), plus(monday, -1))])] };

const twelveWeeks: ReadonlyArray<Case> = [
  ...therapists.flatMap((one) => [
    says(`${one.category?.value} may certify 85 calendar days`, { ...signedBy(one), ...until(84) }, "OK"),
    says(`${one.category?.value} may not certify 86 calendar days`, { ...signedBy(one), ...until(85) }, tooLong),
  ]),
  says("a physician may certify 86 calendar days", until(85), "OK"),
  says("a dentist may certify 86 calendar days", { ...signedBy(approval("TL")), ...until(85) }, "OK"),
  says(
    "a therapist who is a physician as well is not limited",
    { ...signedBy(approval("MT"), approval("LE")), ...until(85) },
    "OK",
  ),
  says(
    "earlier absence counts towards a therapist's 12 weeks",
    { ...signedBy(approval("MT")), ...continued, ...until(55) },
    tooLong,
  ),
  says(
    "earlier absence within a therapist's 12 weeks passes",
    { ...signedBy(approval("MT")), ...continued, ...until(54) },
    "OK",
  ),
];

export const authorisationCases: ReadonlyArray<Case> = [
  ...known,
  ...authorised,
  ...groups,
  ...competences,
  ...twelveWeeks,
];
