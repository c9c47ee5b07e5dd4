import { welfareParty } from "@samvirke/contracts";
import type { Code, DialogueMessageSent, WireEnvelope, WireParty, WirePerson } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { printInstant } from "../xml/print-time.ts";
import type { NoteParts, QuestionParts } from "./items.ts";
import type { DialogueVersion } from "./namespaces.ts";
import type { DialogueEnclosure } from "./print-dialogue.ts";
import { printDialogue } from "./print-dialogue.ts";
import { fitsService, services } from "./services.ts";
import type { Service } from "./services.ts";
import { cs, nobody, partyOf, silentEnvelope, silentStation, unit } from "./wire-parts.ts";

/** What a letter needs besides the event: to whom, when, and the bytes that the event only describes. */
export interface LetterDelivery {
  readonly receiver: WireParty;
  readonly generatedAt: Instant;
  /** 1.0 when left out. */
  readonly version?: DialogueVersion;
  /** EI_fellesformat eiff/2 when left out. */
  readonly wrapping?: "fellesformat2" | "msghead";
  /** The receiver's partner number with the receiving station. */
  readonly partnerReference?: string;
  readonly enclosures?: ReadonlyArray<DialogueEnclosure>;
}

/** The message is not one that welfare may send under any service. */
export interface NotALetter {
  readonly _tag: "NotALetter";
}

interface Letter {
  readonly event: DialogueMessageSent;
  readonly delivery: LetterDelivery;
  readonly service: Service;
}

const themeOf = ({ case: shared }: DialogueMessageSent): Code | null =>
  shared.notes[0]?.theme ?? shared.questions[0]?.theme ?? null;

const typeTexts: Readonly<Record<string, string>> = { DIALOG_NOTAT: "Notat", DIALOG_FORESPORSEL: "Forespørsel" };

const messageIdOf = ({ messageId, case: shared }: DialogueMessageSent): string =>
  shared.envelope.messageId ?? messageId;

// MsgHead wants both references or none, and an answer needs the conversation's; so the first letter names that twice.
const referencesOf = (event: DialogueMessageSent): Pick<WireEnvelope, "parentReference" | "conversationReference"> => {
  const { parentReference, conversationReference } = event.case.envelope;
  const conversation = conversationReference ?? parentReference ?? messageIdOf(event);
  return { parentReference: parentReference ?? conversation, conversationReference: conversation };
};

const envelopeOf = ({ event, delivery, service }: Letter): WireEnvelope => ({
  ...silentEnvelope,
  format: delivery.wrapping === "msghead" ? "MSGHEAD" : "FELLESFORMAT_2",
  messageType: cs(service.messageType, typeTexts[service.messageType] ?? ""),
  generatedAtText: printInstant(delivery.generatedAt),
  messageId: messageIdOf(event),
  ack: cs("J", "Ja"),
  ...referencesOf(event),
  sender: partyOf(unit(welfareParty, null)),
  receiver: delivery.receiver,
  receivingStation: {
    ...silentStation,
    ediLogId: messageIdOf(event),
    partnerReference: delivery.partnerReference ?? null,
    ebRole: "Saksbehandler",
    ebService: service.service,
    ebAction: service.action,
  },
});

const personOf = ({ identity, case: { patient } }: DialogueMessageSent): WirePerson => {
  const number = identity.currentNumber ?? identity.number;
  return {
    ...nobody,
    name: identity.name ?? identity.envelopeName,
    bornOn: patient.bornOn,
    sex: patient.sex,
    identifiers: number === null ? [] : [number],
  };
};

const documentIdIn = (written: string | null, event: DialogueMessageSent): string => written ?? event.messageId;

const questionsOf = (event: DialogueMessageSent): ReadonlyArray<QuestionParts> =>
  event.case.questions.flatMap((head, index) => {
    const content = event.medical.questions[index];
    return content ? [{ head: { ...head, documentId: documentIdIn(head.documentId, event) }, content }] : [];
  });

const noText = "Se vedlegget.";

const notesOf = (event: DialogueMessageSent): ReadonlyArray<NoteParts> =>
  event.case.notes.flatMap((head, index) => {
    const content = event.medical.notes[index];
    if (!content) return [];
    const text = content.text ?? noText;
    return [{ head: { ...head, documentId: documentIdIn(head.documentId, event) }, content: { ...content, text } }];
  });

const print = (letter: Letter): Uint8Array => {
  const { event, delivery } = letter;
  const at = printInstant(delivery.generatedAt);
  return printDialogue({
    version: delivery.version ?? "1.0",
    envelope: envelopeOf(letter),
    person: personOf(event),
    documentId: null,
    issuedText: at,
    caseType: event.medical.caseType,
    caseTypeText: event.medical.caseTypeText,
    questions: questionsOf(event),
    notes: notesOf(event),
    enclosures: (delivery.enclosures ?? []).map((one) => ({ issuedText: at, ...one })),
  });
};

/**
 * A letter from welfare as the clinician's system reads it: a call to a meeting or its change, a question, a reminder,
 * a note, a returned statement, a plan with the document enclosed.
 *
 * Rejects: NotALetter.
 * Source:  Dialogmelding 1.0 and 1.1; fact sheet 1.3 for services, 5.5 for codes.
 */
export const printDialogueLetter = (
  event: DialogueMessageSent,
  delivery: LetterDelivery,
): Either<NotALetter, Uint8Array> => {
  const service = services.find((one) => one.from === "WELFARE" && fitsService(themeOf(event), one));
  if (event.fromSide !== "WELFARE" || service === undefined) return E.left({ _tag: "NotALetter" });
  return E.right(print({ event, delivery, service }));
};
