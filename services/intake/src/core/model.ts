import type { MessagePassedOn } from "@samvirke/contracts";
import type {
  DialogueCommand,
  DialogueEvent,
  DialogueState,
  FollowUpCommand,
  FollowUpEvent,
  FollowUpPolicy,
  FollowUpState,
  ReferralCommand,
  ReferralEvent,
  ReferralState,
  SickLeaveCommand,
  SickLeaveEvent,
  SickLeaveState,
} from "@samvirke/domain";
import type { Instant } from "@samvirke/kernel";

/** What a received message asks for, by the aggregate that decides it. */
export type Asked =
  | { readonly aggregate: "sickLeave"; readonly command: SickLeaveCommand }
  | { readonly aggregate: "dialogue"; readonly command: DialogueCommand }
  | { readonly aggregate: "referral"; readonly command: ReferralCommand }
  | { readonly aggregate: "followUp"; readonly command: FollowUpCommand };

/** A message with what it asks for. */
export type Command = Asked & {
  readonly archiveId: string;
  readonly receivedAt: Instant;
  readonly policy: FollowUpPolicy;
};

/** The message itself, where nothing else tells what became of it. */
export type MessageEvent = { readonly type: "MessagePassedOn"; readonly value: MessagePassedOn };

export type Event = SickLeaveEvent | DialogueEvent | ReferralEvent | FollowUpEvent | MessageEvent;

/** A person's state over all aggregates. */
export interface State {
  readonly sickLeave: SickLeaveState;
  readonly dialogue: DialogueState;
  readonly referral: ReferralState;
  readonly followUp: FollowUpState;
}
