import type { Accepted, Known } from "./model.ts";

/** What sort of case an id is of. */
export type CaseKind =
  | "SICK_LEAVE"
  | "REFERRAL"
  | "DIALOGUE"
  | "STATEMENT"
  | "PLAN"
  | "MEETING"
  | "DECISION"
  | "SPELL"
  | "EFFORT";

export interface CaseId {
  readonly kind: CaseKind;
  readonly id: string;
}

const of = (kind: CaseKind, id: string | null): CaseId | undefined => (id === null ? undefined : { kind, id });

type Named<F> = { readonly [N in Accepted]?: (fact: Known<N>) => F };

const sickLeave = ({ wire }: { readonly wire: { readonly sickLeaveId: string } }) => of("SICK_LEAVE", wire.sickLeaveId);
const referral = ({ wire }: { readonly wire: { readonly referralId: string } }) => of("REFERRAL", wire.referralId);
const meeting = ({ wire }: { readonly wire: { readonly meetingId: string } }) => of("MEETING", wire.meetingId);

const names: Named<CaseId | undefined> = {
  SickLeaveCertified: sickLeave,
  SickLeaveRejected: sickLeave,
  SickLeaveReviewed: sickLeave,
  SickLeaveRevised: sickLeave,
  SickLeaveSentToEmployer: sickLeave,
  SickLeaveConfirmed: sickLeave,
  SickLeaveSetAside: sickLeave,
  SickLeaveReopened: sickLeave,
  SickLeaveDeleted: sickLeave,
  SickLeaveNoted: sickLeave,
  ReferralSent: referral,
  ReferralChanged: referral,
  ReferralCopied: referral,
  ReferralCancelled: referral,
  ReferralGranted: referral,
  ReferralForwarded: referral,
  ReferralDeclined: referral,
  DialogueMessageSent: ({ wire }) => of("DIALOGUE", wire.conversationId),
  DialogueMeetingAnswered: ({ wire }) =>
    wire.meetingId === null ? of("DIALOGUE", wire.conversationId) : of("MEETING", wire.meetingId),
  DialogueMeetingCalled: meeting,
  DialogueMeetingEnded: meeting,
  WorkAbilityAssessed: ({ wire }) => of("STATEMENT", wire.statementId),
  FollowUpPlanShared: ({ wire }) => of("PLAN", wire.planId),
  FollowUpDecisionMade: ({ wire }) => of("DECISION", wire.decisionId),
  SpellDetermined: ({ wire }) => of("SPELL", wire.spellId),
  EffortRecorded: ({ wire }) => of("EFFORT", wire.effortId),
  SharingConsentRecorded: ({ wire }) =>
    wire.referralId === null ? of("DIALOGUE", wire.conversationId) : of("REFERRAL", wire.referralId),
};

/** The case that a fact belongs to; undefined where it is about the person or the message alone. */
export const caseOfFact = (fact: Known): CaseId | undefined =>
  // The table's functions go by the type of their facts.
  (names[fact.type] as ((one: Known) => CaseId | undefined) | undefined)?.(fact);
