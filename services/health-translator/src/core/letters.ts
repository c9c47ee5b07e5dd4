import type { DialogueMessageSent } from "@samvirke/contracts";
import { decidedByWelfare, receiverOfLetter, reviewLetterOf } from "@samvirke/domain";
import type { Document, Known, Of } from "./model.ts";

type Letter = Extract<Document, { readonly document: "LETTER" }>;

const isPlanOf =
  (archiveId: string) =>
  (fact: Known): fact is Of<"FollowUpPlanShared"> =>
    fact.type === "FollowUpPlanShared" && fact.wire.archiveId === archiveId;

const enclosedIn = (letter: DialogueMessageSent, earlier: ReadonlyArray<Known>): Letter["encloses"] => {
  const plan = earlier.findLast(isPlanOf(letter.archiveId));
  if (plan?.content.state === "Open") return plan.content.value;
  return letter.medical.attachments.length > 0 ? "ORDER" : "NOTHING";
};

/** A letter of welfare's. Source: canonical model R18-R23. */
export const letterTold = (fact: Of<"DialogueMessageSent">, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.wire.fromSide !== "WELFARE" || fact.content.state !== "Open") return undefined;
  const letter = fact.content.value;
  const to = receiverOfLetter(letter, earlier);
  return to && { document: "LETTER", letter, to, encloses: enclosedIn(letter, earlier) };
};

const isCertificate =
  (sickLeaveId: string) =>
  (fact: Known): fact is Of<"SickLeaveCertified"> =>
    fact.type === "SickLeaveCertified" && fact.wire.sickLeaveId === sickLeaveId;

const isToldBefore =
  (fact: Of<"SickLeaveReviewed">) =>
  (one: Known): boolean =>
    one.type === "SickLeaveReviewed" &&
    one.wire.sickLeaveId === fact.wire.sickLeaveId &&
    one.wire.standing === "APPLIED" &&
    one.wire.outcome === "INVALID";

const certificateFor = (fact: Of<"SickLeaveReviewed">, earlier: ReadonlyArray<Known>) => {
  const certificate = earlier.find(isCertificate(fact.wire.sickLeaveId));
  return certificate && certificate.wire.ruleSetVersion !== decidedByWelfare ? certificate : undefined;
};

const isNews = (fact: Of<"SickLeaveReviewed">, earlier: ReadonlyArray<Known>): boolean =>
  fact.wire.standing === "APPLIED" && !earlier.some(isToldBefore(fact));

/**
 * Word to whoever sent a certificate that it is found invalid after its receipt said OK; once.
 *
 * Source: canonical model B6.
 */
export const reviewTold = (fact: Of<"SickLeaveReviewed">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const certificate = certificateFor(fact, earlier);
  if (fact.content.state !== "Open" || certificate?.content.state !== "Open") return undefined;
  const letter = isNews(fact, earlier) ? reviewLetterOf(fact.content.value, certificate.content.value) : undefined;
  const to = letter && receiverOfLetter(letter, []);
  return letter && to && { document: "LETTER", letter, to, encloses: "NOTHING" };
};
