import type { DialogueMessageSent, SickLeaveCertified, SickLeaveReviewed } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { draftLetter } from "./letter-draft.ts";

/** The id of the letter about a review, which is also its message id on the wire. */
export const reviewLetterIdOf = (archiveId: string): string => uuid5("review-letter", archiveId);

const opening = "NAV har vurdert sykmeldingen på nytt og kommet til at den ikke er gyldig.";

const reasonsOf = ({ case: review }: SickLeaveReviewed): ReadonlyArray<string> => [
  ...new Set(review.rules.flatMap(({ textForSender }) => textForSender ?? [])),
];

/**
 * The letter to whoever sent a certificate that is found invalid after its receipt said OK; a second receipt is never
 * written. Undefined where the sender was not told OK, or cannot be answered.
 *
 * Source: canonical model B6; list 8127, code 6.
 */
export const reviewLetterOf = (
  review: SickLeaveReviewed,
  certificate: SickLeaveCertified,
): DialogueMessageSent | undefined => {
  const { receipt, envelope, senderAliases } = certificate.case;
  const wasTaken = receipt?.wanted === true && receipt.status === "OK";
  if (review.outcome !== "INVALID" || !wasTaken || envelope.sender === null) return undefined;
  return draftLetter({
    messageId: reviewLetterIdOf(review.archiveId),
    archiveId: review.archiveId,
    kind: "NOTE",
    theme: { system: "2.16.578.1.12.4.1.1.8127", code: "6", text: "Tilbakemelding fra NAV" },
    text: [opening, ...reasonsOf(review)].join("\n"),
    identity: certificate.identity,
    at: review.receivedAt,
    aliases: [],
    parentReference: envelope.messageId,
    receiver: envelope.sender,
    receiverAliases: senderAliases,
  });
};
