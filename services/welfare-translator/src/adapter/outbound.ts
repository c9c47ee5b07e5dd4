import type { OutboundMessage } from "@samvirke/contracts";
import { isReadable, printSykmeldingRecord } from "@samvirke/formats";
import type { RecordSource } from "@samvirke/formats";
import type { Delivery } from "../core/delivery.ts";

/** Whose mailbox the records wait in: welfare is one party. */
export const welfareParty = "welfare";

const sourceOf = ({ certificate }: Delivery): RecordSource | undefined => {
  if ("assessment" in certificate) return certificate;
  return isReadable(certificate) ? certificate : undefined;
};

/** SykmeldingRecord v27 as a document for NAV; none where a refused certificate was not read far enough to be one. */
export const printDelivery = (delivery: Delivery): ReadonlyArray<OutboundMessage> => {
  const source = sourceOf(delivery);
  if (!source) return [];
  const { json, losses } = printSykmeldingRecord(source);
  return [
    {
      messageId: delivery.messageId,
      kind: "SICK_LEAVE",
      contentType: "application/json",
      partyAlias: welfareParty,
      inReplyTo: delivery.inReplyTo,
      caseId: delivery.caseId,
      writtenAt: delivery.writtenAt,
      shape: "SykmeldingRecord 27",
      work: null,
      case: {
        receiver: welfareParty,
        wireMsgId: source.case.envelope.messageId,
        lost: [
          ...losses.map(({ path, reason }) => ({ path, rule: reason })),
          ...delivery.withheld.map((path) => ({ path, rule: "RESTRICTED_FROM_WELFARE" })),
        ],
        body: null,
      },
      medical: { body: Buffer.from(JSON.stringify(json)) },
    },
  ];
};
