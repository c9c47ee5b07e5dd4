// Generated from schemas/ by `npm run generate`; never edited.
import type { DeadlineReached, DeadlineWithdrawn, DialogueMeetingAnswered, DialogueMeetingCalled, DialogueMeetingEnded, DialogueMessageSent, EffortRecorded, FollowUpDecisionMade, FollowUpPlanShared, SpellDetermined, WorkAbilityAssessed } from "./follow-up.gen.ts";
import type { DayPassed, MessagePassedOn, MessageReceived, MessageRefused, MessageUnreadable, PersonMerged, PersonRedriven } from "./message.gen.ts";
import type { OutboundMessage } from "./outbound.gen.ts";
import type { LineManagerRegistered, PersonIdentityLinked, PersonStatusChanged, SharingConsentRecorded } from "./person.gen.ts";
import type { DeliverySettled } from "./receipt.gen.ts";
import type { ReferralCancelled, ReferralChanged, ReferralCopied, ReferralDeclined, ReferralForwarded, ReferralGranted, ReferralSent } from "./referral.gen.ts";
import type { SickLeaveCertified, SickLeaveConfirmed, SickLeaveDeleted, SickLeaveNoted, SickLeaveRejected, SickLeaveReopened, SickLeaveReviewed, SickLeaveRevised, SickLeaveSentToEmployer, SickLeaveSetAside } from "./sick-leave.gen.ts";
import type { ViewChanged } from "./view.gen.ts";

/** Every record of the hub by its name, in its authored shape. */
export interface Contracts {
  readonly DeadlineReached: DeadlineReached;
  readonly DeadlineWithdrawn: DeadlineWithdrawn;
  readonly DialogueMeetingAnswered: DialogueMeetingAnswered;
  readonly DialogueMeetingCalled: DialogueMeetingCalled;
  readonly DialogueMeetingEnded: DialogueMeetingEnded;
  readonly DialogueMessageSent: DialogueMessageSent;
  readonly EffortRecorded: EffortRecorded;
  readonly FollowUpDecisionMade: FollowUpDecisionMade;
  readonly FollowUpPlanShared: FollowUpPlanShared;
  readonly SpellDetermined: SpellDetermined;
  readonly WorkAbilityAssessed: WorkAbilityAssessed;
  readonly DayPassed: DayPassed;
  readonly MessagePassedOn: MessagePassedOn;
  readonly MessageReceived: MessageReceived;
  readonly MessageRefused: MessageRefused;
  readonly MessageUnreadable: MessageUnreadable;
  readonly PersonMerged: PersonMerged;
  readonly PersonRedriven: PersonRedriven;
  readonly OutboundMessage: OutboundMessage;
  readonly LineManagerRegistered: LineManagerRegistered;
  readonly PersonIdentityLinked: PersonIdentityLinked;
  readonly PersonStatusChanged: PersonStatusChanged;
  readonly SharingConsentRecorded: SharingConsentRecorded;
  readonly DeliverySettled: DeliverySettled;
  readonly ReferralCancelled: ReferralCancelled;
  readonly ReferralChanged: ReferralChanged;
  readonly ReferralCopied: ReferralCopied;
  readonly ReferralDeclined: ReferralDeclined;
  readonly ReferralForwarded: ReferralForwarded;
  readonly ReferralGranted: ReferralGranted;
  readonly ReferralSent: ReferralSent;
  readonly SickLeaveCertified: SickLeaveCertified;
  readonly SickLeaveConfirmed: SickLeaveConfirmed;
  readonly SickLeaveDeleted: SickLeaveDeleted;
  readonly SickLeaveNoted: SickLeaveNoted;
  readonly SickLeaveRejected: SickLeaveRejected;
  readonly SickLeaveReopened: SickLeaveReopened;
  readonly SickLeaveReviewed: SickLeaveReviewed;
  readonly SickLeaveRevised: SickLeaveRevised;
  readonly SickLeaveSentToEmployer: SickLeaveSentToEmployer;
  readonly SickLeaveSetAside: SickLeaveSetAside;
  readonly ViewChanged: ViewChanged;
}

/** Every record of the hub: where it is found and what of it is sealed. */
export const contractList = [
  {
    name: "DeadlineReached",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "DeadlineWithdrawn",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: [],
  },
  {
    name: "DialogueMeetingAnswered",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "DialogueMeetingCalled",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["work", "case"],
  },
  {
    name: "DialogueMeetingEnded",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "DialogueMessageSent",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "EffortRecorded",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "FollowUpDecisionMade",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "FollowUpPlanShared",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
  {
    name: "SpellDetermined",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["work", "case"],
  },
  {
    name: "WorkAbilityAssessed",
    area: "follow-up",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "DayPassed",
    area: "message",
    version: 1,
    topics: ["samvirke.messages"],
    compartments: [],
  },
  {
    name: "MessagePassedOn",
    area: "message",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "MessageReceived",
    area: "message",
    version: 1,
    topics: ["samvirke.messages"],
    compartments: ["case"],
  },
  {
    name: "MessageRefused",
    area: "message",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "MessageUnreadable",
    area: "message",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "PersonMerged",
    area: "message",
    version: 1,
    topics: ["samvirke.messages"],
    compartments: [],
  },
  {
    name: "PersonRedriven",
    area: "message",
    version: 1,
    topics: ["samvirke.messages", "samvirke.events", "samvirke.health.outbound", "samvirke.welfare.outbound", "samvirke.receipt.outbound", "samvirke.employer.outbound"],
    compartments: ["case"],
  },
  {
    name: "OutboundMessage",
    area: "outbound",
    version: 1,
    topics: ["samvirke.health.outbound", "samvirke.welfare.outbound", "samvirke.receipt.outbound", "samvirke.employer.outbound"],
    compartments: ["work", "case", "medical"],
  },
  {
    name: "LineManagerRegistered",
    area: "person",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case"],
  },
  {
    name: "PersonIdentityLinked",
    area: "person",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity"],
  },
  {
    name: "PersonStatusChanged",
    area: "person",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SharingConsentRecorded",
    area: "person",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "DeliverySettled",
    area: "receipt",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "ReferralCancelled",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "ReferralChanged",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "ReferralCopied",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "ReferralDeclined",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case", "medical"],
  },
  {
    name: "ReferralForwarded",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case", "medical"],
  },
  {
    name: "ReferralGranted",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case", "medical"],
  },
  {
    name: "ReferralSent",
    area: "referral",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "case", "medical"],
  },
  {
    name: "SickLeaveCertified",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
  {
    name: "SickLeaveConfirmed",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SickLeaveDeleted",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SickLeaveNoted",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SickLeaveRejected",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
  {
    name: "SickLeaveReopened",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SickLeaveReviewed",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "SickLeaveRevised",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
  {
    name: "SickLeaveSentToEmployer",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["work", "case"],
  },
  {
    name: "SickLeaveSetAside",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "ViewChanged",
    area: "view",
    version: 1,
    topics: ["samvirke.health.changes", "samvirke.welfare.changes", "samvirke.employer.changes"],
    compartments: [],
  },
] as const;
