import { evaluateRules } from "../evaluate.ts";
import type { RuleFacts } from "../facts.ts";
import { navPolicy } from "../policy.ts";
import type { RuleResult } from "../rule.ts";
import type { Case } from "./builder.cases.ts";
import { at, awaiting, basis, certificate, d, graded, monday, period, plus, says, treatment } from "./builder.cases.ts";

const { signer, patient } = certificate();

type Break = (facts: RuleFacts) => RuleFacts;

/** One fault per tree, none of which touches another's facts. */
const treeFaults: ReadonlyArray<readonly [string, Break]> = [
  ["BEHANDLER_SUSPENDERT", (f) => ({ ...f, signer: { ...f.signer, suspended: true } })],
  ["UGYLDIG_ORGNR_LENGDE", (f) => ({ ...f, organisationNumber: "1" })],
  ["BEHANDLINGSDATO_ETTER_MOTTATTDATO", (f) => ({ ...f, treatedAt: at("2027-01-01T00:00:00Z") })],
  ["BEHANDLER_IKKE_GYLDIG_I_HPR", (f) => ({ ...f, signer: { ...f.signer, approvals: [] } })],
  [
    "UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE",
    (f) => ({ ...f, mainDiagnosis: { code: "L00", system: "2.16.578.1.12.4.1.1.7170" } }),
  ],
  ["PASIENT_YNGRE_ENN_13", (f) => ({ ...f, patient: { ...f.patient, birthDay: d("2020-01-01") } })],
  ["TILBAKEDATERT_MER_ENN_3_AR", (f) => ({ ...f, today: d("2030-01-01") })],
  ["MINDRE_ENN_1_MAANED", (f) => ({ ...f, generatedAt: at("2026-03-20T10:00:00Z") })],
];

const treeOrder: ReadonlyArray<Case> = treeFaults.flatMap(([earlier, breakEarlier], i) =>
  treeFaults
    .slice(i + 1)
    .map(([later, breakLater]) =>
      says(`${earlier} is found before ${later}`, breakEarlier(breakLater(certificate())), `INVALID ${earlier}`),
    ),
);

const two = (...periods: RuleFacts["periods"]) => ({ periods });
const late = { treatedAt: at("2027-01-01T00:00:00Z") };
const code = (value: string) => ({ code: value, system: "2.16.578.1.12.4.1.1.7170" });
const nurse = { authorisation: { oid: 7704, value: "3", active: true }, competences: [] };

const validation: ReadonlyArray<readonly [string, Partial<RuleFacts>]> = [
  ["UGYLDIG_ORGNR_LENGDE", { organisationNumber: "1", ruleSetVersion: "4" }],
  ["UGYLDIG_REGELSETTVERSJON", { ruleSetVersion: "4", signer: { ...signer, number: patient.number } }],
  [
    "MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39",
    { ruleSetVersion: "2", ...two(period(monday, plus(monday, 300))), signer: { ...signer, number: patient.number } },
  ],
  [
    "AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
    { signer: { ...signer, number: patient.number }, clinicianNumber: patient.number },
  ],
];

