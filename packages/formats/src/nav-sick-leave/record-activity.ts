import type { MedicalCauses, PeriodKind, SickLeavePeriod } from "@samvirke/contracts";
import { medicalCauses, workplaceCauses } from "../sykmelding-record/code-tables.ts";
import type { JsonSource } from "./json-source.ts";
import { day, items, maybeFlag, maybeInner, maybeText, maybeWhole, text } from "./json-source.ts";
import { causesOf, placedCauses } from "./record-medical.ts";

const kinds: Readonly<Record<string, PeriodKind>> = {
  AKTIVITET_IKKE_MULIG: "FULL",
  GRADERT: "GRADED",
  BEHANDLINGSDAGER: "TREATMENT_DAYS",
  AVVENTENDE: "AWAITING",
  REISETILSKUDD: "TRAVEL_SUPPORT",
};

export interface ReadPeriod {
  readonly period: Omit<SickLeavePeriod, "index">;
  readonly medicalCauses: ReturnType<ReturnType<typeof causesOf>> | null;
}

const readPeriod = (source: JsonSource): ReadPeriod => {
  const kind = kinds[text(source, "type")] ?? "UNKNOWN";
  return {
    period: {
      from: day(source, "fom"),
      to: day(source, "tom"),
      kind,
      kindsAsSent: kind === "UNKNOWN" ? [] : [kind],
      grade: maybeWhole(source, "grad"),
      gradedTravelSupport: maybeFlag(source, "reisetilskudd"),
      travelSupport: kind === "TRAVEL_SUPPORT" ? true : null,
      treatmentDaysPerWeek: maybeWhole(source, "antallBehandlingsdager"),
      inputToEmployer: maybeText(source, "innspillTilArbeidsgiver"),
      workplaceCauses: maybeInner(source, "arbeidsrelatertArsak", causesOf(workplaceCauses)),
    },
    medicalCauses: maybeInner(source, "medisinskArsak", causesOf(medicalCauses)),
  };
};

export interface ReadActivity {
  readonly periods: ReadonlyArray<SickLeavePeriod>;
  readonly medicalCauses: ReadonlyArray<MedicalCauses>;
}

/** Periods and their causes, each with its place among those sent. */
export const placedActivity = (read: ReadonlyArray<ReadPeriod>): ReadActivity => ({
  periods: read.map(({ period }, index) => ({ index, ...period })),
  medicalCauses: read.flatMap(({ medicalCauses: causes }, index) => placedCauses(index, causes)),
});

/** Reads the record's `aktivitet`. */
export const activityIn = (source: JsonSource): ReadActivity => placedActivity(items(source, "aktivitet", readPeriod));
