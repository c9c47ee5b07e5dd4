import type { ReferralSent } from "@samvirke/contracts";
import { cancellationLetterOf, referralLetterOf, welfareReferralForm } from "@samvirke/domain";
import type { Addressee, Document, Known, Of, Referral, ReferralStep } from "./model.ts";

type Content = Of<"ReferralSent" | "ReferralChanged">;
type Step = Of<ReferralStep["type"]>;

/** Whether a receiver is registered as taking referrals from welfare. */
export type TakesReferrals = (party: Addressee["party"]) => boolean;

const sharing: ReadonlyArray<string> = ["GIVEN", "NOT_REQUIRED", "ANSWER_TO_CONSENTED_REQUEST"];

const isConsentTo =
  (referralId: string) =>
  (fact: Known): fact is Of<"SharingConsentRecorded"> =>
    fact.type === "SharingConsentRecorded" &&
    fact.wire.referralId === referralId &&
    !fact.wire.ahead &&
    !fact.wire.recordedOnly;

/** The person's last word on a referral: what was recorded since, else what the referral states. */
export const consentNow = (
  referralId: string,
  stated: ReferralSent["consent"],
  earlier: ReadonlyArray<Known>,
): string => earlier.filter(isConsentTo(referralId)).at(-1)?.wire.status ?? stated;

/** Whether the person has said no to sharing. */
export const isRefused = (consent: string): boolean => consent === "REFUSED" || consent === "WITHDRAWN";

const isShared = (referralId: string, stated: ReferralSent["consent"], earlier: ReadonlyArray<Known>): boolean =>
  sharing.includes(consentNow(referralId, stated, earlier));

const referralIn = (fact: Content | undefined): Referral | undefined =>
  fact?.content.state === "Open" ? fact.content.value : undefined;

/** Whom a referral is for. */
export const receiverOf = ({ case: { envelope } }: Referral): Addressee | undefined =>
  envelope.receiver === null ? undefined : { party: envelope.receiver, aliases: [], name: null };

const isAhead = ({ wire }: Content): boolean => ("cancelledAhead" in wire ? wire.cancelledAhead : wire.ahead);

/**
 * What welfare asks of health: a dialogue message, unless the receiver is registered as taking welfare's referrals.
 *
 * Source: canonical model R33.
 */
export const referralTold = (
  fact: Content,
  earlier: ReadonlyArray<Known>,
  takes: TakesReferrals,
): Document | undefined => {
  const referral = referralIn(fact);
  const to = referral && receiverOf(referral);
  if (referral === undefined || to === undefined || isAhead(fact)) return undefined;
  const mayShareMedical = isShared(referral.referralId, referral.consent, earlier);
  const form = welfareReferralForm({ takesWelfareReferrals: takes(to.party) });
  return form === "REFERRAL"
    ? { document: "REFERRAL", referral, to, mayShareMedical }
    : { document: "LETTER", letter: referralLetterOf(referral, mayShareMedical), to, encloses: "NOTHING" };
};

/** Whether a fact holds the content of a referral. */
export const isContentOf =
  (referralId: string) =>
  (fact: Known): fact is Content =>
    (fact.type === "ReferralSent" || fact.type === "ReferralChanged") && fact.wire.referralId === referralId;

/** The content of a referral, as it was sent last. */
export const contentOf = (referralId: string, earlier: ReadonlyArray<Known>): Referral | undefined =>
  referralIn(earlier.findLast(isContentOf(referralId)));

/** That welfare takes back what it asked for; the receiver got a letter or a referral, and gets a letter of it. */
export const cancellationTold = (
  fact: Of<"ReferralCancelled">,
  earlier: ReadonlyArray<Known>,
): Document | undefined => {
  const referral = contentOf(fact.wire.referralId, earlier);
  const to = referral && receiverOf(referral);
  if (fact.content.state !== "Open" || referral?.direction !== "TO_HEALTH" || to === undefined) return undefined;
  if (fact.wire.ahead || fact.wire.recordedOnly) return undefined;
  return {
    document: "LETTER",
    letter: cancellationLetterOf(fact.content.value, referral),
    to,
    encloses: "NOTHING",
  };
};

/** Whoever sent a referral. */
export const referrerOf = ({ case: { envelope, senderAliases, sender } }: Referral): Addressee | undefined =>
  envelope.sender === null ? undefined : { party: envelope.sender, aliases: senderAliases, name: sender };

/** Welfare's answer to a referral of health's. Source: canonical model R37; HIS 1206. */
export const stepTold = (fact: Step, earlier: ReadonlyArray<Known>): Document | undefined => {
  const about = contentOf(fact.wire.referralId, earlier);
  const to = about && referrerOf(about);
  if (fact.content.state !== "Open" || about?.direction !== "TO_WELFARE" || to === undefined) return undefined;
  if (fact.wire.ahead || fact.wire.recordedOnly) return undefined;
  const step = { type: fact.type, value: fact.content.value } as ReferralStep;
  return { document: "STATUS", step, about, to, mayShareMedical: isShared(about.referralId, about.consent, earlier) };
};
