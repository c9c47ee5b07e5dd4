import type { ReceivingStation } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf } from "../xml/tree.ts";
import { instantOf, readClockTime } from "../xml/values.ts";

const receivedAt = (node: XmlNode, findings: Findings): Instant | null => {
  const text = attributeOf(node, "mottattDatotid");
  if (text === undefined) return null;
  const { value, finding } = readClockTime(text);
  if (finding) findings.note(finding, node, "@mottattDatotid");
  return value ? instantOf(value, "utc") : null;
};

/** What the receiving station wrote beside the message. Source: EI_fellesformat, MottakenhetBlokk. */
export const receivingStationOf = (node: XmlNode, findings: Findings): ReceivingStation => {
  const written = (name: string): string | null => attributeOf(node, name) ?? null;
  return {
    ediLogId: written("ediLoggId"),
    sender: written("avsender"),
    ebXmlConversationId: written("ebXMLSamtaleId"),
    receiptId: written("mottaksId"),
    messageType: written("meldingsType"),
    senderReference: written("avsenderRef"),
    signerNumber: written("avsenderFnrFraDigSignatur"),
    receivedAtText: written("mottattDatotid"),
    receivedAt: receivedAt(node, findings),
    organisationNumber: written("orgNummer"),
    signerOrganisationNumber: written("avsenderOrgNrFraDigSignatur"),
    partnerReference: written("partnerReferanse"),
    herId: written("herIdentifikator"),
    ebRole: written("ebRole"),
    ebService: written("ebService"),
    ebAction: written("ebAction"),
  };
};
