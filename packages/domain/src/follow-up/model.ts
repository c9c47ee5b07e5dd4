import type {
  DeadlineReached,
  DeadlineWithdrawn,
  DialogueMeetingCalled,
  DialogueMeetingEnded,
  FollowUpDecisionMade,
  PersonIdentityLinked,
  PersonStatusChanged,
  SpellBit,
  SpellDetermined,
} from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import type { KnownSpell } from "./duties/known-spell.ts";
import type { FollowUpFact } from "./fact.ts";
import type { DutyKind, FollowUpPolicy } from "./policy/policy.ts";

/** What every command says beside its content. */
export interface Occasion {
  /** The received message; null when a day that passed is the occasion. */
  readonly archiveId: string | null;
  /** The last day that has ended, in Oslo. */
  readonly passed: Day;
  readonly policy: FollowUpPolicy;
}

/** An occasion that is a message. */
export interface MessageOccasion extends Occasion {
  readonly archiveId: string;
}

/** Other aggregates' events have been folded, or a day has passed. */
export interface Reconsider {
  readonly type: "Reconsider";
  readonly occasion: Occasion;
}

export interface CallMeeting {
  readonly type: "CallMeeting";
  readonly occasion: MessageOccasion;
  readonly content: Omit<DialogueMeetingCalled, "archiveId" | "revision">;
}

export interface EndMeeting {
  readonly type: "EndMeeting";
  readonly occasion: MessageOccasion;
  readonly content: Omit<DialogueMeetingEnded, "archiveId">;
}

export interface RecordDecision {
  readonly type: "RecordDecision";
  readonly occasion: MessageOccasion;
  readonly content: Omit<FollowUpDecisionMade, "archiveId">;
}

/** One spell of welfare's. */
export interface WelfareSpell {
  readonly start: Day;
  readonly end: Day;
  readonly days: number | null;
  readonly employers: ReadonlyArray<string>;
  readonly gradedAtEnd: boolean;
  readonly employedAtEnd: boolean;
}

/** Welfare's own determination of all spells of a person. */
export interface TakeWelfareSpells {
  readonly type: "TakeWelfareSpells";
  readonly occasion: MessageOccasion;
  readonly content: {
    readonly spells: ReadonlyArray<WelfareSpell>;
    readonly repeatedAbsence: boolean | null;
    readonly told: {
      readonly determinedAt: Instant;
      readonly sourceId: string;
      readonly referenceBitId: string;
      readonly referenceBitAt: Instant;
      readonly diedOn: Day | null;
    };
  };
}

export interface TakeSpellBits {
  readonly type: "TakeSpellBits";
  readonly occasion: MessageOccasion;
  readonly content: ReadonlyArray<SpellBit>;
}

export interface RecordPersonStatus {
  readonly type: "RecordPersonStatus";
  readonly occasion: MessageOccasion;
  readonly content: PersonStatusChanged["case"];
}

export interface LinkIdentity {
  readonly type: "LinkIdentity";
  readonly occasion: MessageOccasion;
  readonly content: Omit<PersonIdentityLinked, "archiveId">;
}

export type FollowUpDocument =
  | CallMeeting
  | EndMeeting
  | RecordDecision
  | TakeWelfareSpells
  | TakeSpellBits
  | RecordPersonStatus
  | LinkIdentity;

export type FollowUpCommand = FollowUpDocument | Reconsider;

/** What goes to the log. */
export type FollowUpEvent =
  | { readonly type: "PersonIdentityLinked"; readonly value: PersonIdentityLinked }
  | { readonly type: "PersonStatusChanged"; readonly value: PersonStatusChanged }
  | { readonly type: "SpellDetermined"; readonly value: SpellDetermined }
  | { readonly type: "DialogueMeetingCalled"; readonly value: DialogueMeetingCalled }
  | { readonly type: "DialogueMeetingEnded"; readonly value: DialogueMeetingEnded }
  | { readonly type: "FollowUpDecisionMade"; readonly value: FollowUpDecisionMade }
  | { readonly type: "DeadlineReached"; readonly value: DeadlineReached }
  | { readonly type: "DeadlineWithdrawn"; readonly value: DeadlineWithdrawn };

/** A deadline that others have been told of. */
export interface Announced {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly due: Day;
  readonly discoveredOn: Day;
  readonly state: DeadlineReached["state"];
  /** False when it was withdrawn. */
  readonly stands: boolean;
}

/** What follow-up knows of a person; plain data. */
export interface FollowUpState {
  /** In the order of their keys, which does not depend on when they came; each once. */
  readonly facts: ReadonlyArray<FollowUpFact>;
  /** Standing spells. */
  readonly spells: ReadonlyArray<KnownSpell>;
  readonly announced: ReadonlyArray<Announced>;
  /** Documents that have been taken. */
  readonly taken: ReadonlyArray<string>;
}
