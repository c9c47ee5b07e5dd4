import type { PeriodKind, SickLeavePeriod, WorkplaceCauses } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import { lookUpAll, medicalCauses, workplaceCauses } from "./code-tables.ts";
import type { JsonObject } from "./json.ts";
import type { Place } from "./losses.ts";
import { below, lose } from "./losses.ts";
import type { RecordSource } from "./source.ts";

// The order in which welfare's migration picks one of several kinds; it differs from the rules' own.
const order: ReadonlyArray<PeriodKind> = ["FULL", "TRAVEL_SUPPORT", "GRADED", "TREATMENT_DAYS", "AWAITING"];

const printedKind = ({ kind, kindsAsSent }: SickLeavePeriod): PeriodKind =>
  kindsAsSent.length > 1 ? (order.find((each) => kindsAsSent.includes(each)) ?? kind) : kind;

const causesJson = (
  causes: Pick<WorkplaceCauses, "codes" | "text"> | null | undefined,
  table: Readonly<Record<string, string>>,
  place: Place,
): JsonObject | null =>
  causes ? { beskrivelse: causes.text, arsak: lookUpAll(table, causes.codes, below(place, "codes")) } : null;

const fullJson = (period: SickLeavePeriod, { medical }: RecordSource, report: Place): JsonObject => {
  const at = medical.medicalCauses.findIndex(({ periodIndex }) => periodIndex === period.index);
  const medicalAt = below(below(below(report, "medical"), "medicalCauses"), at);
  const workAt = below(below(below(below(report, "work"), "periods"), period.index), "workplaceCauses");
  return {
    type: "AKTIVITET_IKKE_MULIG",
    medisinskArsak: causesJson(medical.medicalCauses[at], medicalCauses, medicalAt),
    arbeidsrelatertArsak: causesJson(period.workplaceCauses, workplaceCauses, workAt),
  };
};

const gradedJson = (period: SickLeavePeriod, place: Place): JsonObject => {
  if (period.grade === null) lose(below(place, "grade"), "NOT_SENT");
  return { type: "GRADERT", grad: period.grade ?? 0, reisetilskudd: period.gradedTravelSupport ?? false };
};

const treatmentDaysJson = (period: SickLeavePeriod, place: Place): JsonObject => {
  if (period.treatmentDaysPerWeek === null) lose(below(place, "treatmentDaysPerWeek"), "NOT_SENT");
  return { type: "BEHANDLINGSDAGER", antallBehandlingsdager: period.treatmentDaysPerWeek ?? 0 };
};

const contentJson = (period: SickLeavePeriod, source: RecordSource, report: Place): JsonObject | undefined => {
  const place = below(below(below(report, "work"), "periods"), period.index);
  switch (printedKind(period)) {
    case "FULL":
      return fullJson(period, source, report);
    case "GRADED":
      return gradedJson(period, place);
    case "TREATMENT_DAYS":
      return treatmentDaysJson(period, place);
    case "AWAITING":
      return { type: "AVVENTENDE", innspillTilArbeidsgiver: period.inputToEmployer ?? "" };
    case "TRAVEL_SUPPORT":
      return { type: "REISETILSKUDD" };
    case "UNKNOWN":
      lose(below(place, "kind"), "NO_PLACE");
      return undefined;
  }
};

const loseOtherKinds = (period: SickLeavePeriod, report: Place): void => {
  const place = below(below(below(report, "work"), "periods"), period.index);
  if (period.kindsAsSent.length > 1) lose(below(place, "kindsAsSent"), "OTHER_KIND");
};

/** The record's `aktivitet`: one entry a period; a period without a kind or without days has no place there. */
export const activityJson = (source: RecordSource, report: Place): ReadonlyArray<JsonObject> => {
  for (const { index } of source.case.unreadablePeriods) lose(below(below(report, "periods"), index), "NO_PLACE");
  return source.work.periods.flatMap((period) => {
    loseOtherKinds(period, report);
    const content = contentJson(period, source, report);
    return content ? [{ fom: printDay(period.from), tom: printDay(period.to), ...content }] : [];
  });
};
