import type { PeriodKind } from "./facts.ts";

/** The choices that a period of the wire document carries; a document that is not valid may carry several. */
export interface PeriodChoices {
  readonly full: boolean;
  readonly graded: boolean;
  /** Travel support counts only when it says true. */
  readonly travelSupport: boolean;
  readonly treatmentDays: boolean;
  /** Awaiting certificate: undefined without the element, null without its text. */
  readonly awaiting?: string | null;
}

/**
 * The one kind that counts when a period names several.
 *
 * Source: NAV's rule service, mapping of periods; an awaiting certificate without text element is no kind, with blank text it is one.
 */
export const periodKind = (choices: PeriodChoices): PeriodKind => {
  if (choices.full) return "FULL";
  if (choices.graded) return "GRADED";
  if (choices.travelSupport) return "TRAVEL_SUPPORT";
  if (choices.treatmentDays) return "TREATMENT_DAYS";
  return typeof choices.awaiting === "string" ? "AWAITING" : "UNKNOWN";
};
