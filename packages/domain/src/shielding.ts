import type { AnswerGroup, SickLeaveMedical } from "@samvirke/contracts";

/** Whom a sender keeps an answer from. Source: Restriksjonskode, list 8134; N is SKJERMET_FOR_NAV. */
const keptFromWelfare = "N";

const isKept = (answer: AnswerGroup["answers"][number]): boolean =>
  answer.restrictions.some(({ code }) => code === keptFromWelfare);

/** Paths, in the event, of the answers that welfare must not read. */
export const restrictedFromWelfare = (medical: SickLeaveMedical): ReadonlyArray<string> =>
  medical.answerGroups.flatMap((group, at) =>
    group.answers.flatMap((answer, index) => (isKept(answer) ? [`medical.answerGroups[${at}].answers[${index}]`] : [])),
  );

/** The medical content that welfare may read: no answer that is restricted from it, and no group that held nothing else. */
export const readableByWelfare = (medical: SickLeaveMedical): SickLeaveMedical => ({
  ...medical,
  answerGroups: medical.answerGroups
    .filter((group) => group.answers.length === 0 || !group.answers.every(isKept))
    .map((group) => ({ ...group, answers: group.answers.filter((answer) => !isKept(answer)) })),
});
