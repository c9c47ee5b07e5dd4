import { welfareParty } from "@samvirke/contracts";
import { namespaces } from "../envelope/document.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, printXml, textElement } from "../xml/write.ts";
import { certificateDraft } from "./certificate-draft.ts";
import type { CertificateSample, SampleAttachment, SampleClinician } from "./model.ts";

const persons = "2.16.578.1.12.4.1.1.8116";
const organisations = "2.16.578.1.12.4.1.1.9051";

interface IdentDraft {
  readonly value: string | undefined;
  readonly type: string;
  readonly system: string;
}

const ident = ({ value, type, system }: IdentDraft): XmlDraft | undefined =>
  value === undefined
    ? undefined
    : element("Ident", {}, [element("Id", {}, value), element("TypeId", { V: type, S: system, DN: type })]);

const professional = (clinician: SampleClinician): XmlDraft | undefined =>
  clinician.number === undefined && clinician.hprNumber === undefined
    ? undefined
    : element("HealthcareProfessional", {}, [
        element("FamilyName", {}, clinician.name.family),
        textElement("MiddleName", clinician.name.middle),
        element("GivenName", {}, clinician.name.given),
        ident({ value: clinician.number, type: "FNR", system: persons }),
        ident({ value: clinician.hprNumber, type: "HPR", system: persons }),
      ]);

/** MsgInfo/Sender. */
export const sender = ({ unit, clinician }: Pick<CertificateSample, "unit" | "clinician">): XmlDraft =>
  element("Sender", {}, [
    element("Organisation", {}, [
      element("OrganisationName", {}, unit.name),
      ident({ value: unit.herId, type: "HER", system: organisations }),
      ident({ value: unit.organisationNumber, type: "ENH", system: organisations }),
      professional(clinician),
    ]),
  ]);

/** NAV as the receiver. */
export const receiver = element("Receiver", {}, [
  element("Organisation", {}, [
    element("OrganisationName", {}, welfareParty.name),
    ident({ value: welfareParty.herId, type: "HER", system: organisations }),
    ident({ value: welfareParty.organisationNumber, type: "ENH", system: organisations }),
  ]),
]);

/** MsgInfo/Patient. */
export const patient = ({ person }: Pick<CertificateSample, "person">): XmlDraft =>
  element("Patient", {}, [
    element("FamilyName", {}, person.name.family),
    textElement("MiddleName", person.name.middle),
    element("GivenName", {}, person.name.given),
    ident({ value: person.number, type: person.numberType ?? "FNR", system: persons }),
  ]);

const msgInfo = (sample: CertificateSample): XmlDraft =>
  element("MsgInfo", {}, [
    element("Type", { V: "SYKMELD", DN: "Medisinsk vurdering av arbeidsmulighet ved sykdom, sykmelding" }),
    element("MIGversion", {}, "v1.2 2006-05-24"),
    element("GenDate", {}, sample.generatedAt),
    element("MsgId", {}, sample.messageId),
    element("Ack", { V: "J", DN: "Ja" }),
    sender(sample),
    receiver,
    patient(sample),
  ]);

/** A Document with an attachment. */
export const attachment = ({ id, mimeType, description, bytes }: SampleAttachment): XmlDraft =>
  element("Document", {}, [
    element("DocumentConnection", { V: "V", DN: "Vedlegg" }),
    element("RefDoc", {}, [
      element("MsgType", { V: "A", DN: "Vedlegg" }),
      element("Id", {}, id),
      element("MimeType", {}, mimeType),
      element("Description", {}, description),
      element("Content", {}, [
        element("Base64Container", { xmlns: namespaces.base64 }, Buffer.from(bytes).toString("base64")),
      ]),
    ]),
  ]);

const msgHead = (sample: CertificateSample): XmlDraft =>
  element("MsgHead", { xmlns: namespaces.msgHead }, [
    msgInfo(sample),
    element("Document", {}, [
      element("RefDoc", {}, [
        element("MsgType", { V: "XML", DN: "XML-instans" }),
        element("Content", {}, [certificateDraft(sample)]),
      ]),
    ]),
    ...(sample.attachments ?? []).map(attachment),
  ]);

const receivingStation = (sample: CertificateSample): XmlDraft =>
  element("MottakenhetBlokk", {
    ediLoggId: sample.ediLogId,
    avsenderFnrFraDigSignatur: sample.signerNumber ?? sample.clinician.number,
    mottattDatotid: sample.receivedAt,
    orgNummer: sample.unit.organisationNumber,
    herIdentifikator: sample.unit.herId,
    partnerReferanse: "1",
    meldingsType: "xml",
    ebRole: "Sykmelder",
    ebService: sample.ebService ?? "Sykmelding",
    ebAction: "Registrering",
  });

const wrapped = (sample: CertificateSample): XmlDraft => {
  if (sample.wrapping === "payload") return certificateDraft(sample);
  if (sample.wrapping === "msghead") return msgHead(sample);
  return element("EI_fellesformat", { xmlns: namespaces.fellesformat1 }, [msgHead(sample), receivingStation(sample)]);
};

/** A synthetic sick-leave certificate as a sender would put it on the wire; valid where the sample is complete. */
export const printCertificate = (sample: CertificateSample): Uint8Array => printXml(wrapped(sample));
