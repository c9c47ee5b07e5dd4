export type { Turn } from "./ball.ts";
export { whoHasTheBall } from "./ball.ts";
export { followUp } from "./decide.ts";
export type { Duty } from "./duties/duty.ts";
export { isOpen, isReached } from "./duties/duty.ts";
export type { AnyEvent } from "./from/facts-of.ts";
export { followUpFactsOf } from "./from/facts-of.ts";
export type { KnownSpell } from "./duties/known-spell.ts";
export { dutiesIn, nextDueDay, openDuties, spellsIn } from "./duties-in.ts";
export type { FollowUpFact } from "./fact.ts";
export type * from "./facts.ts";
export type * from "./meeting-facts.ts";
export type { Meeting } from "./meetings.ts";
export { meetingsOf } from "./meetings.ts";
export type {
  Announced,
  FollowUpCommand,
  FollowUpDocument,
  FollowUpEvent,
  FollowUpState,
  MessageOccasion,
  Occasion,
  WelfareSpell,
} from "./model.ts";
export type { DutyHolder, DutyKind, FollowUpPolicy } from "./policy/policy.ts";
export { followUpPolicy2026 } from "./policy/policy-2026.ts";
export { employersSentTo } from "./spells/sent-to.ts";
export { determineSpells } from "./spells/determine.ts";
export type { Spell } from "./spells/spell.ts";
export { factsOf, noteFacts } from "./state.ts";
