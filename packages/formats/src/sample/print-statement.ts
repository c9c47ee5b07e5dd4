import { namespaces } from "../envelope/document.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, printXml } from "../xml/write.ts";
import { attachment, patient, receiver, sender } from "./print-certificate.ts";
import { statementDraft } from "./statement-draft.ts";
import type { StatementSample } from "./statement-model.ts";

const msgHead = (sample: StatementSample): XmlDraft =>
  element("MsgHead", { xmlns: namespaces.msgHead }, [
    element("MsgInfo", {}, [
      element("Type", { V: sample.type ?? "LEGEERKL", DN: "Legeerklæring ved arbeidsuførhet" }),
      element("MIGversion", {}, "v1.2 2006-05-24"),
      element("GenDate", {}, sample.generatedAt),
      element("MsgId", {}, sample.messageId),
      element("Ack", { V: "J", DN: "Ja" }),
      sender(sample),
      receiver,
      patient(sample),
    ]),
    element("Document", {}, [
      element("RefDoc", {}, [
        element("MsgType", { V: "XML", DN: "XML-instans" }),
        element("Content", {}, [statementDraft(sample)]),
      ]),
    ]),
    ...(sample.attachments ?? []).map(attachment),
  ]);

const receivingStation = (sample: StatementSample): XmlDraft =>
  element("MottakenhetBlokk", {
    ediLoggId: sample.ediLogId,
    avsenderFnrFraDigSignatur: sample.signerNumber ?? sample.clinician.number,
    mottattDatotid: sample.receivedAt,
    orgNummer: sample.unit.organisationNumber,
    ebRole: "Lege",
    ebService: "Legemelding",
    ebAction: "Legeerklaring",
  });

/** A synthetic medical statement as a sender would put it on the wire; its payload is valid by its schema. */
export const printStatement = (sample: StatementSample): Uint8Array =>
  printXml(
    sample.wrapping === "msghead"
      ? msgHead(sample)
      : element("EI_fellesformat", { xmlns: namespaces.fellesformat1 }, [msgHead(sample), receivingStation(sample)]),
  );
