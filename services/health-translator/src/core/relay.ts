import { isWelfareParty } from "@samvirke/contracts";
import type { WireEnvelope } from "@samvirke/contracts";
import type { Document, Known, Of } from "./model.ts";

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

/** A referral as it was sent, for the receivers that it names. Source: canonical model R26-R30, R35, R36. */
export const contentPassed = (fact: Content, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || !isFirst(fact, earlier)) return undefined;
  const { format, envelope } = fact.content.value.case;
  const isNeverSent = "cancelledAhead" in fact.wire && fact.wire.cancelledAhead;
  return wireFormats.includes(format) && !isWelfares(envelope) && !isNeverSent ? unchanged : undefined;
};

/** A cancellation or a status as it was sent. Source: canonical model R29, R31. */
export const stepPassed = (fact: Step, earlier: ReadonlyArray<Known>): Document | undefined =>
  fact.content.state === "Open" && isOfTheWire(fact.content.value.case.envelope) && isFirst(fact, earlier)
    ? unchanged
    : undefined;

/** A message between health parties that is no event of a case. Source: canonical model R24. */
export const messagePassed = ({ wire, content }: Of<"MessagePassedOn">): Document | undefined =>
  content.state === "Open" && wire.reason === "WITHIN_HEALTH" ? unchanged : undefined;

type Sent = Of<"ReferralSent" | "ReferralChanged" | "ReferralCancelled" | "ReferralGranted">;

const isSent =
  (archiveId: string) =>
  (fact: Known): fact is Sent =>
    fact.type.startsWith("Referral") && fact.type !== "ReferralCopied" && fact.wire.archiveId === archiveId;

const standard: ReadonlyArray<string> = ["APPREC_1_0", "APPREC_1_1"];

/** A receipt between health parties as it was sent, for whoever waits for it. Source: canonical model R55. */
export const receiptPassed = (fact: Of<"DeliverySettled">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const sent = earlier.find(isSent(fact.wire.messageId));
  if (fact.content.state !== "Open" || !standard.includes(fact.wire.format) || sent?.content.state !== "Open")
    return undefined;
  const { envelope, senderAliases, sender } = sent.content.value.case;
  const [to] = senderAliases;
  return isOfTheWire(envelope) && to !== undefined ? { document: "RECEIPT", to, name: sender } : undefined;
};
