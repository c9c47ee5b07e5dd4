import type { Code, DialogueCase, Warning } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { checkShape } from "../certificate/shape.ts";
import { codeIn } from "../envelope/elements.ts";
import type { WireDocument } from "../envelope/document.ts";
import { wireDocument } from "../envelope/document.ts";
import { envelopeOf } from "../envelope/msg-head.ts";
import { personIn } from "../envelope/party.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children } from "../xml/tree.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import { attachmentTexts, dialogueAttachmentsOf } from "./attachments.ts";
import { knownTheme } from "./codes.ts";
import { dialogueContent } from "./content.ts";
import type { NoteParts, QuestionParts } from "./items.ts";
import { noteOf, questionOf } from "./items.ts";
import { isAboutSickLeave, kindOf, meetingAnswerOf, statusOutcomeOf } from "./kind.ts";
import type { MessageShape } from "./kind.ts";
import { dialoguesIn, versionOf } from "./namespaces.ts";
import type { ParsedDialogue, UnreadableDialogue, UnreadableDialogueClass } from "./parsed.ts";
import { identityOf, patientOf, signerNumbersOf } from "./person.ts";
import { referencesOf } from "./references.ts";
import { noteCodes, refusalsOf } from "./refusals.ts";
import { serviceOf } from "./services.ts";
import { dialogueShapes } from "./shapes.ts";
import { sidesOf } from "./sides.ts";
import { undecided } from "./undecided.ts";

const receiptCodes: Readonly<Record<UnreadableDialogueClass, UnreadableDialogue["code"]>> = {
  HOSTILE: "T99",
  NOT_WELL_FORMED: "T01",
  NO_DIALOGUE: "T10",
  SEVERAL_DIALOGUES: "T02",
};

const unreadable = (
  reason: UnreadableDialogueClass,
  document: WireDocument | undefined,
  findings: ReadonlyArray<Warning> = [],
): Either<UnreadableDialogue, never> => {
  const envelope = document?.msgHead && envelopeOf(document, collectFindings());
  return E.left({ _tag: "UnreadableDialogue", class: reason, code: receiptCodes[reason], findings, envelope });
};

interface Items {
  readonly questions: ReadonlyArray<QuestionParts>;
  readonly notes: ReadonlyArray<NoteParts>;
}

/** What the first note, else the first question, says of the whole. */
interface Lead {
  readonly theme: Code | null;
  readonly text: string | null;
  readonly inNote: boolean;
}

const leadOf = ({ questions: [question], notes: [note] }: Items): Lead =>
  note
    ? { theme: note.head.theme, text: note.content.text, inNote: true }
    : { theme: question?.head.theme ?? null, text: question?.content.text ?? null, inNote: false };

const themesOf = ({ questions, notes }: Items): ReadonlyArray<string> =>
  [...notes, ...questions].map(({ head }) => `${head.theme?.system ?? ""} ${head.theme?.code ?? ""}`);

const documentIdOf = (dialogue: XmlNode): string | null =>
  dialogue.parent?.name === "Content" ? textIn(dialogue.parent.parent, "Id") : null;

interface Read {
  readonly document: WireDocument;
  readonly dialogue: XmlNode;
  readonly items: Items;
  readonly findings: Findings;
}

const itemsIn = (dialogue: XmlNode, findings: Findings): Items => ({
  questions: children(dialogue, "Foresporsel").map((node) => questionOf(node, findings)),
  notes: children(dialogue, "Notat").map((node) => noteOf(node, findings)),
});

const medicalOf = ({ document, dialogue, items, findings }: Read): ParsedDialogue["medical"] => ({
  caseType: codeIn(dialogue, "SakstypeKodet", findings),
  caseTypeText: textIn(dialogue, "Sakstype"),
  questions: items.questions.map(({ content }) => content),
  notes: items.notes.map(({ content }) => content),
  attachments: dialogueAttachmentsOf(document, dialogue, findings),
});

const told = (kind: MessageShape, theme: Code | null) => ({
  theme: knownTheme(theme),
  aboutSickLeave: isAboutSickLeave(theme),
  meetingAnswer: kind === "MEETING_ANSWER" ? meetingAnswerOf(theme) : null,
  status: kind === "REFERRAL_STATUS" ? { code: theme, outcome: statusOutcomeOf(theme) } : null,
});

const translate = (read: Read): ParsedDialogue => {
  const { document, dialogue, items, findings } = read;
  const info = child(document.msgHead, "MsgInfo");
  const envelope = envelopeOf(document, findings);
  const patient = personIn(info, "Patient", findings);
  const lead = leadOf(items);
  const kind = kindOf({ ...lead, messageType: envelope.messageType?.code ?? null });
  const coded = { envelope, sides: sidesOf(envelope, serviceOf(envelope.receivingStation)), kind, ...lead };
  noteCodes(coded, dialogue, findings);
  if (new Set(themesOf(items)).size > 1) findings.note("SEVERAL_THEMES", dialogue);
  const identity = identityOf(patient);
  const medical = medicalOf(read);
  const references = referencesOf(envelope, info, findings);
  const shared: DialogueCase = {
    envelope,
    ...undecided,
    documentId: documentIdOf(dialogue),
    version: versionOf(dialogue) ?? null,
    patient: patientOf(patient),
    questions: items.questions.map(({ head }) => head),
    notes: items.notes.map(({ head }) => head),
    answerCode: kind === "ANSWER" ? lead.theme : null,
    signerNumbers: signerNumbersOf(envelope),
    warnings: findings.list,
  };
  const content = dialogueContent(dialogue, identity, attachmentTexts(document));
  const rest = { refusals: refusalsOf(coded), references, identity, medical, warnings: findings.list, content };
  return { kind, ...coded.sides, ...told(kind, lead.theme), ...rest, case: shared };
};

const theDialogue = (document: WireDocument): Either<UnreadableDialogue, ParsedDialogue> => {
  const [dialogue, second] = dialoguesIn(document);
  const version = dialogue && versionOf(dialogue);
  if (!dialogue || !version) return unreadable("NO_DIALOGUE", document);
  if (second) return unreadable("SEVERAL_DIALOGUES", document);
  const findings = collectFindings();
  checkShape(dialogue, dialogueShapes[version], findings);
  return E.right(translate({ document, dialogue, items: itemsIn(dialogue, findings), findings }));
};

/**
 * A whole dialogue message from the bytes that arrived. Lenient: whatever can be read is, and what is odd becomes a
 * finding with a path and no value; there is no schema gate. What the codes forbid is told beside the content, so that
 * whoever decides keeps the order of the checks.
 *
 * Rejects: HOSTILE, NOT_WELL_FORMED, NO_DIALOGUE, SEVERAL_DIALOGUES.
 * Source:  Dialogmelding 1.0 (2006-10-11) and 1.1 (2013-01-23), MsgHead 1.2, EI_fellesformat; fact sheet 5.5 and 8.5.
 */
export const parseDialogue = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<UnreadableDialogue, ParsedDialogue> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return unreadable("HOSTILE", undefined, [{ code: guarded.left.reason, path: "" }]);
  const { root, outcome } = guarded.right;
  const document = root && wireDocument(root);
  const readable = outcome === "done" && isWellFormed(guarded.right);
  return document && readable ? theDialogue(document) : unreadable("NOT_WELL_FORMED", document);
};
