import type { StatementContent } from "./model.ts";

const lengthOf = (text: string | null): number => text?.length ?? 0;

/** Length of the longest free text that a clinician wrote. Unit: UTF-16 code units, as the limit's own system counts. */
export const longestTextOf = ({ case: shared, medical }: StatementContent): number => {
  const texts = [
    shared.workDemands,
    shared.cannotDo,
    shared.considerationInOtherWork,
    shared.reducedWorkAbilityDuration,
    ...shared.measures.map(({ text }) => text),
    shared.measuresDetails,
    shared.measuresLimits,
    shared.reasonWithoutMeasures,
    medical.history,
    medical.status,
    medical.function,
    medical.functionWeight,
    medical.illnessDuration,
    medical.functionLossDuration,
    medical.examination?.text ?? null,
    medical.treatment?.text ?? null,
    medical.examinationPlan,
    medical.treatmentPlan,
    medical.earlierPlanAssessment,
    medical.newInformationWhen,
    medical.noFurtherTreatment,
    medical.otherInformation,
    medical.withheldContent,
  ];
  return Math.max(0, ...texts.map(lengthOf));
};
