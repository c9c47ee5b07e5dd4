import { welfareParty } from "@samvirke/contracts";
import type { Name, ReceivingStation, WireEnvelope, WirePerson } from "@samvirke/contracts";
import { note, partyOf, personNumber, question, cs, nobody } from "../dialogue/wire-parts.ts";
import { professional, silentEnvelope, silentStation, themeCode, unit } from "../dialogue/wire-parts.ts";
import type { NoteParts, QuestionParts } from "../dialogue/items.ts";
import type { DialogueDocument } from "../dialogue/print-dialogue.ts";
import { printDialogue } from "../dialogue/print-dialogue.ts";
import type { DialogueSample, DialogueSampleKind } from "./dialogue-model.ts";
import type { SampleName } from "./model.ts";

interface Manner {
  readonly list: string;
  readonly messageType: readonly [code: string, text: string];
  /** List of the question that is repeated. */
  readonly repeats: string;
  /** Service and action towards welfare. */
  readonly service: readonly [service: string, action: string];
}

const status = ["DIALOG_STATUS_HENVISNING", "Status på henvisning"] as const;
const answer = ["DIALOG_SVAR", "Svar på forespørsel"] as const;

const manners: Readonly<Record<DialogueSampleKind, Manner>> = {
  NOTE: {
    list: "8128",
    messageType: ["DIALOG_NOTAT", "Notat"],
    repeats: "8129",
    service: ["HenvendelseFraLege", "Henvendelse"],
  },
  ANSWER: {
    list: "9069",
    messageType: answer,
    repeats: "8129",
    service: ["ForesporselFraSaksbehandler", "ForesporselSvar"],
  },
  MEETING_ANSWER: {
    list: "8126",
    messageType: answer,
    repeats: "8125",
    service: ["DialogmoteInnkalling", "MoteRespons"],
  },
  CLINICAL_QUESTION: {
    list: "9152",
    messageType: ["DIALOG_FORESPORSEL", "Forespørsel"],
    repeats: "",
    service: ["", ""],
  },
  CLINICAL_ANSWER: { list: "9069", messageType: answer, repeats: "9152", service: ["", ""] },
  REFERRAL_STATUS: { list: "9148", messageType: status, repeats: "", service: ["", ""] },
};

const nameOf = ({ given, middle, family }: SampleName): Name => ({ given, middle: middle ?? null, family });

const personOf = ({ person }: DialogueSample): WirePerson => ({
  ...nobody,
  name: nameOf(person.name),
  identifiers: personNumber(person.numberType ?? "FNR", person.number),
});

const senderOf = ({ unit: sending, clinician }: DialogueSample): WireEnvelope["sender"] => {
  const numbers = [
    ...personNumber("HPR", clinician.hprNumber),
    ...personNumber("FNR", clinician.number),
    ...personNumber("HER", clinician.herId),
  ];
  return partyOf(unit(sending, professional(nameOf(clinician.name), numbers)));
};

const stationOf = (sample: DialogueSample, { service: [ebService, ebAction] }: Manner): ReceivingStation => ({
  ...silentStation,
  ediLogId: sample.ediLogId,
  messageType: "xml",
  signerNumber: sample.signerNumber ?? sample.clinician.number ?? null,
  receivedAtText: sample.receivedAt,
  organisationNumber: sample.unit.organisationNumber ?? null,
  herId: sample.unit.herId ?? null,
  partnerReference: "1",
  ebRole: "Sykmelder",
  ebService,
  ebAction,
});

const formats = { fellesformat1: "FELLESFORMAT_1", fellesformat2: "FELLESFORMAT_2", msghead: "MSGHEAD" } as const;

const envelopeOf = (sample: DialogueSample, manner: Manner): WireEnvelope => ({
  ...silentEnvelope,
  format: formats[sample.wrapping],
  messageType: cs(...manner.messageType),
  generatedAtText: sample.generatedAt,
  messageId: sample.messageId,
  ack: cs("J", "Ja"),
  parentReference: sample.parentReference ?? null,
  conversationReference: sample.conversationReference ?? null,
  sender: senderOf(sample),
  receiver: partyOf(unit(sample.receiver ?? welfareParty, null)),
  receivingStation: sample.wrapping === "msghead" ? null : stationOf(sample, manner),
});

const noteOf = (sample: DialogueSample, manner: Manner): NoteParts => {
  const { repeats } = sample;
  const repeated = repeats ? question(themeCode(manner.repeats, repeats.code), repeats.text) : null;
  const written = note(themeCode(manner.list, sample.code), sample.text ?? null, repeated);
  const head = { ...written.head, documentId: sample.documentId ?? null, datedOn: sample.datedOn ?? null };
  return { ...written, head };
};

const questionOf = (sample: DialogueSample, manner: Manner): QuestionParts =>
  question(themeCode(manner.list, sample.code), sample.text ?? null, sample.documentId ?? null);

/** The same as a whole document, for whoever wants to say more than the sample does. */
export const dialogueDocumentOf = (sample: DialogueSample): DialogueDocument => {
  const manner = manners[sample.kind];
  const asks = sample.kind === "CLINICAL_QUESTION";
  return {
    version: sample.version ?? "1.0",
    envelope: envelopeOf(sample, manner),
    person: personOf(sample),
    documentId: null,
    issuedText: sample.generatedAt,
    caseType: null,
    caseTypeText: null,
    questions: asks ? [questionOf(sample, manner)] : [],
    notes: asks ? [] : [noteOf(sample, manner)],
    enclosures: (sample.attachments ?? []).map(({ bytes, ...more }) => ({ ...more, content: bytes })),
  };
};

/** A synthetic dialogue message as a sender would put it on the wire; valid where the sample is complete. */
export const printDialogueSample = (sample: DialogueSample): Uint8Array => printDialogue(dialogueDocumentOf(sample));
