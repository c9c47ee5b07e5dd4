import type {
  Code,
  Identifier,
  Organisation,
  ReferralCase,
  WireEnvelope,
  WireParty,
  WirePerson,
} from "@samvirke/contracts";
import { csDraft, headOrganisationDraft, headPersonDraft, professionalDraft } from "../../dialogue/drafts.ts";
import { namespaces } from "../../envelope/document.ts";
import { noCode } from "../../envelope/elements.ts";
import type { XmlDraft } from "../../xml/write.ts";
import { element, textElement } from "../../xml/write.ts";
import type { ReferralParts } from "../parts.ts";
import { dateTimeText } from "./times.ts";

const typed = (code: string, text: string): Code => ({ system: null, code, text, originalText: null });

/** The message type as sent where it is one of a message head, else by the programme. Source: list 8279. */
const messageType = ({ envelope, programme }: ReferralCase): Code => {
  const sent = envelope.messageType;
  if (sent?.code?.startsWith("HENVISNING")) return sent;
  return programme === "REHABILITATION"
    ? typed("HENVISNING_REHAB", "Henvisning til rehabiliteringsinstitusjon")
    : typed("HENVISNING", "Henvisning");
};

const noIdent: Identifier = { value: "", type: noCode };

// The head wants an Ident wherever it names somebody; whom nothing identifies gets an empty one.
const identified = <A extends { readonly identifiers: ReadonlyArray<Identifier> }>(who: A): A =>
  who.identifiers.length > 0 ? numbered(who) : { ...who, identifiers: [noIdent] };

const numbered = <A extends { readonly identifiers: ReadonlyArray<Identifier> }>(who: A): A => ({
  ...who,
  identifiers: who.identifiers.map(({ value, type }) => ({ value: value ?? "", type })),
});

const organisation = (levels: ReadonlyArray<Organisation>): XmlDraft | undefined =>
  headOrganisationDraft(
    levels.map((level) => ({
      ...identified(level),
      healthcareProfessional: level.healthcareProfessional && identified(level.healthcareProfessional),
    })),
  );

const party = (name: string, who: WireParty | null): XmlDraft =>
  element(name, {}, [
    csDraft("ComMethod", who?.comMethod ?? null),
    organisation(who?.organisations ?? []) ?? element("Organisation"),
  ]);

const otherReceiver = (who: WireEnvelope["otherReceivers"][number]): XmlDraft =>
  element("OtherReceiver", {}, [
    csDraft("ComMethod", who.comMethod),
    csDraft("RoleReceiver", who.role) ?? element("RoleReceiver"),
    organisation(who.organisations),
    headPersonDraft("Patient", who.patient),
    headPersonDraft("Person", who.person),
    professionalDraft(who.healthcareProfessional && identified(who.healthcareProfessional), ""),
  ]);

const conversation = ({ parentReference, conversationReference }: WireEnvelope): XmlDraft | undefined =>
  parentReference === null && conversationReference === null
    ? undefined
    : element("ConversationRef", {}, [
        textElement("RefToParent", parentReference ?? conversationReference),
        textElement("RefToConversation", conversationReference ?? parentReference),
      ]);

const personOf = ({ identity, case: { patient } }: ReferralParts): WirePerson => ({
  name: identity.name,
  bornOn: patient.bornOn,
  sex: patient.sex,
  nationality: patient.nationality,
  identifiers: [...(identity.number ? [identity.number] : []), ...identity.otherNumbers],
  address: patient.address,
  contactPoints: patient.contactPoints,
});

const info = (parts: ReferralParts): XmlDraft => {
  const { envelope } = parts.case;
  const generated = envelope.generatedAtText;
  return element("MsgInfo", {}, [
    csDraft("Type", messageType(parts.case)),
    element("MIGversion", {}, "v1.2 2006-05-24"),
    textElement("GenDate", generated === null ? null : (dateTimeText(generated) ?? generated)),
    textElement("MsgId", envelope.messageId),
    csDraft("ProcessingStatus", envelope.processingStatus),
    csDraft("RequestedPriority", envelope.requestedPriority),
    csDraft("Ack", envelope.ack),
    conversation(envelope),
    party("Sender", envelope.sender),
    party("Receiver", envelope.receiver),
    ...envelope.otherReceivers.map(otherReceiver),
    headPersonDraft("Patient", numbered(personOf(parts))),
  ]);
};

/** A message head around a referral of 2.0. Source: MsgHead 1.2. */
export const headDraft = (parts: ReferralParts, document: XmlDraft): XmlDraft =>
  element("MsgHead", { xmlns: namespaces.msgHead }, [
    info(parts),
    element("Document", {}, [
      element("RefDoc", {}, [element("MsgType", { V: "XML", DN: "XML-instans" }), element("Content", {}, [document])]),
    ]),
  ]);
