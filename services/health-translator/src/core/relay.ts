import { isWelfareParty } from "@samvirke/contracts";
import type { MessagePassedOn, WireEnvelope } from "@samvirke/contracts";
import type { Document, Known, Of } from "./model.ts";
import { consentNow, isContentOf, isRefused } from "./referrals.ts";

/** The formats of referrals that health parties send each other. */
const wireFormats: ReadonlyArray<string> = ["KITH_0_9", "KITH_1_0", "KITH_1_1", "KITH_2_0"];

type Content = Of<"ReferralSent" | "ReferralChanged" | "ReferralCopied">;
type Step = Of<"ReferralCancelled" | "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined">;

const unchanged: Document = { document: "UNCHANGED" };

const isWelfares = ({ sender }: WireEnvelope): boolean => isWelfareParty(sender?.organisations ?? []);

/** Whether an envelope is one of the wire: the hub's own contract is for the hub alone. */
const isOfTheWire = (envelope: WireEnvelope | null): boolean =>
  envelope !== null && envelope.format !== "HUB_JSON" && envelope.format !== "UNKNOWN" && !isWelfares(envelope);

// A referral that waited leads to two events; its bytes were passed on with the first.
const isFirst = (fact: Known, earlier: ReadonlyArray<Known>): boolean =>
  earlier.every(({ wire, type }) => wire.archiveId !== fact.wire.archiveId || !type.startsWith("Referral"));

const isHubs = (envelope: WireEnvelope | null): envelope is WireEnvelope => envelope?.format === "HUB_JSON";

const isNeverSent = ({ wire }: Content): boolean => "cancelledAhead" in wire && wire.cancelledAhead;

/** The hub's own contract from one house to another; what is medical goes along unless the person has said no to it. */
const hubPassed = (fact: Content, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || fact.type === "ReferralCopied") return undefined;
  const { direction, consent, referralId, case: shared } = fact.content.value;
  if (direction !== "WITHIN_HEALTH" || !isHubs(shared.envelope)) return undefined;
  const mayShareMedical = !isRefused(consentNow(referralId, consent, earlier));
  return { document: "HUB_MESSAGE", envelope: shared.envelope, mayShareMedical };
};

const fhirPassed = (fact: Content, envelope: WireEnvelope): Document | undefined =>
  "direction" in fact.wire && fact.wire.direction === "WITHIN_HEALTH" && !isWelfares(envelope)
    ? { document: "FHIR_MESSAGE", envelope }
    : undefined;

/**
 * A referral as it was sent, for the receivers that it names. Source: canonical model R26-R30, R35, R36; the hub's own
 * contract holds medical content only with consent or another ground.
 */
export const contentPassed = (fact: Content, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || !isFirst(fact, earlier) || isNeverSent(fact)) return undefined;
  const { format, envelope } = fact.content.value.case;
  if (format === "HUB_JSON") return hubPassed(fact, earlier);
  if (format === "FHIR") return fhirPassed(fact, envelope);
  return wireFormats.includes(format) && !isWelfares(envelope) ? unchanged : undefined;
};

const isWithinHealth = (referralId: string, earlier: ReadonlyArray<Known>): boolean =>
  earlier.findLast(isContentOf(referralId))?.wire.direction === "WITHIN_HEALTH";

const hubStepPassed = (fact: Step, envelope: WireEnvelope, earlier: ReadonlyArray<Known>): Document | undefined => {
  const isCounting = !fact.wire.ahead && !fact.wire.recordedOnly;
  return isCounting && !isWelfares(envelope) && isWithinHealth(fact.wire.referralId, earlier)
    ? { document: "HUB_MESSAGE", envelope, mayShareMedical: true }
    : undefined;
};

const fhirStepPassed = (fact: Step, envelope: WireEnvelope, earlier: ReadonlyArray<Known>): Document | undefined =>
  isWithinHealth(fact.wire.referralId, earlier) && !isWelfares(envelope)
    ? { document: "FHIR_MESSAGE", envelope }
    : undefined;

/** A cancellation or a status as it was sent. Source: canonical model R29, R31, R35. */
export const stepPassed = (fact: Step, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || !isFirst(fact, earlier)) return undefined;
  const { envelope } = fact.content.value.case;
  if (envelope?.format === "FHIR") return fhirStepPassed(fact, envelope, earlier);
  if (isHubs(envelope)) return hubStepPassed(fact, envelope, earlier);
  return isOfTheWire(envelope) ? unchanged : undefined;
};

/** A message between health parties that is no event of a case. Source: canonical model R24. */
export const messagePassed = ({ wire, content }: Of<"MessagePassedOn">): Document | undefined =>
  content.state === "Open" && wire.reason === "WITHIN_HEALTH" ? unchanged : undefined;

type Sent = Of<"ReferralSent" | "ReferralChanged" | "ReferralCancelled" | "ReferralGranted" | "MessagePassedOn">;

const isSent =
  (archiveId: string) =>
  (fact: Known): fact is Sent =>
    (fact.type.startsWith("Referral") || fact.type === "MessagePassedOn") &&
    fact.type !== "ReferralCopied" &&
    fact.wire.archiveId === archiveId;

const standard: ReadonlyArray<string> = ["APPREC_1_0", "APPREC_1_1"];

type Way = Pick<NonNullable<MessagePassedOn["case"]>, "envelope" | "senderAliases" | "sender">;

const backTo = (way: Way | null): Document | undefined => {
  const [to] = way?.senderAliases ?? [];
  return way !== null && isOfTheWire(way.envelope) && to !== undefined
    ? { document: "RECEIPT", to, name: way.sender }
    : undefined;
};

/** A receipt between health parties as it was sent, for whoever waits for it. Source: canonical model R55. */
export const receiptPassed = (fact: Of<"DeliverySettled">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const sent = earlier.find(isSent(fact.wire.messageId));
  if (fact.content.state !== "Open" || !standard.includes(fact.wire.format) || sent?.content.state !== "Open")
    return undefined;
  return backTo(sent.content.value.case);
};