const periods: ReadonlyArray<readonly [string, Partial<RuleFacts>]> = [
  ["PERIODER_MANGLER", { ...two(), ...late }],
  ["FRADATO_ETTER_TILDATO", two(period(monday, "2026-03-10"), period("2026-03-05", "2026-03-03"))],
  [
    "OVERLAPPENDE_PERIODER",
    two(
      period(monday, "2026-03-06"),
      period("2026-03-06", "2026-03-06", { kind: "GRADED" }),
      period("2026-03-11", "2026-03-12"),
    ),
  ],
  [
    "OPPHOLD_MELLOM_PERIODER",
    two(period(monday, "2026-03-06"), period("2026-03-11", "2026-03-12", { kind: "UNKNOWN" })),
  ],
  ["IKKE_DEFINERT_PERIODE", { ...two(period(monday, "2026-03-06", { kind: "UNKNOWN" })), ...late }],
  [
    "BEHANDLINGSDATO_ETTER_MOTTATTDATO",
    { ...two(awaiting(monday, "2026-03-06"), period("2026-03-07", "2026-03-08")), ...late },
  ],
  ["AVVENTENDE_SYKMELDING_KOMBINERT", two(awaiting(monday, "2026-03-06", ""), period("2026-03-07", "2026-03-08"))],
  ["MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER", two(awaiting(monday, "2026-03-30", ""))],
  ["AVVENTENDE_SYKMELDING_OVER_16_DAGER", two({ ...awaiting(monday, "2026-03-30"), daysPerWeek: 7 })],
  [
    "FOR_MANGE_BEHANDLINGSDAGER_PER_UKE",
    two(treatment(monday, "2026-03-06", 2), graded("2026-03-07", "2026-03-08", 100)),
  ],
  ["GRADERT_SYKMELDING_OVER_99_PROSENT", two(graded(monday, "2026-03-06", 0), graded("2026-03-07", "2026-03-08", 100))],
  ["GRADERT_SYKMELDING_0_PROSENT", two(treatment(monday, "2026-03-06"), graded("2026-03-07", "2026-03-08", 0))],
];

const rest: ReadonlyArray<readonly [string, Partial<RuleFacts>]> = [
  ["BEHANDLER_IKKE_I_HPR", { signer: { ...signer, found: false, approvals: [] } }],
  ["BEHANDLER_MANGLER_AUTORISASJON_I_HPR", { signer: { ...signer, approvals: [nurse] } }],
  [
    "BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR",
    {
      signer: { ...signer, approvals: [{ ...nurse, authorisation: { oid: 7704, value: "1", active: true } }] },
      ...two(period(monday, plus(monday, 100))),
    },
  ],
  ["UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE", { mainDiagnosis: code("Z999") }],
  ["ICPC_2_Z_DIAGNOSE", { mainDiagnosis: code("Z09"), secondDiagnoses: [code("P00")] }],
  ["FREMDATERT", { ...two(period("2026-05-04", "2026-05-05")), today: d("2030-01-01") }],
  ["TILBAKEDATERT_MER_ENN_3_AR", { ...two(period(monday, plus(monday, 400))), today: d("2030-01-01") }],
];

const withinTrees: ReadonlyArray<Case> = [...validation, ...periods, ...rest].map(([rule, facts]) =>
  says(`${rule} is found before the next one of its tree`, facts, `INVALID ${rule}`),
);

const result = <A>(
  title: string,
  facts: Partial<RuleFacts>,
  pick: (result: RuleResult) => A,
  expected: A,
  policy = {},
): Case => ({
  title,
  actual: () => pick(evaluateRules(certificate(facts), basis(policy))),
  expected,
});

const days = two(treatment(monday, "2026-03-08"));
const nav = { treatmentDays: "always-ok" } as const;
const waived = ({ outcome, hits, waived: set }: RuleResult) => [
  outcome,
  hits.map((h) => h.rule),
  set.map((h) => h.rule),
];
const manual = "SYKMELDING_MED_BEHANDLINGSDAGER";

