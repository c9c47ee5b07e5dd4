import type { ViewChanged } from "@samvirke/contracts";
import { caseOf } from "@samvirke/domain";
import type { Projected } from "@samvirke/kernel";
import {
  answeredCall,
  assessed,
  begun,
  called,
  changed,
  consented,
  determined,
  ended,
  lifted,
  linked,
  planned,
  reached,
  ruled,
  settled,
  written,
} from "./follow-up.ts";
import type { Accepted, Known, Memory } from "./model.ts";
import { nothing } from "./model.ts";
import { answered, movedReferral, sent, speaksOfHidden } from "./referral.ts";
import { decided, deleted, reviewed, revised, used } from "./sick-leave.ts";

export { accepted, blank } from "./model.ts";
export type { Accepted, Memory } from "./model.ts";
export { tables } from "./tables.ts";

type Folded = Projected<ViewChanged> & { readonly state?: Memory };
type Handler<N extends Accepted> = (fact: Known<N>, memory: Memory) => Folded;

const both = (one: Folded, other: Folded): Folded => ({
  ...one,
  ...other,
  rows: [...one.rows, ...other.rows],
  changes: [...one.changes, ...other.changes],
});

const handlers: { readonly [N in Accepted]: Handler<N> } = {
  PersonIdentityLinked: linked,
  PersonStatusChanged: changed,
  SharingConsentRecorded: (fact, memory) => {
    const told = consented(fact);
    const { referralId, status } = fact.wire;
    const isHidden = referralId !== null && status !== "GIVEN" && memory.levels[referralId] !== "FULL";
    return isHidden ? { ...told, changes: [] } : told;
  },
  SickLeaveCertified: decided,
  SickLeaveRejected: decided,
  SickLeaveReviewed: reviewed,
  SickLeaveRevised: revised,
  SickLeaveSentToEmployer: used,
  SickLeaveConfirmed: used,
  SickLeaveSetAside: used,
  SickLeaveReopened: used,
  SickLeaveDeleted: deleted,
  ReferralSent: sent,
  ReferralChanged: sent,
  ReferralCancelled: answered,
  ReferralGranted: answered,
  ReferralForwarded: answered,
  ReferralDeclined: answered,
  SpellDetermined: determined,
  FollowUpPlanShared: planned,
  DialogueMeetingCalled: called,
  DialogueMeetingAnswered: answeredCall,
  DialogueMeetingEnded: ended,
  FollowUpDecisionMade: ruled,
  WorkAbilityAssessed: assessed,
  DialogueMessageSent: written,
  EffortRecorded: (fact, memory) => both(begun(fact), movedReferral(fact, memory)),
  DeadlineReached: (fact, memory) => (speaksOfHidden(memory, caseOf(fact)?.causedBy ?? []) ? nothing : reached(fact)),
  DeadlineWithdrawn: lifted,
  DeliverySettled: (fact, memory) => both(settled(fact), movedReferral(fact, memory)),
};

/** Rows and changes of one event, and what is remembered after it. An erased person leaves no rows. */
export const project = (fact: Known, memory: Memory): Folded =>
  // The table has one handler for each type; the types of fact and handler go together.
  (handlers[fact.type] as Handler<Accepted>)(fact, memory);
