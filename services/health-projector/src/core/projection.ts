import type { Projected } from "@samvirke/kernel";
import type { ViewChanged } from "@samvirke/contracts";
import { answered, assessed, written } from "./dialogue.ts";
import { begun, called, consented, determined, ended, lifted, reached, settled } from "./follow-up.ts";
import type { Accepted, Known, Memory, PartyAlias } from "./model.ts";
import { nothing } from "./model.ts";
import { copied, movedReferral, saidOfReferral } from "./referral.ts";
import { decided, reviewed, revised, withdrawn } from "./sick-leave.ts";

export { accepted, blank } from "./model.ts";
export type { Accepted, Memory, PartyAlias } from "./model.ts";
export { tables } from "./tables.ts";

type Folded = Projected<ViewChanged> & { readonly state?: Memory };

type Handler<N extends Accepted> = (fact: Known<N>, memory: Memory, alias: PartyAlias) => Folded;

const both = (one: Folded, other: Folded): Folded => ({
  ...one,
  ...other,
  rows: [...one.rows, ...other.rows],
  changes: [...one.changes, ...other.changes],
});

const handlers: { readonly [N in Accepted]: Handler<N> } = {
  // What was remembered of the merged person comes along; the rows are there, and are found under both.
  PersonIdentityLinked: (_fact, memory) => ({ ...nothing, state: memory }),
  SickLeaveCertified: (fact, _memory, alias) => decided(fact, alias),
  SickLeaveRejected: (fact, _memory, alias) => decided(fact, alias),
  SickLeaveReviewed: reviewed,
  SickLeaveRevised: revised,
  SickLeaveDeleted: withdrawn,
  ReferralSent: saidOfReferral,
  ReferralChanged: saidOfReferral,
  ReferralCopied: (fact, _memory, alias) => copied(fact, alias),
  ReferralCancelled: saidOfReferral,
  ReferralGranted: saidOfReferral,
  ReferralForwarded: saidOfReferral,
  ReferralDeclined: saidOfReferral,
  EffortRecorded: (fact, memory) => both(begun(fact), movedReferral(fact, memory)),
  DeliverySettled: (fact, memory) => both(settled(fact), movedReferral(fact, memory)),
  SharingConsentRecorded: consented,
  DialogueMessageSent: written,
  WorkAbilityAssessed: assessed,
  DialogueMeetingCalled: called,
  DialogueMeetingAnswered: answered,
  DialogueMeetingEnded: ended,
  SpellDetermined: determined,
  DeadlineReached: reached,
  DeadlineWithdrawn: lifted,
};

/** Rows and changes of one event, and what is remembered after it. An erased person leaves no rows. */
export const project =
  (alias: PartyAlias) =>
  (fact: Known, memory: Memory): Folded =>
    // The table has one handler for each type; the types of fact and handler go together.
    (handlers[fact.type] as Handler<Accepted>)(fact, memory, alias);