const treatmentDays: ReadonlyArray<Case> = [
  result("treatment days as the only hit go automatically", days, waived, ["OK", [], [manual]]),
  result("another rule's refusal stands", { ...days, today: d("2030-01-01") }, waived, [
    "INVALID",
    ["TILBAKEDATERT_MER_ENN_3_AR"],
    [manual],
  ]),
  result("an earlier rule's refusal stands", { ...days, organisationNumber: "1" }, waived, [
    "INVALID",
    ["UGYLDIG_ORGNR_LENGDE"],
    [],
  ]),
  result("NAV's way lets treatment days go automatically", days, waived, ["OK", [], [manual]], nav),
  result(
    "NAV's way sets any refusal aside",
    { ...days, organisationNumber: "1" },
    waived,
    ["OK", [], ["UGYLDIG_ORGNR_LENGDE"]],
    nav,
  ),
  result(
    "NAV's way concerns no other certificate",
    { organisationNumber: "1" },
    waived,
    ["INVALID", ["UGYLDIG_ORGNR_LENGDE"], []],
    nav,
  ),
  result(
    "NAV's way is enough for one period among others",
    { ...two(period(monday, monday), treatment("2026-03-03", "2026-03-08")), organisationNumber: "1" },
    waived,
    ["OK", [], ["UGYLDIG_ORGNR_LENGDE"]],
    nav,
  ),
  result("on paper treatment days are assessed", { ...days, mode: "paper" }, waived, ["MANUAL", [manual], []]),
  result("on paper NAV assesses treatment days too", { ...days, mode: "paper" }, waived, ["MANUAL", [manual], []], nav),
  result(
    "no other manual hit goes automatically",
    { generatedAt: at("2026-03-20T10:00:00Z"), ...two(period(monday, "2026-03-22")), backdatingReason: "Stengt" },
    waived,
    ["MANUAL", ["MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE"], []],
  ),
];

const assessed = ({ assessments }: RuleResult) => assessments.map((a) => `${a.tree} ${a.legalSource} ${a.conclusion}`);
const hpr = "HPR ftrl. § 8-7 første ledd VILKAR_OPPFYLT";
const incapacity = "ARBEIDSUFORHET ftrl. § 8-4 første ledd VILKAR_OPPFYLT";
const age = "UNDER_13 ftrl. § 8-3 første ledd VILKAR_OPPFYLT";

const assessments: ReadonlyArray<Case> = [
  result("each tree with a law is assessed", {}, assessed, [
    hpr,
    incapacity,
    age,
    "TILBAKEDATERING ftrl. § 8-7 første ledd første punktum VILKAR_OPPFYLT",
  ]),
  result("a refusal ends the assessment", { mainDiagnosis: code("L00") }, assessed, [
    hpr,
    "ARBEIDSUFORHET ftrl. § 8-4 første ledd VILKAR_IKKE_OPPFYLT",
  ]),
  result("a refusal without a law is not assessed", { organisationNumber: "1" }, assessed, []),
  result(
    "a manual hit leaves the question open",
    { generatedAt: at("2026-04-20T10:00:00Z"), backdatingReason: "Kontoret var stengt" },
    assessed,
    [hpr, incapacity, age, "TILBAKEDATERING ftrl. § 8-7 VILKAR_UAVKLART"],
  ),
  result("trees go on after waived treatment days", days, (r) => assessed(r).length, 4),
];

const hit = ({ outcome, hits }: RuleResult) => [outcome, hits.map((h) => [h.rule, h.tree, h.outcome])];

const results: ReadonlyArray<Case> = [
  result("on paper a refusal is assessed by hand", { mode: "paper", organisationNumber: "1" }, hit, [
    "MANUAL",
    [["UGYLDIG_ORGNR_LENGDE", "VALIDERING", "INVALID"]],
  ]),
  result("on paper a sound certificate passes", { mode: "paper" }, hit, ["OK", []]),
  result("a hit has its texts", { organisationNumber: "1" }, ({ hits }) => [hits[0]?.forSender, hits[0]?.forPerson], [
    "Organisasjonsnummeret til avsenderen har ikke ni tegn.",
    "Organisasjonsnummeret til legekontoret er feil.",
  ]),
  result("a result names its rule set and code lists", {}, (r) => [r.ruleSet, r.codeLists], [
    "regulus-regula v52",
    "@navikt/diagnosekoder 1.2026.0",
  ]),
  result("a sound certificate passes NAV's way too", {}, hit, ["OK", []], navPolicy),
];

export const evaluationCases: ReadonlyArray<Case> = [
  ...treeOrder,
  ...withinTrees,
  ...treatmentDays,
  ...assessments,
  ...results,
];
