import type {
  SickLeaveCertified,
  SickLeaveRejected,
  SickLeaveRevised,
  SickLeaveReviewed,
  SickLeaveSentToEmployer,
} from "@samvirke/contracts";
import { employerRows, evolveEmployerView } from "@samvirke/domain";
import type { EmployerView, SickLeaveEvent } from "@samvirke/domain";
import { printEmployerSykmelding } from "../../src/index.ts";
import { golden } from "./avro-leaves.ts";
import type { Trial } from "./changes.ts";

const applied = { standing: "APPLIED" } as const;
const full = golden("SickLeaveCertified");
const [period] = full.work.periods;
if (!period) throw new Error("no period");

const kinds = ["FULL", "GRADED", "AWAITING", "TREATMENT_DAYS", "TRAVEL_SUPPORT"] as const;
const causes = {
  codes: [{ system: "2.16.578.1.12.4.1.1.8132", code: "1", text: "Heis", originalText: "heis" }],
  text: "heis",
};
const ofEachKind = kinds.map((kind, index) => ({
  ...period,
  index,
  kind,
  kindsAsSent: [kind],
  workplaceCauses: causes,
}));
const phone = {
  type: { system: "2.16.578.1.12.4.1.1.9051", code: "HP", text: "Telefon", originalText: "tlf" },
  address: "tel:77000000",
};
const mail = { type: { ...phone.type, code: "MC", text: "Epost" }, address: "mailto:kontor@prove.example" };
const work = {
  ...full.work,
  periods: ofEachKind,
  clinician: { ...full.work.clinician, contactPoints: [mail, phone] },
};
const [hit] = full.case.ruleHits;
if (!hit) throw new Error("no rule hit");
const partly = { ...full.case, ruleHits: [{ ...hit, rule: "DELVIS_GODKJENT" }] };
const certified: SickLeaveCertified = { ...full, channel: "XML", assessment: "OK", work, case: partly };
const workOtherwise = {
  ...work,
  treatedClock: null,
  clinician: {
    ...work.clinician,
    contactPoints: [mail, { ...phone, type: { ...phone.type, code: "MC", text: "Hovedtelefon" } }],
  },
};
const otherwise: SickLeaveCertified = {
  ...certified,
  work: workOtherwise,
  identity: { ...full.identity, currentNumber: null },
};
const sentFull = golden("SickLeaveSentToEmployer");
const answers = [
  { name: "EGENMELDINGSDAGER", kind: "DAGER", question: "Hvilke dager?", answer: "[]" },
  { name: "riktigNarmesteLeder", kind: null, question: "Er det riktig?", answer: "NEI" },
  { name: "FORSIKRING", kind: "JA_NEI", question: "Har du forsikring?", answer: "NEI" },
];
const sent: SickLeaveSentToEmployer = { ...sentFull, ...applied, work: { ...sentFull.work, answers } };
const revised: SickLeaveRevised = { ...golden("SickLeaveRevised"), channel: "XML", work };
const revisedOtherwise: SickLeaveRevised = { ...revised, work: workOtherwise, identity: otherwise.identity };
const reviewedFull = golden("SickLeaveReviewed");
const rules = reviewedFull.case.rules.map((rule) => ({ ...rule, name: "UGYLDIG_TILBAKEDATERING" }));
const reviewed: SickLeaveReviewed = {
  ...reviewedFull,
  ...applied,
  outcome: "OK",
  case: { ...reviewedFull.case, rules },
};
// One that was refused, so that the review decides whether the employer sees it.
const rejected: SickLeaveRejected = { ...golden("SickLeaveRejected"), channel: "XML", work };

const { sickLeaveId } = certified;
type History = ReadonlyArray<SickLeaveEvent>;
const first: SickLeaveEvent = { type: "SickLeaveCertified", value: certified };
const refused: SickLeaveEvent = { type: "SickLeaveRejected", value: { ...rejected, sickLeaveId } };
const sending: SickLeaveEvent = { type: "SickLeaveSentToEmployer", value: { ...sent, sickLeaveId } };

/** The copy that the employer has after these events, or nothing; the same fold and printer as the hub's. */
const copyAfter = (history: History): string => {
  const [row] = employerRows(history.reduce<EmployerView>(evolveEmployerView, []));
  return row ? JSON.stringify(printEmployerSykmelding(row)) : "";
};

/** The copy of a certificate once it is sent. */
export const copyOf = (value: SickLeaveCertified): string =>
  copyAfter([
    { type: "SickLeaveCertified", value },
    { type: "SickLeaveSentToEmployer", value: { ...sent, sickLeaveId: value.sickLeaveId } },
  ]);

/** Two certificates that say everything, each its own way. */
export const certificateEvents: ReadonlyArray<SickLeaveCertified> = [certified, otherwise];

const json = { isXml: false } as const;
const phones = {
  "work.clinician.contactPoints[].type.code": ["MC"],
  "work.clinician.contactPoints[].type.text": ["Mobil"],
};

/** The employer's copy, by each event that has a say in it. */
export const employerTrials: Readonly<Record<string, Trial>> = {
  employerCertified: {
    ...json,
    contract: "SickLeaveCertified",
    events: [certified, otherwise],
    print: copyOf,
    others: phones,
  },
  employerSent: {
    ...json,
    contract: "SickLeaveSentToEmployer",
    events: [{ ...sent, sickLeaveId }],
    print: (value: SickLeaveSentToEmployer) => copyAfter([first, { type: "SickLeaveSentToEmployer", value }]),
    others: { "work.answers[].kind": ["JSON"] },
  },
  employerRevised: {
    ...json,
    contract: "SickLeaveRevised",
    events: [revised, revisedOtherwise].map((one) => ({ ...one, sickLeaveId })),
    print: (value: SickLeaveRevised) => copyAfter([refused, sending, { type: "SickLeaveRevised", value }]),
    others: phones,
  },
  employerReviewed: {
    ...json,
    contract: "SickLeaveReviewed",
    events: [{ ...reviewed, sickLeaveId }],
    print: (value: SickLeaveReviewed) => copyAfter([refused, sending, { type: "SickLeaveReviewed", value }]),
  },
};
