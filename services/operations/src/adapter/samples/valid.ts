import type { CertificateSample, SampleClinician, SampleCode, SampleName, SampleUnit } from "@samvirke/formats";
import { addDays } from "@samvirke/kernel";
import type { Dice } from "../../core/dice.ts";
import { syntheticNumber } from "../../core/synthetic-number.ts";
import type { Ground } from "./ground.ts";
import { fullPeriod, osloClock } from "./ground.ts";

// Names made up for the purpose; none of them is borne by anybody.
const given = ["Prøva", "Testine", "Eksempla", "Skissa", "Utkasta", "Forsøkar", "Modellin", "Mønstrid"] as const;
const family = [
  "Testdal",
  "Prøvestad",
  "Eksempelvik",
  "Skissemo",
  "Utkastnes",
  "Forsøksli",
  "Modellhaug",
  "Mønsterås",
] as const;
const practices = [
  "Prøvedalen legekontor",
  "Testvika legesenter",
  "Eksempelåsen legekontor",
  "Skissebyen helsehus",
] as const;
const employers = ["Prøveverkstedet AS", "Testbakeriet AS", "Eksempel kommune", "Skissetransport AS"] as const;
const occupations = ["Mekaniker", "Baker", "Barnehagelærer", "Sjåfør"] as const;

const icpc2 = "2.16.578.1.12.4.1.1.7170";
const diagnoses: readonly [SampleCode, ...ReadonlyArray<SampleCode>] = [
  { code: "L84", text: "Ryggsyndrom uten smerteutstråling", system: icpc2 },
  { code: "L92", text: "Skuldersyndrom", system: icpc2 },
  { code: "R81", text: "Lungebetennelse", system: icpc2 },
  { code: "N89", text: "Migrene", system: icpc2 },
];

const adults = { first: 1955, last: 1999 };

const nameOf = (of: Dice, who: string): SampleName => ({
  given: of.pick(`${who} given`, given),
  family: of.pick(`${who} family`, family),
});

/** Digits that begin with 9, which no register has given out. */
const digits = (of: Dice, name: string, count: number): string =>
  `9${String(of.throw(name, 10 ** (count - 1))).padStart(count - 1, "0")}`;

const clinicianOf = (of: Dice): SampleClinician => ({
  number: syntheticNumber(of, "clinician", { first: 1955, last: 1990 }),
  hprNumber: digits(of, "clinician hpr", 8),
  name: nameOf(of, "clinician"),
});

const unitOf = (of: Dice, { her, organisation }: Ground["wish"]): SampleUnit => ({
  name: of.pick("practice", practices),
  organisationNumber: organisation ?? digits(of, "organisation number", 9),
  herId: her ?? digits(of, "her", 7),
});

const periodOf = ({ wish: { from, days, grade }, today }: Ground): CertificateSample["periods"][number] => {
  const { from: first, to } = fullPeriod(today, from, days);
  return grade === undefined ? { kind: "FULL", from: first, to } : { kind: "GRADED", grade, from: first, to };
};

/** A synthetic adult of these dice. */
export const syntheticAdult = (of: Dice, name: string): string => syntheticNumber(of, name, adults);

/** A certificate that every check and rule lets pass. */
export const validSample = (ground: Ground): CertificateSample => {
  const { wish, own, theirs, today } = ground;
  return {
    wrapping: "fellesformat",
    messageId: own.uuid("message"),
    generatedAt: new Date(wish.at - 120_000).toISOString(),
    receivedAt: new Date(wish.at).toISOString(),
    ediLogId: `prove-${own.uuid("edi log").slice(0, 18)}`,
    person: { number: syntheticAdult(theirs, "person"), name: nameOf(theirs, "person") },
    clinician: clinicianOf(theirs),
    unit: unitOf(theirs, wish),
    ruleSetVersion: "3",
    spellStart: addDays(today, Math.min(0, wish.from)),
    employment: {
      count: "1",
      employerName: theirs.pick("employer", employers),
      occupation: theirs.pick("occupation", occupations),
      positionPercent: 100,
    },
    mainDiagnosis: theirs.pick("diagnosis", diagnoses),
    periods: [periodOf(ground)],
    fitAfterPeriod: true,
    treatedAt: osloClock(wish.at - 900_000),
    system: { name: "Samvirke prøvejournal", version: "1.0" },
    barcode: digits(own, "barcode", 12),
  };
};
