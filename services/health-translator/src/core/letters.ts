import type { DialogueMessageSent } from "@samvirke/contracts";
import { decidedByWelfare, reviewLetterOf } from "@samvirke/domain";
import type { Addressee, Document, Known, Of } from "./model.ts";

type Letter = Extract<Document, { readonly document: "LETTER" }>;

/** Everything that a health party has sent about the person, and under which names. */
const writers: ReadonlyArray<Known["type"]> = ["SickLeaveCertified", "DialogueMessageSent", "DialogueMeetingAnswered"];

type Written = Of<"SickLeaveCertified" | "DialogueMessageSent" | "DialogueMeetingAnswered">;

const isOfHealth = (fact: Known): fact is Written => {
  if (!writers.includes(fact.type)) return false;
  if (fact.type === "SickLeaveCertified") return fact.wire.ruleSetVersion !== decidedByWelfare;
  return fact.type === "DialogueMessageSent" ? fact.wire.fromSide === "HEALTH" : true;
};

const senderOf = (fact: Written | undefined): Addressee | undefined => {
  if (fact === undefined || fact.content.state !== "Open") return undefined;
  const { envelope, senderAliases, sender } = fact.content.value.case;
  return envelope.sender === null ? undefined : { party: envelope.sender, aliases: senderAliases, name: sender };
};

const referenceOf = ({ case: { envelope } }: DialogueMessageSent): ReadonlyArray<string> =>
  [envelope.parentReference, envelope.conversationReference].filter((reference) => reference !== null);

const isNamedIn =
  (letter: DialogueMessageSent) =>
  (fact: Written): boolean => {
    if (fact.content.state !== "Open") return false;
    const { messageId, conversationReference } = fact.content.value.case.envelope;
    const names = referenceOf(letter);
    return names.some((name) => name === messageId || name === conversationReference);
  };

/**
 * Who gets a letter: the receiver that it names; else whoever wrote what it answers; and a plan, which answers nothing, goes
 * to whoever certified last. Nobody is guessed for a letter that welfare ordered for a clinician of its own choice.
 */
const receiverOf = (letter: DialogueMessageSent, earlier: ReadonlyArray<Known>): Addressee | undefined => {
  const { envelope, receiverAliases } = letter.case;
  if (envelope.receiver !== null) return { party: envelope.receiver, aliases: receiverAliases, name: null };
  const written = earlier.filter(isOfHealth);
  const isPlans = letter.kind === "PLAN_LETTER" && letter.case.clinicianReference === null;
  const last = isPlans ? written.findLast(({ type }) => type === "SickLeaveCertified") : undefined;
  return senderOf(written.findLast(isNamedIn(letter)) ?? last);
};

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
  const to = receiverOf(letter, earlier);
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

/**
 * Word to whoever sent a certificate that it is found invalid after its receipt said OK; once.
 *
 * Source: canonical model B6.
 */
export const reviewTold = (fact: Of<"SickLeaveReviewed">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const certificate = certificateFor(fact, earlier);
  if (fact.content.state !== "Open" || certificate?.content.state !== "Open") return undefined;
  if (fact.wire.standing !== "APPLIED" || earlier.some(isToldBefore(fact))) return undefined;
  const letter = reviewLetterOf(fact.content.value, certificate.content.value);
  const to = senderOf(certificate);
  return letter && to && { document: "LETTER", letter, to, encloses: "NOTHING" };
};
