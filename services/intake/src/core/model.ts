import type { LineManagerRegistered, MessagePassedOn } from "@samvirke/contracts";
import type {
  AddressAnswer,
  DeliveryCommand,
  DeliveryDecision,
  DeliveryState,
  DialogueCommand,
  DialogueEvent,
  DialogueState,
  FollowUpCommand,
  FollowUpEvent,
  FollowUpPolicy,
  FollowUpState,
  PlanCommand,
  PlanEvent,
  PlanState,
  ReferralCommand,
  ReferralEvent,
  ReferralState,
  RegistryReplies,
  SickLeaveCommand,
  SickLeaveEvent,
  SickLeaveState,
  StatementCommand,
  StatementEvent,
  StatementState,
} from "@samvirke/domain";
import type { Instant } from "@samvirke/kernel";

/** What the registers said about one message. */
export interface Replies extends RegistryReplies {
  /** Where the message names a clinician by a reference. */
  readonly address?: AddressAnswer;
  /** Of the employers that were asked about, those that employ the person, by organisation number. */
  readonly employedAt?: ReadonlyArray<string>;
}

/** Employers by organisation number. */
export interface Employers {
  readonly asked: ReadonlyArray<string>;
  readonly employing: ReadonlyArray<string>;
}

interface OfTwo {
  readonly archiveId: string;
  readonly survivor: string;
  readonly merged: string;
}

/** The merged person's stream ends, or the survivor's takes over what was on it. */
export type PersonCommand =
  | (OfTwo & { readonly type: "EndStream" })
  | (OfTwo & { readonly type: "TakeOver"; readonly carried: ReadonlyArray<Event> });

/** What a received message asks for, by the aggregate that decides it. */
export type Asked =
  | { readonly aggregate: "sickLeave"; readonly command: SickLeaveCommand }
  | {
      readonly aggregate: "dialogue";
      readonly command: DialogueCommand;
      /** Names that a certificate has which a letter of welfare's speaks of. */
      readonly speaksOf?: ReadonlyArray<string>;
    }
  | { readonly aggregate: "referral"; readonly command: ReferralCommand }
  | { readonly aggregate: "statement"; readonly command: StatementCommand }
  // With the alias of the letter by which the hub passes the plan on; an answer will name it.
  | {
      readonly aggregate: "plan";
      readonly command: PlanCommand;
      readonly letterAlias: string;
      /** For an employer's own system: the employers that it speaks for, and those of them that employ the person. */
      readonly employers?: Employers;
    }
  | { readonly aggregate: "delivery"; readonly command: DeliveryCommand }
  | { readonly aggregate: "followUp"; readonly command: FollowUpCommand }
  // An entry of a register: nothing rests on it but who may read.
  | { readonly aggregate: "register"; readonly entry: LineManagerRegistered }
  | { readonly aggregate: "person"; readonly command: PersonCommand }
  // Taken, and nobody has anything to decide about it.
  | { readonly aggregate: "nothing" };

/** One message with what it asks for. */
export type Single = Asked & {
  readonly archiveId: string;
  readonly receivedAt: Instant;
  readonly policy: FollowUpPolicy;
  /** What the registers answered, where they were asked. */
  readonly replies: Replies | undefined;
};

/** A message with what it asks for, and the messages that named it before it came, in the order in which they came. */
export type Command = Single & { readonly earlier?: ReadonlyArray<Single> };

/** The message itself, where nothing else tells what became of it. */
export type MessageEvent = { readonly type: "MessagePassedOn"; readonly value: MessagePassedOn };

/** An entry of a register that welfare keeps. */
export type RegisterEvent = { readonly type: "LineManagerRegistered"; readonly value: LineManagerRegistered };

export type PersonEvent = Extract<FollowUpEvent, { readonly type: "PersonIdentityLinked" }>;

/** How a person's stream stands to others'. */
export interface PersonState {
  /** Who the person turned out to be, once this stream has ended. */
  readonly closedTo: string | null;
  /** Persons whose streams this one has taken over. */
  readonly takenOver: ReadonlyArray<string>;
}

export type Event =
  | RegisterEvent
  | SickLeaveEvent
  | DialogueEvent
  | ReferralEvent
  | StatementEvent
  | PlanEvent
  | DeliveryDecision
  | FollowUpEvent
  | MessageEvent;

/** A person's state over all aggregates. */
export interface State {
  readonly sickLeave: SickLeaveState;
  readonly dialogue: DialogueState;
  readonly referral: ReferralState;
  readonly statement: StatementState;
  readonly plan: PlanState;
  readonly delivery: DeliveryState;
  readonly followUp: FollowUpState;
  readonly person: PersonState;
}
