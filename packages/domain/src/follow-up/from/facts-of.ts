import type { ContractName, Contracts } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofCertified, ofReviewed, ofRevised, ofSent, ofUse } from "./certificates.ts";
import { ofDelivery, ofEffort, ofMeetingAnswer, ofMessage, ofPassedOn, ofPlan } from "./messages.ts";
import { ofConsent, ofReferral, ofStep } from "./referrals.ts";

/** An event of any aggregate. */
export type AnyEvent = {
  readonly [N in ContractName]: { readonly type: N; readonly value: Contracts[N] };
}[ContractName];

type Told = { readonly [N in ContractName]?: (event: Contracts[N]) => ReadonlyArray<FollowUpFact> };

const told: Told = {
  SickLeaveCertified: (event) => [ofCertified(event)],
  SickLeaveRevised: (event) => [ofRevised(event)],
  SickLeaveReviewed: ofReviewed,
  SickLeaveSentToEmployer: ofSent,
  SickLeaveConfirmed: (event) => ofUse(event, "CONFIRMED"),
  SickLeaveSetAside: (event) => ofUse(event, event.by === "EXPIRY" ? "EXPIRED" : "ASIDE"),
  SickLeaveReopened: (event) => ofUse(event, "OPEN"),
  SickLeaveDeleted: ({ sickLeaveId, case: shared, receivedAt }) => [
    { fact: "DELETED", id: sickLeaveId, on: osloDay(shared.at ?? receivedAt) },
  ],
  ReferralSent: ofReferral,
  ReferralGranted: (event) => ofStep(event, "GRANTED"),
  ReferralForwarded: (event) => ofStep(event, "FORWARDED", event.case.toAliases[0] ?? null),
  ReferralDeclined: (event) => ofStep(event, "DECLINED"),
  ReferralCancelled: (event) => ofStep(event, "CANCELLED"),
  SharingConsentRecorded: ofConsent,
  MessagePassedOn: ofPassedOn,
  FollowUpPlanShared: ofPlan,
  DialogueMessageSent: ofMessage,
  DialogueMeetingAnswered: ofMeetingAnswer,
  EffortRecorded: (event) => [ofEffort(event)],
  DeliverySettled: ofDelivery,
};

/**
 * What another aggregate's event tells follow-up; nothing for an event that follow-up folds itself.
 *
 * Shape: to be noted by `noteFacts` before `Reconsider` is decided.
 */
export const followUpFactsOf = (event: AnyEvent): ReadonlyArray<FollowUpFact> => {
  const tell = told[event.type] as ((value: AnyEvent["value"]) => ReadonlyArray<FollowUpFact>) | undefined;
  return tell === undefined ? [] : tell(event.value);
};
