import type { DialogueCase, DialogueMessageSent, DialogueTheme, PersonIdentity, WireParty } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import { blankCase } from "./blank-case.ts";

/** A letter that the hub writes for welfare; what is not said here is empty. */
export interface LetterDraft {
  /** The letter's id, which is its message id on the wire too. */
  readonly messageId: string;
  readonly archiveId: string;
  readonly kind: DialogueMessageSent["kind"];
  readonly theme: DialogueTheme & { readonly text: string };
  readonly text: string | null;
  readonly identity: PersonIdentity;
  readonly at: Instant;
  /** HMACs by which an answer will name it. */
  readonly aliases: ReadonlyArray<string>;
  /** The message that it speaks of, as its sender numbered it. */
  readonly parentReference: string | null;
  readonly receiver: WireParty | null;
  readonly receiverAliases: ReadonlyArray<string>;
}

const asks = ({ kind }: LetterDraft): boolean =>
  kind === "QUESTION" || kind === "REMINDER" || kind === "MEETING_LETTER";

const themeCode = ({ theme: { system, code, text } }: LetterDraft) => ({ system, code, text, originalText: null });

const headsOf = (draft: LetterDraft): Pick<DialogueCase, "questions" | "notes"> => {
  const head = { theme: themeCode(draft), documentId: null, roles: [] };
  return asks(draft)
    ? { questions: [{ ...head, urgency: null }], notes: [] }
    : { questions: [], notes: [{ ...head, datedOn: null, question: null }] };
};

const caseOf = (draft: LetterDraft): DialogueCase => ({
  ...blankCase,
  envelope: { ...blankCase.envelope, receiver: draft.receiver, parentReference: draft.parentReference },
  receiverAliases: draft.receiverAliases,
  ...headsOf(draft),
});

const noQuestion = {
  subject: null,
  purpose: null,
  grounds: null,
  from: null,
  to: null,
  recordParts: [],
  codedContent: null,
};

const medicalOf = (draft: LetterDraft): DialogueMessageSent["medical"] => ({
  caseType: null,
  caseTypeText: null,
  questions: asks(draft) ? [{ ...noQuestion, text: draft.text }] : [],
  notes: asks(draft) ? [] : [{ heading: null, text: draft.text, remark: null, question: null }],
  attachments: [],
});

/** A letter of welfare's as an event has it. */
export const draftLetter = (draft: LetterDraft): DialogueMessageSent => {
  const { messageId, archiveId, kind, theme, identity, at, aliases } = draft;
  return {
    messageId,
    archiveId,
    aliases,
    conversationId: uuid5("conversation", aliases[0] ?? messageId),
    conversationAlias: null,
    parentId: null,
    parentAlias: null,
    kind,
    fromSide: "WELFARE",
    theme: { system: theme.system, code: theme.code },
    aboutSickLeave: true,
    receivedAt: at,
    warnings: 0,
    identity,
    case: caseOf(draft),
    medical: medicalOf(draft),
  };
};
