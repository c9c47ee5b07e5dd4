import type { SickLeavePeriod } from "@samvirke/contracts";
import type { Period, PeriodChoices } from "../rules/index.ts";
import { periodKind } from "../rules/index.ts";

/** Which kinds a period names. Travel support counts only when it says true. */
export const choicesOf = (p: SickLeavePeriod): PeriodChoices => {
  const has = (kind: SickLeavePeriod["kind"]): boolean => p.kindsAsSent.includes(kind);
  return {
    full: has("FULL"),
    graded: has("GRADED"),
    travelSupport: has("TRAVEL_SUPPORT") && p.travelSupport === true,
    treatmentDays: has("TREATMENT_DAYS"),
    ...(has("AWAITING") ? { awaiting: p.inputToEmployer } : {}),
  };
};

/** The field that belongs to the kind, and no other. */
const detailOf = (kind: Period["kind"], p: SickLeavePeriod): Pick<Period, "grade" | "daysPerWeek" | "input"> => {
  if (kind === "GRADED" && p.grade !== null) return { grade: p.grade };
  if (kind === "TREATMENT_DAYS" && p.treatmentDaysPerWeek !== null) return { daysPerWeek: p.treatmentDaysPerWeek };
  if (kind === "AWAITING" && p.inputToEmployer !== null) return { input: p.inputToEmployer };
  return {};
};

/** A period as the rules see it. */
export const rulePeriod = (p: SickLeavePeriod): Period => {
  const kind = periodKind(choicesOf(p));
  return { from: p.from, to: p.to, kind, ...detailOf(kind, p) };
};
