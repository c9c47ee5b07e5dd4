import type { AnyEvent, DialogueEvent, FollowUpEvent, ReferralStep } from "@samvirke/domain";
import { dialogue, followUp, followUpFactsOf, moveReferrals, noteFacts, referralTypes } from "@samvirke/domain";
import type { Accepted, Known, Memory } from "./model.ts";

const among = (...types: ReadonlyArray<Accepted>): ((type: Accepted) => boolean) => {
  const set = new Set<Accepted>(types);
  return (type) => set.has(type);
};

const isReferral = among(...referralTypes);
const isDialogue = among(
  "DialogueMessageSent",
  "DialogueMeetingAnswered",
  "DialogueMeetingCalled",
  "DialogueMeetingEnded",
);
const isFollowUp = among(
  "PersonIdentityLinked",
  "PersonStatusChanged",
  "SharingConsentRecorded",
  "SpellDetermined",
  "DialogueMeetingCalled",
  "DialogueMeetingEnded",
  "FollowUpDecisionMade",
  "DeadlineReached",
  "DeadlineWithdrawn",
);

// A part that an event may lack says nothing to any fold.
const isWhole = (value: object): boolean => !("case" in value) || value.case !== null;

/** What is remembered after one more fact: each fold takes what is its own, follow-up hears of everything. */
export const remember = (memory: Memory, fact: Known): Memory => {
  if (fact.content.state !== "Open" || !isWhole(fact.content.value)) return memory;
  // Medical content and identity are still sealed; no fold asks for them.
  const event = { type: fact.type, value: fact.content.value };
  const { type } = fact;
  return {
    referrals: isReferral(type) ? moveReferrals(memory.referrals, fact as ReferralStep).state : memory.referrals,
    dialogue: isDialogue(type) ? dialogue.evolve(memory.dialogue, event as unknown as DialogueEvent) : memory.dialogue,
    followUp: isFollowUp(type)
      ? followUp.evolve(memory.followUp, event as unknown as FollowUpEvent)
      : noteFacts(memory.followUp, followUpFactsOf(event as unknown as AnyEvent)),
  };
};
