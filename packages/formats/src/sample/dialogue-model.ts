import type { Day } from "@samvirke/kernel";
import type { DialogueVersion } from "../dialogue/namespaces.ts";
import type { SampleAttachment, SampleClinician, SamplePerson, SampleUnit } from "./model.ts";

/**
 * What a synthetic dialogue message says.
 * NOTE: a clinician writes to welfare (8128); ANSWER: to a question (9069); MEETING_ANSWER: to a call (8126);
 * CLINICAL_QUESTION and CLINICAL_ANSWER: within health (9152, 9069); REFERRAL_STATUS: within health, 1.1 (9148).
 */
export type DialogueSampleKind =
  | "NOTE"
  | "ANSWER"
  | "MEETING_ANSWER"
  | "CLINICAL_QUESTION"
  | "CLINICAL_ANSWER"
  | "REFERRAL_STATUS";

export interface DialogueSample {
  readonly kind: DialogueSampleKind;
  /** Code in the list of the kind. */
  readonly code: string;
  readonly text?: string;
  /** The question or the call that is answered: its code in 8129 or 8125, and its text. */
  readonly repeats?: { readonly code: string; readonly text: string };
  /** 1.0 when left out. */
  readonly version?: DialogueVersion;
  readonly wrapping: "fellesformat1" | "fellesformat2" | "msghead";
  readonly messageId: string;
  readonly parentReference?: string;
  readonly conversationReference?: string;
  /** MsgInfo/GenDate as it shall stand. */
  readonly generatedAt: string;
  /** MottakenhetBlokk/@mottattDatotid as it shall stand. */
  readonly receivedAt: string;
  readonly ediLogId: string;
  readonly datedOn?: Day;
  readonly documentId?: string;
  readonly person: SamplePerson;
  readonly clinician: SampleClinician;
  /** Number in the signature; the clinician's when left out. */
  readonly signerNumber?: string;
  readonly unit: SampleUnit;
  /** NAV when left out; another unit for what stays within health. */
  readonly receiver?: SampleUnit;
  readonly attachments?: ReadonlyArray<SampleAttachment>;
}
