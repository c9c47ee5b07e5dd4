import type { ReferralSent } from "@samvirke/contracts";
import { isProtectedAfter } from "@samvirke/domain";
import type { Document, Known, Of, ReferralContent, ReferralScope, ReferralStep } from "./model.ts";

type Consent = ReferralSent["consent"];
type Content = Of<"ReferralSent" | "ReferralChanged">;
type Step = Of<ReferralStep["type"]>;

/** Programmes in which health and welfare work side by side. Source: fact sheet 5.3; canonical model R34-R36. */
const joint: ReadonlyArray<string> = ["JOB_SUPPORT", "WORK_HEALTH_CLINIC", "REHABILITATION"];

const sharing: ReadonlyArray<string> = ["GIVEN", "NOT_REQUIRED", "ANSWER_TO_CONSENTED_REQUEST"];

const isConsentTo =
  (referralId: string) =>
  (fact: Known): fact is Of<"SharingConsentRecorded"> =>
    fact.type === "SharingConsentRecorded" &&
    fact.wire.referralId === referralId &&
    !fact.wire.ahead &&
    !fact.wire.recordedOnly;

// A later word of the person's counts before what the referral states; withdrawal stops later sharing.
const isShared = (referralId: string, stated: Consent, earlier: ReadonlyArray<Known>): boolean =>
  sharing.includes(earlier.filter(isConsentTo(referralId)).at(-1)?.wire.status ?? stated);

const scopeOf = (fact: Content, earlier: ReadonlyArray<Known>): ReferralScope | undefined => {
  if (fact.content.state !== "Open") return undefined;
  const { direction, consent, referralId, case: shared } = fact.content.value;
  const mayShare = isShared(referralId, consent, earlier);
  if (direction === "WITHIN_HEALTH") return mayShare && joint.includes(shared.programme) ? "GOAL_AND_DATES" : undefined;
  return mayShare ? "WHOLE" : "WITHOUT_MEDICAL";
};

const isSettledAhead = ({ wire }: Content): boolean => ("cancelledAhead" in wire ? wire.cancelledAhead : wire.ahead);

const contentOf = (fact: Content): ReferralContent | undefined =>
  fact.content.state === "Open" ? ({ type: fact.type, value: fact.content.value } as ReferralContent) : undefined;

/**
 * A referral, or its change, as far as welfare may have it: what health sends to welfare, and of joint programmes within
 * health goal and dates. Welfare's own is not told back; one that was cancelled before it came is never told as open.
 *
 * Source: canonical model R32-R36, C2.
 */
export const referralTold = (fact: Content, earlier: ReadonlyArray<Known>): Document | undefined => {
  const [referral, scope] = [contentOf(fact), scopeOf(fact, earlier)];
  if (referral === undefined || scope === undefined || isSettledAhead(fact)) return undefined;
  return fact.wire.direction === "TO_HEALTH" ? undefined : { document: "REFERRAL", referral, scope, since: null };
};

const isContent =
  (referralId: string) =>
  (fact: Known): fact is Content =>
    (fact.type === "ReferralSent" || fact.type === "ReferralChanged") && fact.wire.referralId === referralId;

const isCancelled =
  (referralId: string) =>
  (fact: Known): boolean =>
    fact.type === "ReferralCancelled" && fact.wire.referralId === referralId && !fact.wire.recordedOnly;

// What is told without medical content is told whether there is consent or not.
const isMore = (now: ReferralScope, before: ReferralScope | undefined): boolean =>
  now !== before && now !== "WITHOUT_MEDICAL";

/**
 * A referral once the person lets it be shared, as far as it was not told before. That consent is taken back unsends nothing.
 *
 * Source: canonical model B3, C3.
 */
export const consentTold = (
  fact: Of<"SharingConsentRecorded">,
  earlier: ReadonlyArray<Known>,
): Document | undefined => {
  const { referralId } = fact.wire;
  const content = referralId === null ? undefined : earlier.findLast(isContent(referralId));
  if (content === undefined || fact.content.state !== "Open") return undefined;
  if (earlier.some(isCancelled(content.wire.referralId))) return undefined;
  const before = scopeOf(content, earlier);
  const now = referralTold(content, [...earlier, fact]);
  if (now?.document !== "REFERRAL" || !isMore(now.scope, before)) return undefined;
  return { ...now, since: { consent: fact.content.value, isTold: before !== undefined } };
};

// The sender cancels and the receiver decides: each is told what the other one did.
const concernsWelfare = (step: Step, direction: ReferralSent["direction"]): boolean => {
  if (direction === "WITHIN_HEALTH") return true;
  return direction === (step.type === "ReferralCancelled" ? "TO_WELFARE" : "TO_HEALTH");
};

const isCounting = ({ wire }: Step): boolean => !wire.ahead && !wire.recordedOnly;

/** What became of a referral that welfare sent, got, or has a part in. Source: canonical model R37. */
export const stepTold = (fact: Step, earlier: ReadonlyArray<Known>): Document | undefined => {
  const about = earlier.findLast(isContent(fact.wire.referralId));
  const content = about && contentOf(about);
  const scope = about && scopeOf(about, earlier);
  if (fact.content.state !== "Open" || content === undefined || scope === undefined || !isCounting(fact))
    return undefined;
  if (!concernsWelfare(fact, content.value.direction)) return undefined;
  const step = { type: fact.type, value: fact.content.value } as ReferralStep;
  return { document: "REFERRAL_STEP", step, about: content, scope, isProtected: isProtectedAfter(earlier) };
};
