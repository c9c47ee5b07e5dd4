import { defaultPolicy, navPolicy } from "../policy.ts";
import type { RulePolicy } from "../policy.ts";
import { firstFailedPreCheck } from "../pre-checks.ts";
import type { PreCheckFacts, WrittenCertificate, WrittenDiagnosis } from "../pre-checks/facts.ts";
import type { Case } from "./builder.cases.ts";
import { at } from "./builder.cases.ts";

const main: WrittenDiagnosis = { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom" };
const choices = { full: false, graded: false, travelSupport: false, treatmentDays: false };
const full = { ...choices, full: true };

const written: WrittenCertificate = {
  periods: [full],
  hasUnreadablePeriod: false,
  hasMedicalAssessment: true,
  mainDiagnosis: main,
  secondDiagnoses: [main],
  clinicianIds: [{ type: "HPR", value: "9144889" }],
  medicalCauses: ["1"],
  workplaceCauses: ["1"],
  otherAbsenceCodes: ["1"],
  restrictionCodes: ["A"],
  hasTreatedAt: true,
  employerCount: { code: "1" },
};

const received: PreCheckFacts = {
  receivedAt: at("2026-03-02T10:00:00Z"),
  generatedAt: at("2026-03-02T09:59:00Z"),
  patient: { number: "15889054321", isKnown: true },
  signer: { isKnown: true, isInHpr: true },
  attachments: [{ bytes: 1000, virusScan: "OK" }],
  certificate: written,
};

const without = <A extends object>(from: A, key: keyof A): A =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as A;

type Fault = (facts: PreCheckFacts) => PreCheckFacts;

const inCertificate =
  (change: (certificate: WrittenCertificate) => Partial<WrittenCertificate>): Fault =>
  (facts) => ({
    ...facts,
    certificate: { ...(facts.certificate ?? written), ...change(facts.certificate ?? written) },
  });

const hospital: Fault = (f) => ({ ...f, hospital: { hprNumber: "9144889", isKnown: true, ...f.hospital } });
const second = (key: keyof WrittenDiagnosis): Fault =>
  inCertificate((c) => ({ secondDiagnoses: [...c.secondDiagnoses, without(main, key)] }));
const withoutMain = (key: keyof WrittenDiagnosis): Fault =>
  inCertificate((c) => ({ mainDiagnosis: without(c.mainDiagnosis ?? main, key) }));
const causes = (
  key: "medicalCauses" | "workplaceCauses" | "otherAbsenceCodes" | "restrictionCodes",
  ...codes: ReadonlyArray<string | undefined>
): Fault => inCertificate((c) => ({ [key]: [...c[key], ...codes] }));
const attached =
  (bytes: number, virusScan = "OK"): Fault =>
  (f) => ({ ...f, attachments: [...f.attachments, { bytes, virusScan }] });

/** One fault per check, in the order of the standard reception with the hub's own around it. */
const faults: ReadonlyArray<readonly [string, Fault]> = [
  ["h1 SYKMELDING_MANGLER", (f) => without(f, "certificate")],
  ["a SYKEHUS_HPR_NUMMER_MANGLER", (f) => ({ ...f, hospital: { isKnown: f.hospital?.isKnown ?? true } })],
  ["b SYKEHUS_SIGNERENDE_FINNES_IKKE", (f) => ({ ...f, hospital: { ...hospital(f).hospital, isKnown: false } })],
  ["1 DUPLIKAT", (f) => ({ ...f, duplicateOf: "accepted" })],
  ["2 PASIENT_FINNES_IKKE", (f) => ({ ...f, patient: { ...f.patient, isKnown: false } })],
  ["3 SIGNERENDE_FINNES_IKKE", (f) => ({ ...f, signer: { ...f.signer, isInHpr: false } })],
  ["4 PERIODER_IKKE_OPPGITT", inCertificate(() => ({ periods: [] }))],
  ["5 PERIODE_UTEN_TYPE", inCertificate(() => ({ periods: [full, choices] }))],
  ["6a BIDIAGNOSE_UTEN_KODE", second("code")],
  ["6b BIDIAGNOSE_UTEN_KODEVERK", second("system")],
  ["6c BIDIAGNOSE_UTEN_TEKST", second("text")],
  ["7 BEHANDLER_UTEN_ID", inCertificate(() => ({ clinicianIds: [] }))],
  ["8a HOVEDDIAGNOSE_UTEN_KODE", withoutMain("code")],
  ["8b HOVEDDIAGNOSE_UTEN_TEKST", withoutMain("text")],
  ["9a MEDISINSK_ARSAK_UTEN_KODE", causes("medicalCauses", "")],
  ["9b MEDISINSK_ARSAK_UGYLDIG", causes("medicalCauses", "4")],
  ["10a ARBEIDSPLASS_ARSAK_UTEN_KODE", causes("workplaceCauses", "")],
  ["10b ARBEIDSPLASS_ARSAK_UGYLDIG", causes("workplaceCauses", "2")],
  ["11 TESTNUMMER_I_PRODUKSJON", (f) => ({ ...f, patient: { ...f.patient, number: "01829012345" } })],
  ["12 ANNEN_FRAVERSARSAK_UTEN_KODE", causes("otherAbsenceCodes", "")],
  ["13 BEHANDLETDATO_MANGLER", inCertificate(() => ({ hasTreatedAt: false }))],
  ["14 ANTALL_ARBEIDSGIVERE_MANGLER", inCertificate(() => ({ employerCount: {} }))],
  ["15 VEDLEGG_FOR_STORT", attached(301 * 1_048_576)],
  ["16 VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK", attached(1, "FOUND")],
  ["17 GENDATE_I_FREMTIDEN", (f) => ({ ...f, generatedAt: at("2026-03-02T12:00:00Z") })],
  ["h2 MEDISINSK_VURDERING_MANGLER", inCertificate(() => ({ hasMedicalAssessment: false }))],
  ["h3 ARBEIDSGIVERFELT_MANGLER", (f) => ({ ...f, certificate: without(f.certificate ?? written, "employerCount") })],
  ["h4 HOVEDDIAGNOSE_UTEN_KODEVERK", withoutMain("system")],
  ["h5 ANNEN_FRAVERSARSAK_UKJENT", causes("otherAbsenceCodes", "11")],
  ["h6 ANTALL_ARBEIDSGIVERE_UKJENT", inCertificate(() => ({ employerCount: { code: "4" } }))],
  ["h7 RESTRIKSJON_UKJENT", causes("restrictionCodes", "X")],
  ["h8 GENDATE_ULESELIG", (f) => without(f, "generatedAt")],
  ["h9 PERIODE_ULESELIG", inCertificate(() => ({ hasUnreadablePeriod: true }))],
];

const production: RulePolicy = { ...defaultPolicy, production: true, testNumbers: ["01829012345"] };

const failed = (facts: PreCheckFacts, policy: RulePolicy): string => {
  const hit = firstFailedPreCheck(facts, policy);
  return hit === undefined ? "OK" : `${hit.number} ${hit.rule}`;
};

const fails = (title: string, fault: Fault, expected: string, policy: Partial<RulePolicy> = {}): Case => ({
  title,
  actual: () => failed(fault(received), { ...production, ...policy }),
  expected,
});

const each: ReadonlyArray<Case> = [
  fails("a sound message passes every pre-check", (f) => f, "OK"),
  fails("a sound hospital message passes every pre-check", hospital, "OK"),
  ...faults.map(([name, fault]) => fails(`${name} is found`, fault, name)),
];

const order: ReadonlyArray<Case> = faults.flatMap(([name, fault], i) =>
  faults
    .slice(i + 1)
    .map(([later, laterFault]) => fails(`${name} is found before ${later}`, (f) => fault(laterFault(f)), name)),
);

const senders: ReadonlyArray<Case> = [
  fails(
    "nine digits are a personnel number",
    (f) => ({ ...f, hospital: { hprNumber: "123456789", isKnown: true } }),
    "OK",
  ),
  fails(
    "ten digits are none",
    (f) => ({ ...f, hospital: { hprNumber: "1234567890", isKnown: true } }),
    "a SYKEHUS_HPR_NUMMER_MANGLER",
  ),
  fails(
    "blanks are none",
    (f) => ({ ...f, hospital: { hprNumber: "  ", isKnown: true } }),
    "a SYKEHUS_HPR_NUMMER_MANGLER",
  ),
  fails(
    "blanks around a personnel number do not count",
    (f) => ({ ...f, hospital: { hprNumber: " 123456789 ", isKnown: true } }),
    "OK",
  ),
  fails("the same as a rejected one is decided anew", (f) => ({ ...f, duplicateOf: "rejected" }), "OK"),
  fails("NAV's way refuses the same as a rejected one", (f) => ({ ...f, duplicateOf: "rejected" }), "1 DUPLIKAT", {
    rejectedDuplicate: "refused",
  }),
  fails("NAV's way refuses no first message", (f) => f, "OK", { rejectedDuplicate: "refused" }),
  fails(
    "a signer outside the person register is refused",
    (f) => ({ ...f, signer: { isKnown: false, isInHpr: true } }),
    "3 SIGNERENDE_FINNES_IKKE",
  ),
  fails(
    "a signer outside both registers is refused",
    (f) => ({ ...f, signer: { isKnown: false, isInHpr: false } }),
    "3 SIGNERENDE_FINNES_IKKE",
  ),
];

const kinds = (["full", "graded", "travelSupport", "treatmentDays"] as const).map((key) =>
  fails(
    `a period of ${key} is of a kind`,
    inCertificate(() => ({ periods: [{ ...choices, [key]: true }] })),
    "OK",
  ),
);
const sixth = "6a BIDIAGNOSE_UTEN_KODE";

const contents: ReadonlyArray<Case> = [
  fails(
    "no activity at all is no period",
    (f) => ({ ...f, certificate: without(written, "periods") }),
    "4 PERIODER_IKKE_OPPGITT",
  ),
  ...kinds,
  fails(
    "an awaiting period without text has a kind here",
    inCertificate(() => ({ periods: [{ ...choices, awaiting: null }] })),
    "OK",
  ),
  fails(
    "no second diagnosis is no fault",
    inCertificate(() => ({ secondDiagnoses: [] })),
    "OK",
  ),
  fails(
    "an empty second code is none",
    inCertificate(() => ({ secondDiagnoses: [{ ...main, code: "" }] })),
    sixth,
  ),
  fails(
    "an empty second code system is none",
    inCertificate(() => ({ secondDiagnoses: [{ ...main, system: "" }] })),
    "6b BIDIAGNOSE_UTEN_KODEVERK",
  ),
  fails(
    "an empty second text is none",
    inCertificate(() => ({ secondDiagnoses: [{ ...main, text: "" }] })),
    "6c BIDIAGNOSE_UTEN_TEKST",
  ),
  fails(
    "a blank second text passes",
    inCertificate(() => ({ secondDiagnoses: [{ ...main, text: " " }] })),
    "OK",
  ),
  fails(
    "codes of all second diagnoses are asked for before their texts",
    inCertificate(() => ({ secondDiagnoses: [without(main, "text"), without(main, "code")] })),
    sixth,
  ),
  ...["FNR", "DNR", "HPR"].map((type) =>
    fails(
      `a clinician with ${type} has an id`,
      inCertificate(() => ({ clinicianIds: [{ type, value: "1" }] })),
      "OK",
    ),
  ),
  fails(
    "one id among others is enough",
    inCertificate(() => ({
      clinicianIds: [
        { type: "HER", value: "1" },
        { type: "HPR", value: "1" },
      ],
    })),
    "OK",
  ),
  fails(
    "a HER-id alone is none",
    inCertificate(() => ({ clinicianIds: [{ type: "HER", value: "1" }] })),
    "7 BEHANDLER_UTEN_ID",
  ),
  fails(
    "a blank id is none",
    inCertificate(() => ({ clinicianIds: [{ type: "HPR", value: " " }] })),
    "7 BEHANDLER_UTEN_ID",
  ),
  fails(
    "an id without type is none",
    inCertificate(() => ({ clinicianIds: [{ value: "1" }] })),
    "7 BEHANDLER_UTEN_ID",
  ),
  fails("no main diagnosis is no fault", (f) => ({ ...f, certificate: without(written, "mainDiagnosis") }), "OK"),
  fails(
    "an empty main code passes",
    inCertificate(() => ({ mainDiagnosis: { ...main, code: "" } })),
    "OK",
  ),
  fails(
    "an empty main text passes",
    inCertificate(() => ({ mainDiagnosis: { ...main, text: "" } })),
    "OK",
  ),
];

const codes: ReadonlyArray<Case> = [
  fails(
    "no causes at all pass",
    inCertificate(() => ({ medicalCauses: [], workplaceCauses: [], otherAbsenceCodes: [] })),
    "OK",
  ),
  ...["1", "2", "3", "9", " 1 "].map((v) => fails(`medical cause "${v}" passes`, causes("medicalCauses", v), "OK")),
  ...["0", "10", " "].map((v) =>
    fails(`medical cause "${v}" is refused`, causes("medicalCauses", v), "9b MEDISINSK_ARSAK_UGYLDIG"),
  ),
  fails("a medical cause without code is refused", causes("medicalCauses", undefined), "9a MEDISINSK_ARSAK_UTEN_KODE"),
  ...["1", "9", " 9"].map((v) => fails(`workplace cause "${v}" passes`, causes("workplaceCauses", v), "OK")),
  ...["0", "3"].map((v) =>
    fails(`workplace cause "${v}" is refused`, causes("workplaceCauses", v), "10b ARBEIDSPLASS_ARSAK_UGYLDIG"),
  ),
  fails(
    "a workplace cause without code is refused",
    causes("workplaceCauses", undefined),
    "10a ARBEIDSPLASS_ARSAK_UTEN_KODE",
  ),
  ...["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", " 10"].map((v) =>
    fails(`other absence "${v}" passes`, causes("otherAbsenceCodes", v), "OK"),
  ),
  fails(
    "another absence without code is refused",
    causes("otherAbsenceCodes", undefined),
    "12 ANNEN_FRAVERSARSAK_UTEN_KODE",
  ),
  fails("an unknown other absence may be kept", causes("otherAbsenceCodes", "11"), "OK", { unknownCodes: "kept" }),
  ...["1", "2", "3", " 3"].map((v) =>
    fails(
      `employer count "${v}" passes`,
      inCertificate(() => ({ employerCount: { code: v } })),
      "OK",
    ),
  ),
  fails(
    "an empty employer count is none",
    inCertificate(() => ({ employerCount: { code: "" } })),
    "14 ANTALL_ARBEIDSGIVERE_MANGLER",
  ),
  fails(
    "an unknown employer count may be kept",
    inCertificate(() => ({ employerCount: { code: "4" } })),
    "OK",
    { unknownCodes: "kept" },
  ),
  ...["", "A", "P", "N", undefined].map((v) => fails(`restriction "${v}" passes`, causes("restrictionCodes", v), "OK")),
  fails(
    "an unknown restriction is refused whatever becomes of other codes",
    causes("restrictionCodes", "X"),
    "h7 RESTRIKSJON_UKJENT",
    { unknownCodes: "kept" },
  ),
];

const generated =
  (instant: string): Fault =>
  (f) => ({ ...f, generatedAt: at(instant) });
const summer =
  (instant: string): Fault =>
  (f) => ({ ...f, receivedAt: at("2026-07-01T10:00:00Z"), generatedAt: at(instant) });
const mebibyte = 1_048_576;
const testPerson: Fault = (f) => ({ ...f, patient: { ...f.patient, number: "01829012345" } });

const reception: ReadonlyArray<Case> = [
  fails("a test number outside production passes", testPerson, "OK", { production: false }),
  fails("a test number that is not listed passes", testPerson, "OK", { testNumbers: [] }),
  fails("a number that is no test number passes in production", (f) => f, "OK", { production: true }),
  fails("an attachment of just below 301 MiB passes", attached(301 * mebibyte - 1), "OK"),
  fails("no attachments pass", (f) => ({ ...f, attachments: [] }), "OK"),
  fails(
    "one infected attachment among others is refused",
    attached(1, "ERROR"),
    "16 VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK",
  ),
  fails("an hour ahead in winter passes", generated("2026-03-02T11:00:00Z"), "OK"),
  fails(
    "more than an hour ahead in winter is refused",
    generated("2026-03-02T11:00:00.001Z"),
    "17 GENDATE_I_FREMTIDEN",
  ),
  fails("two hours ahead in summer pass", summer("2026-07-01T12:00:00Z"), "OK"),
  fails("more than two hours ahead in summer is refused", summer("2026-07-01T12:00:00.001Z"), "17 GENDATE_I_FREMTIDEN"),
];

const byDefault: Case = {
  title: "test numbers pass by default",
  actual: () => firstFailedPreCheck(testPerson(received), { ...defaultPolicy, testNumbers: ["01829012345"] }),
  expected: undefined,
};

const answers = (title: string, fault: Fault, policy: RulePolicy, expected: unknown): Case => ({
  title,
  actual: () => firstFailedPreCheck(fault(received), policy)?.receipt,
  expected,
});

const receipts: ReadonlyArray<Case> = [
  answers(
    "what NAV refuses is answered",
    inCertificate(() => ({ periods: [] })),
    defaultPolicy,
    true,
  ),
  answers(
    "what NAV backs out is answered by us",
    inCertificate(() => ({ hasMedicalAssessment: false })),
    defaultPolicy,
    true,
  ),
  answers(
    "what NAV refuses is answered in NAV's way too",
    inCertificate(() => ({ periods: [] })),
    navPolicy,
    true,
  ),
  answers(
    "what NAV backs out is not answered in NAV's way",
    inCertificate(() => ({ hasMedicalAssessment: false })),
    navPolicy,
    false,
  ),
  {
    title: "a failed pre-check has its texts",
    actual: () => firstFailedPreCheck({ ...received, duplicateOf: "accepted" }, defaultPolicy),
    expected: {
      rule: "DUPLIKAT",
      number: "1",
      outcome: "INVALID",
      forSender: "Den samme sykmeldingen er mottatt før. Den første gjelder, og denne blir ikke behandlet.",
      forPerson: "Den samme sykmeldingen er mottatt før.",
      receipt: true,
    },
  },
];

export const preCheckCases: ReadonlyArray<Case> = [
  ...each,
  ...order,
  ...senders,
  ...contents,
  ...codes,
  ...reception,
  byDefault,
  ...receipts,
];
