import type {
  Code,
  DialogueCase,
  DialogueMedical,
  DialogueTheme,
  MeetingAnswer,
  PersonIdentity,
  Warning,
  WireEnvelope,
} from "@samvirke/contracts";
import type { MessageShape, StatusOutcome } from "./kind.ts";
import type { References } from "./references.ts";
import type { DialogueRefusal } from "./refusals.ts";
import type { Sides } from "./sides.ts";

/** NO_DIALOGUE: an XML document that carries no Dialogmelding 1.0 or 1.1. */
export type UnreadableDialogueClass = "HOSTILE" | "NOT_WELL_FORMED" | "NO_DIALOGUE" | "SEVERAL_DIALOGUES";

export interface UnreadableDialogue {
  readonly _tag: "UnreadableDialogue";
  readonly class: UnreadableDialogueClass;
  /** Code of list 8221 for the receipt. */
  readonly code: "T01" | "T02" | "T10" | "T99";
  readonly findings: ReadonlyArray<Warning>;
  /** The message head as far as it was read; what a negative receipt is addressed by. */
  readonly envelope: WireEnvelope | undefined;
}

/** The status of a referral; its words lie in the first note. Source: HIS 1206, list 9148. */
export interface ReferralStatus {
  readonly code: Code | null;
  readonly outcome: StatusOutcome;
}

/** A dialogue message in the shapes of the events; what only a decision can say is left blank. */
export interface ParsedDialogue extends Sides {
  readonly kind: MessageShape;
  /** Theme of the first note or question, where list and code are known. */
  readonly theme: DialogueTheme | null;
  readonly aboutSickLeave: boolean | null;
  /** For kind MEETING_ANSWER. */
  readonly meetingAnswer: MeetingAnswer | null;
  /** For kind REFERRAL_STATUS. */
  readonly status: ReferralStatus | null;
  readonly references: References;
  /** What must be refused whatever the registers say, in the order in which it counts. */
  readonly refusals: ReadonlyArray<DialogueRefusal>;
  readonly identity: PersonIdentity;
  readonly case: DialogueCase;
  readonly medical: DialogueMedical;
  readonly warnings: ReadonlyArray<Warning>;
  /** The business content as one text, for the content key. */
  readonly content: string;
}
