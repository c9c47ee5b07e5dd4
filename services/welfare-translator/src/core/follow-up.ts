import type { DeliverySettled } from "@samvirke/contracts";
import { receiverOfLetter } from "@samvirke/domain";
import type { Document, Known, Of } from "./model.ts";

type Spoken = Of<"DialogueMessageSent" | "DialogueMeetingAnswered">;

const isClinicians = (fact: Spoken): boolean =>
  fact.type === "DialogueMessageSent" ? fact.wire.fromSide === "HEALTH" : fact.wire.by === "CLINICIAN";

/**
 * A clinician's message or answer to a meeting call, where it came from the clinician. What welfare told of itself was
 * decided there, and the hub asked no register about it.
 *
 * Source: canonical model R14-R17 and R25.
 */
const clinicianTold = (fact: Spoken): Document | undefined =>
  fact.content.state === "Open" && fact.content.value.case.registryAnswers !== null && isClinicians(fact)
    ? { document: "DIALOGUE", message: fact.content.value }
    : undefined;

/** An order of welfare's for a clinician whom the hub cannot find, told back as refused. Source: canonical model R52. */
const orderTold = (fact: Of<"DialogueMessageSent">, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || fact.content.value.case.clinicianReference === null) return undefined;
  const order = fact.content.value;
  return receiverOfLetter(order, earlier) === undefined ? { document: "UNDELIVERABLE", order } : undefined;
};

/** What welfare is told of a message between it and a clinician. */
export const dialogueTold = (fact: Spoken, earlier: ReadonlyArray<Known>): Document | undefined =>
  fact.type === "DialogueMessageSent" && fact.wire.fromSide === "WELFARE"
    ? orderTold(fact, earlier)
    : clinicianTold(fact);

/** A medical statement. Source: canonical model R38. */
export const statementTold = (fact: Of<"WorkAbilityAssessed">): Document | undefined =>
  fact.content.state === "Open" ? { document: "STATEMENT", statement: fact.content.value } : undefined;

/** That a plan exists, where the employer shares it with welfare and welfare did not tell of it. Source: R39-R41. */
export const planTold = (fact: Of<"FollowUpPlanShared">): Document | undefined =>
  fact.content.state === "Open" && fact.wire.toWelfare && fact.wire.format !== "NOTICE"
    ? { document: "PLAN_NOTICE", plan: fact.content.value }
    : undefined;

const isAbout =
  (messageId: string) =>
  ({ wire }: Known): boolean =>
    wire.archiveId === messageId || ("messageId" in wire && wire.messageId === messageId);

const isWelfares = (fact: Known | undefined): fact is Of<"DialogueMessageSent" | "ReferralSent" | "ReferralChanged"> =>
  fact !== undefined &&
  ((fact.type === "DialogueMessageSent" && fact.wire.fromSide === "WELFARE") ||
    ("direction" in fact.wire && fact.wire.direction === "TO_HEALTH"));

// Whom the hub finds under no name is told of with the order itself.
const isToNobody = ({ outcome, archiveId }: DeliverySettled): boolean => outcome === "REFUSED" && archiveId === null;

/**
 * What became of a message that the hub sent for welfare: the receiver's answer to a letter, or that no answer came.
 *
 * Source: canonical model R52 and R56.
 */
export const deliveryTold = (fact: Of<"DeliverySettled">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const sent = earlier.find(isAbout(fact.wire.messageId));
  if (fact.content.state !== "Open" || !isWelfares(sent) || sent.content.state !== "Open") return undefined;
  const settled = fact.content.value;
  const { envelope } = sent.content.value.case;
  if (settled.outcome === "OVERDUE") return { document: "OVERDUE", settled, wireMsgId: envelope.messageId };
  // A letter that the hub made of a plan was nobody's order.
  const isOrdered = sent.type === "DialogueMessageSent" && envelope.messageId !== null;
  return isOrdered && !isToNobody(settled) ? { document: "DELIVERY", settled, order: sent.content.value } : undefined;
};
