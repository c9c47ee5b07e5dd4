import { uuid5 } from "@samvirke/kernel";
import { certificateTold, revisionTold } from "./certificates.ts";
import { effortTold } from "./efforts.ts";
import { letterTold, reviewTold } from "./letters.ts";
import type { Delivery, Document, Known, Of } from "./model.ts";
import type { TakesReferrals } from "./referrals.ts";
import { cancellationTold, referralTold, stepTold } from "./referrals.ts";
import { contentPassed, messagePassed, receiptPassed, stepPassed } from "./relay.ts";

/** What else a teller may look at. */
export interface Telling {
  readonly earlier: ReadonlyArray<Known>;
  readonly takes: TakesReferrals;
}

type Teller<N extends Known["type"]> = (fact: Of<N>, telling: Telling) => Document | undefined;

const content = (fact: Of<"ReferralSent" | "ReferralChanged">, { earlier, takes }: Telling): Document | undefined =>
  fact.wire.direction === "TO_HEALTH" ? referralTold(fact, earlier, takes) : contentPassed(fact, earlier);

const step = (
  fact: Of<"ReferralGranted" | "ReferralForwarded" | "ReferralDeclined">,
  { earlier }: Telling,
): Document | undefined => stepTold(fact, earlier) ?? stepPassed(fact, earlier);

/** What health parties are told of each event; of those that are not here, nothing. */
const tellers: { readonly [N in Known["type"]]?: Teller<N> } = {
  DialogueMessageSent: (fact, { earlier }) => letterTold(fact, earlier),
  SickLeaveCertified: (fact) => certificateTold(fact),
  SickLeaveRevised: (fact, { earlier }) => revisionTold(fact, earlier),
  SickLeaveReviewed: (fact, { earlier }) => reviewTold(fact, earlier),
  ReferralSent: content,
  ReferralChanged: content,
  ReferralCopied: (fact, { earlier }) => contentPassed(fact, earlier),
  ReferralCancelled: (fact, { earlier }) => cancellationTold(fact, earlier) ?? stepPassed(fact, earlier),
  ReferralGranted: step,
  ReferralForwarded: step,
  ReferralDeclined: step,
  EffortRecorded: (fact, { earlier }) => effortTold(fact, earlier),
  MessagePassedOn: (fact) => messagePassed(fact),
  DeliverySettled: (fact, { earlier }) => receiptPassed(fact, earlier),
};

const caseOf = ({ wire, personId }: Known): string => {
  if ("sickLeaveId" in wire) return wire.sickLeaveId;
  return "referralId" in wire && wire.referralId !== null ? wire.referralId : personId;
};

const idOf = (told: Document, fact: Known): string =>
  told.document === "LETTER" ? told.letter.messageId : uuid5("health-document", fact.id);

/** What health parties get of a fact, or nothing. */
export const deliveryOf = (fact: Known, telling: Telling): Delivery | undefined => {
  const tell = tellers[fact.type] as Teller<Known["type"]> | undefined;
  const told = tell?.(fact, telling);
  return (
    told && {
      messageId: idOf(told, fact),
      inReplyTo: fact.wire.archiveId,
      caseId: told.document === "EFFORT" ? told.about.referralId : caseOf(fact),
      writtenAt: fact.recordedAt,
      content: told,
    }
  );
};

const alone: ReadonlyArray<Known["type"]> = ["MessagePassedOn", "SickLeaveCertified"];

/** Whether a fact's document rests on what was recorded before it. */
export const needsPast = (fact: Known): boolean =>
  fact.type === "DialogueMessageSent" ? fact.wire.fromSide === "WELFARE" : !alone.includes(fact.type);

const withoutOriginal: ReadonlyArray<Known["type"]> = [
  "SickLeaveCertified",
  "SickLeaveRevised",
  "SickLeaveReviewed",
  "EffortRecorded",
];

/** Whether a fact's document may hold the message as it was received, or what came with it. */
export const needsOriginal = (fact: Known): boolean =>
  fact.type === "DialogueMessageSent" ? fact.wire.fromSide === "WELFARE" : !withoutOriginal.includes(fact.type);
