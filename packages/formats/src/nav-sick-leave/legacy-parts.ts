import type { Address, SickLeaveMedical } from "@samvirke/contracts";
import { absenceReasons, medicalCauses, workplaceCauses } from "../sykmelding-record/code-tables.ts";
import { plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import {
  day,
  flag,
  items,
  maybeDay,
  maybeFlag,
  maybeInner,
  maybeText,
  maybeWhole,
  text,
  whole,
} from "./json-source.ts";
import type { ReadActivity, ReadPeriod } from "./record-activity.ts";
import { placedActivity } from "./record-activity.ts";
import { causesOf } from "./record-medical.ts";

const postalCode = (code: number | null): string | null => (code === null ? null : String(code).padStart(4, "0"));

/** The clinician's address; the town stands under the key of the municipality, the postal code has lost its zeros. */
export const legacyAddressOf = (source: JsonSource): Address => {
  const country = maybeText(source, "land");
  return {
    type: null,
    street: maybeText(source, "gate"),
    postalCode: postalCode(maybeWhole(source, "postnummer")),
    city: maybeText(source, "kommune"),
    postBox: maybeText(source, "postboks"),
    county: null,
    country: country === null ? null : plainCode(country),
  };
};

const diagnosisOf = (source: JsonSource): SickLeaveMedical["mainDiagnosis"] => ({
  system: text(source, "system"),
  code: text(source, "kode"),
  text: maybeText(source, "tekst"),
  originalText: null,
});

type Assessment = Omit<
  SickLeaveMedical,
  "medicalCauses" | "answerGroups" | "attachments" | "mismatches" | "shieldedFromPerson"
>;

export const legacyAssessmentOf = (source: JsonSource): Assessment => ({
  mainDiagnosis: maybeInner(source, "hovedDiagnose", diagnosisOf),
  otherDiagnoses: items(source, "biDiagnoser", diagnosisOf).flatMap((one) => one ?? []),
  otherAbsence: maybeInner(source, "annenFraversArsak", causesOf(absenceReasons, "grunn")),
  pregnancy: flag(source, "svangerskap"),
  occupationalInjury: flag(source, "yrkesskade"),
  occupationalInjuryOn: maybeDay(source, "yrkesskadeDato"),
});

const fullOf = (source: JsonSource) => ({
  medical: maybeInner(source, "medisinskArsak", causesOf(medicalCauses)),
  workplace: maybeInner(source, "arbeidsrelatertArsak", causesOf(workplaceCauses)),
});

const gradedOf = (source: JsonSource) => ({
  grade: whole(source, "grad"),
  gradedTravelSupport: maybeFlag(source, "reisetilskudd"),
});

type Kind = ReadPeriod["period"]["kind"];
type Signs = ReadonlyArray<readonly [boolean, Kind]>;

const periodOf = (source: JsonSource): ReadPeriod => {
  const full = maybeInner(source, "aktivitetIkkeMulig", fullOf);
  const graded = maybeInner(source, "gradert", gradedOf);
  const treatmentDaysPerWeek = maybeWhole(source, "behandlingsdager");
  const inputToEmployer = maybeText(source, "avventendeInnspillTilArbeidsgiver");
  const travelSupport = maybeFlag(source, "reisetilskudd");
  // The order in which one of several kinds counts, as in the document itself. Source: fact sheet 9.1.
  const signs: Signs = [
    [full !== null, "FULL"],
    [graded !== null, "GRADED"],
    [travelSupport === true, "TRAVEL_SUPPORT"],
    [treatmentDaysPerWeek !== null, "TREATMENT_DAYS"],
    [inputToEmployer !== null, "AWAITING"],
  ];
  const kindsAsSent = signs.filter(([present]) => present).map(([, kind]) => kind);
  return {
    period: {
      from: day(source, "fom"),
      to: day(source, "tom"),
      kind: kindsAsSent[0] ?? "UNKNOWN",
      kindsAsSent,
      ...(graded ?? { grade: null, gradedTravelSupport: null }),
      travelSupport,
      treatmentDaysPerWeek,
      inputToEmployer,
      workplaceCauses: full?.workplace ?? null,
    },
    medicalCauses: full?.medical ?? null,
  };
};

/** Reads `perioder`. */
export const legacyActivityIn = (source: JsonSource): ReadActivity =>
  placedActivity(items(source, "perioder", periodOf));
