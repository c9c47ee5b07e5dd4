import type { SickLeaveMedical } from "@samvirke/contracts";
import type { Sector } from "./party.ts";

/** Who may not read an answer. Source: Restriksjonskode, list 8134; N is SKJERMET_FOR_NAV. */
const hiddenFromWelfare = "N";

type AnswerGroup = SickLeaveMedical["answerGroups"][number];

const withoutHidden = (group: AnswerGroup): AnswerGroup => ({
  ...group,
  answers: group.answers.filter((answer) => !answer.restrictions.some(({ code }) => code === hiddenFromWelfare)),
});

/** The medical content that a sector may read: welfare reads no answer that is restricted N. */
export const shieldedFor = (sector: Sector, medical: SickLeaveMedical): SickLeaveMedical =>
  sector === "welfare" ? { ...medical, answerGroups: medical.answerGroups.map(withoutHidden) } : medical;
