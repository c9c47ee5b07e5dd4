import type {
  BitFact,
  CertificateFact,
  CertificateUseFact,
  ConsentFact,
  DeathFact,
  DecisionFact,
  DeletedFact,
  EffortFact,
  MessageFact,
  OutgoingFact,
  PlanFact,
  ReferralFact,
  ReferralStepFact,
  ReviewFact,
  SettledFact,
} from "./facts.ts";
import type { MeetingAnswerFact, MeetingCallFact, MeetingEndFact } from "./meeting-facts.ts";

/** What follow-up needs to know of everything that happens to a person. */
export type FollowUpFact =
  | CertificateFact
  | CertificateUseFact
  | ReviewFact
  | DeletedFact
  | BitFact
  | PlanFact
  | MessageFact
  | MeetingCallFact
  | MeetingAnswerFact
  | MeetingEndFact
  | DecisionFact
  | ReferralFact
  | ReferralStepFact
  | EffortFact
  | OutgoingFact
  | SettledFact
  | ConsentFact
  | DeathFact;

export type FactKind = FollowUpFact["fact"];
export type FactOfKind<K extends FactKind> = Extract<FollowUpFact, { readonly fact: K }>;

/** A fact as text: equal facts have equal keys, whichever way their fields were put together. */
export const factKey = (fact: FollowUpFact): string => JSON.stringify(fact, Object.keys(fact).concat(nested).sort());

// A list of keys given to JSON.stringify holds for nested objects as well.
const nested: ReadonlyArray<string> = ["from", "to", "kind"];

/** Facts of one kind in an order that does not depend on when they came. */
export const ofKind = <K extends FactKind>(facts: ReadonlyArray<FollowUpFact>, kind: K): ReadonlyArray<FactOfKind<K>> =>
  facts.filter((fact): fact is FactOfKind<K> => fact.fact === kind);

/** The one that happened last; of several at the same time the last in the facts' own order. */
export const latest = <T extends { readonly at: number }>(facts: ReadonlyArray<T>): T | undefined =>
  facts.reduce<T | undefined>((last, fact) => (last === undefined || fact.at >= last.at ? fact : last), undefined);
