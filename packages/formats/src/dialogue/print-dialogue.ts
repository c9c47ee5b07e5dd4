import type { Code, ReceivingStation, WireEnvelope, WireParty, WirePerson } from "@samvirke/contracts";
import { namespaces } from "../envelope/document.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, printXml, textElement } from "../xml/write.ts";
import { csDraft, cvDraft, headOrganisationDraft, headPersonDraft, professionalDraft } from "./drafts.ts";
import { noteDraft, questionDraft } from "./item-drafts.ts";
import type { NoteParts, QuestionParts } from "./items.ts";
import type { DialogueVersion } from "./namespaces.ts";
import { dialogueNamespaces } from "./namespaces.ts";

/** A document that goes with a dialogue message. */
export interface DialogueEnclosure {
  readonly id?: string;
  readonly mimeType: string;
  readonly description?: string;
  /** xs:dateTime or xs:date as it shall stand. */
  readonly issuedText?: string;
  /** The bytes, or a reference to a file elsewhere. */
  readonly content: Uint8Array | { readonly reference: string };
}

/** A whole dialogue message, in the parts that the parser reads it into. Texts go to the wire as they stand. */
export interface DialogueDocument {
  readonly version: DialogueVersion;
  /** `format` says what it is wrapped in; PAYLOAD and UNKNOWN give the Dialogmelding alone. */
  readonly envelope: WireEnvelope;
  readonly person: WirePerson | null;
  readonly documentId: string | null;
  /** RefDoc/IssueDate as it shall stand. */
  readonly issuedText: string | null;
  readonly caseType: Code | null;
  readonly caseTypeText: string | null;
  /** Either questions or notes; the schema takes no message with both. */
  readonly questions: ReadonlyArray<QuestionParts>;
  readonly notes: ReadonlyArray<NoteParts>;
  readonly enclosures: ReadonlyArray<DialogueEnclosure>;
}

const payload = ({ version, caseType, caseTypeText, questions, notes }: DialogueDocument): XmlDraft =>
  element("Dialogmelding", { xmlns: dialogueNamespaces[version], "xmlns:fk1": namespaces.components }, [
    cvDraft("SakstypeKodet", caseType),
    textElement("Sakstype", caseTypeText),
    ...questions.map((question) => questionDraft(question, version)),
    ...notes.map((note) => noteDraft(note, version)),
  ]);

const party = (name: string, who: WireParty | null): XmlDraft | undefined =>
  who === null
    ? undefined
    : element(name, {}, [csDraft("ComMethod", who.comMethod), headOrganisationDraft(who.organisations)]);

const otherReceiver = (who: WireEnvelope["otherReceivers"][number]): XmlDraft =>
  element("OtherReceiver", {}, [
    csDraft("ComMethod", who.comMethod),
    csDraft("RoleReceiver", who.role),
    headOrganisationDraft(who.organisations),
    headPersonDraft("Patient", who.patient),
    professionalDraft(who.healthcareProfessional, ""),
  ]);

const conversation = ({ parentReference, conversationReference }: WireEnvelope): XmlDraft | undefined =>
  parentReference === null && conversationReference === null
    ? undefined
    : element("ConversationRef", {}, [
        textElement("RefToParent", parentReference),
        textElement("RefToConversation", conversationReference),
      ]);

const msgInfo = ({ envelope, person }: DialogueDocument): XmlDraft =>
  element("MsgInfo", {}, [
    csDraft("Type", envelope.messageType),
    element("MIGversion", {}, envelope.migVersion ?? "v1.2 2006-05-24"),
    textElement("GenDate", envelope.generatedAtText),
    textElement("MsgId", envelope.messageId),
    csDraft("ProcessingStatus", envelope.processingStatus),
    csDraft("RequestedPriority", envelope.requestedPriority),
    csDraft("Ack", envelope.ack),
    conversation(envelope),
    party("Sender", envelope.sender),
    party("Receiver", envelope.receiver),
    ...envelope.otherReceivers.map(otherReceiver),
    headPersonDraft("Patient", person),
  ]);

const enclosed = (content: DialogueEnclosure["content"]): XmlDraft =>
  content instanceof Uint8Array
    ? element("Content", {}, [
        element("Base64Container", { xmlns: namespaces.base64 }, Buffer.from(content).toString("base64")),
      ])
    : element("FileReference", {}, content.reference);

const enclosure = ({ id, mimeType, description, issuedText, content }: DialogueEnclosure): XmlDraft =>
  element("Document", {}, [
    element("DocumentConnection", { V: "V", DN: "Vedlegg" }),
    element("RefDoc", {}, [
      issuedText === undefined ? undefined : element("IssueDate", { V: issuedText }),
      element("MsgType", { V: "A", DN: "Vedlegg" }),
      textElement("Id", id),
      element("MimeType", {}, mimeType),
      textElement("Description", description),
      enclosed(content),
    ]),
  ]);

const msgHead = (document: DialogueDocument): XmlDraft =>
  element("MsgHead", { xmlns: namespaces.msgHead }, [
    msgInfo(document),
    element("Document", {}, [
      element("DocumentConnection", { V: "H", DN: "Hoveddokument" }),
      element("RefDoc", {}, [
        document.issuedText === null ? undefined : element("IssueDate", { V: document.issuedText }),
        element("MsgType", { V: "XML", DN: "XML-instans" }),
        textElement("Id", document.documentId),
        element("MimeType", {}, "text/xml"),
        element("Content", {}, [payload(document)]),
      ]),
    ]),
    ...document.enclosures.map(enclosure),
  ]);

const stationDraft = (station: ReceivingStation | null): XmlDraft | undefined =>
  station === null
    ? undefined
    : element("MottakenhetBlokk", {
        ediLoggId: station.ediLogId,
        avsender: station.sender,
        ebXMLSamtaleId: station.ebXmlConversationId,
        mottaksId: station.receiptId,
        meldingsType: station.messageType,
        avsenderRef: station.senderReference,
        avsenderFnrFraDigSignatur: station.signerNumber,
        mottattDatotid: station.receivedAtText,
        orgNummer: station.organisationNumber,
        avsenderOrgNrFraDigSignatur: station.signerOrganisationNumber,
        partnerReferanse: station.partnerReference,
        herIdentifikator: station.herId,
        ebRole: station.ebRole,
        ebService: station.ebService,
        ebAction: station.ebAction,
      });

const wrapped = (document: DialogueDocument): XmlDraft => {
  const { format, receivingStation } = document.envelope;
  if (format === "MSGHEAD") return msgHead(document);
  if (format === "PAYLOAD" || format === "UNKNOWN") return payload(document);
  const xmlns = format === "FELLESFORMAT_1" ? namespaces.fellesformat1 : namespaces.fellesformat2;
  return element("EI_fellesformat", { xmlns }, [msgHead(document), stationDraft(receivingStation)]);
};

/**
 * A dialogue message as it goes on the wire; valid where the document is complete.
 *
 * Source: Dialogmelding 1.0 and 1.1, MsgHead 1.2, EI_fellesformat.
 */
export const printDialogue = (document: DialogueDocument): Uint8Array => printXml(wrapped(document));
