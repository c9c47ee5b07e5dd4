import type {
  DialogueCase,
  DialogueKind,
  DialogueMedical,
  DialogueMeetingAnswered,
  DialogueMeetingCalled,
  DialogueMeetingEnded,
  DialogueMessageSent,
  DialogueTheme,
  DialogueWarning,
  MeetingAnswer,
  MeetingAnswerBy,
  MessageRefused,
  PersonIdentity,
  WireParty,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { RulePolicy } from "../rules/index.ts";
import type { Received, RegistryReplies } from "../sick-leave/index.ts";

/** What a message must be refused for by its content alone, found while reading it. */
export interface ContentRefusal {
  readonly rule: "MELDINGSTEKST_MANGLER" | "INVALID_KODEVERK";
  readonly path: string;
  /** Code of list 8221. */
  readonly code: string;
}

/** A dialogue message as a reader read it, whatever the format; what only the decision knows is empty in `case`. */
export interface DialogueContent {
  /** A kind of the event, an answer to a meeting call, or the status of a referral (which is not decided here). */
  readonly kind: Exclude<DialogueKind, "UNKNOWN"> | "MEETING_ANSWER" | "REFERRAL_STATUS";
  readonly from: "HEALTH" | "WELFARE";
  /** Whether welfare is a receiver, main or copy. */
  readonly toWelfare: boolean;
  readonly theme: DialogueTheme | null;
  readonly aboutSickLeave: boolean | null;
  /** For kind MEETING_ANSWER. */
  readonly meetingAnswer: MeetingAnswer | null;
  /** In the order in which they count. */
  readonly refusals: ReadonlyArray<ContentRefusal>;
  readonly identity: PersonIdentity;
  readonly case: DialogueCase;
  readonly medical: DialogueMedical;
}

/** The address register's answer under welfare's reference to a clinician: the office, with the clinician in it. */
export type AddressAnswer = { readonly found: false } | { readonly found: true; readonly party: WireParty };

/** HMACs of the ids by which messages refer to each other, of their plain spelling; not scoped by sender. */
export interface ReferenceAliases {
  readonly message: string | null;
  readonly parent: string | null;
  readonly conversation: string | null;
}

export interface DialogueBasis {
  readonly policy: RulePolicy;
  readonly policyVersion: string;
}

export interface RegisterDialogue {
  readonly type: "RegisterDialogue";
  readonly received: Received;
  readonly content: DialogueContent;
  readonly references: ReferenceAliases;
  /** HMACs of the message's other ids, its document ids. */
  readonly aliases: ReadonlyArray<string>;
  /** HMAC over the business content; null for a format that has no duplicates but by id. */
  readonly contentKey: string | null;
  /** Null where no register is asked: welfare's own messages, and those that welfare has decided already. */
  readonly replies: RegistryReplies | null;
  /** Whether the address register knew welfare's reference to the clinician; left out where it was not asked. */
  readonly address?: { readonly askedAt: Instant; readonly found: boolean };
  readonly basis: DialogueBasis;
}

/** Worker or employer answered the call to a meeting. */
export interface RecordMeetingAnswer {
  readonly type: "RecordMeetingAnswer";
  readonly received: Received;
  readonly meetingId: string;
  readonly by: Extract<MeetingAnswerBy, "WORKER" | "EMPLOYER">;
  readonly answer: MeetingAnswer;
  /** As sent. */
  readonly answerCode: string;
  /** When the letter that is answered was sent, which tells the call. */
  readonly letterAt: Instant;
  readonly answeredAt: Instant;
  readonly reason: string | null;
  readonly personNumber: string;
  readonly warnings: ReadonlyArray<DialogueWarning>;
}

export type DialogueCommand = RegisterDialogue | RecordMeetingAnswer;

/** What is decided here. */
export type DialogueDecision =
  | { readonly type: "DialogueMessageSent"; readonly value: DialogueMessageSent }
  | { readonly type: "DialogueMeetingAnswered"; readonly value: DialogueMeetingAnswered }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

/** What is folded: the own decisions, and the meetings that answers belong to. */
export type DialogueEvent =
  | DialogueDecision
  | { readonly type: "DialogueMeetingCalled"; readonly value: DialogueMeetingCalled }
  | { readonly type: "DialogueMeetingEnded"; readonly value: DialogueMeetingEnded };

/** What ties messages together. */
export interface Ties {
  readonly conversationId: string | null;
  /** HMACs by which others refer to it. */
  readonly aliases: ReadonlyArray<string>;
  readonly parentAlias: string | null;
  readonly conversationAlias: string | null;
}

/** A message that stands. */
export interface KnownMessage extends Ties {
  readonly messageId: string;
  readonly kind: DialogueKind;
  readonly from: "HEALTH" | "WELFARE" | "UNKNOWN";
  /** When it was written by its own date, else when it was received. */
  readonly at: Instant;
  /** Code of list 9069 for an answer. */
  readonly answerCode: string | null;
}

/** An answer to a meeting call that stands. */
export interface KnownAnswer extends Ties {
  readonly answerId: string;
  readonly by: MeetingAnswerBy;
  readonly answer: MeetingAnswer;
  readonly meetingId: string | null;
  readonly meetingRevision: number | null;
  readonly at: Instant;
  /** When the letter that it answers was sent; null where nothing says it. */
  readonly letterAt: Instant | null;
}

export interface MeetingRevision {
  readonly revision: number;
  readonly at: Instant;
}

export interface KnownMeeting {
  readonly meetingId: string;
  /** By revision. */
  readonly revisions: ReadonlyArray<MeetingRevision>;
  readonly hasEnded: boolean;
}

export interface DecidedDialogue {
  readonly archiveId: string;
  readonly contentKey: string | null;
  readonly isAccepted: boolean;
}

/** A person's dialogue with health and welfare, in the order received. */
export interface DialogueState {
  readonly decided: ReadonlyArray<DecidedDialogue>;
  readonly messages: ReadonlyArray<KnownMessage>;
  readonly answers: ReadonlyArray<KnownAnswer>;
  readonly meetings: ReadonlyArray<KnownMeeting>;
}
