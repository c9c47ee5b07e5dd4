import type { OutboundMessage } from "@samvirke/contracts";
import { printRemoval, printStatus } from "@samvirke/formats";
import type { Delivery, Document } from "../core/model.ts";
import type { CertificateShape } from "./certificate.ts";
import { printCertificate } from "./certificate.ts";
import {
  printDelivery,
  printDialogue,
  printOverdue,
  printPlan,
  printStatement,
  printUndeliverable,
} from "./follow-up.ts";
import { outboundMessage } from "./outbound.ts";
import type { Printed } from "./printed.ts";
import { printReferral, printStep } from "./referral.ts";

/** What printing needs beside the document. */
export interface Printing {
  readonly shapes: ReadonlyArray<CertificateShape>;
  /** The message as it was received. */
  readonly received: Uint8Array | undefined;
}

type Printers = {
  readonly [D in Document["document"]]: (
    document: Extract<Document, { readonly document: D }>,
    printing: Printing,
  ) => ReadonlyArray<Printed>;
};

const printers: Printers = {
  CERTIFICATE: (told, { shapes }) => printCertificate(told, shapes),
  STATUS: ({ use, personNumber }) => [
    {
      shape: "SykmeldingStatusKafkaMessageDTO",
      kind: "STATUS",
      body: printStatus(use, { certificateId: use.value.sickLeaveId, personNumber }),
      isMedical: false,
      wireMsgId: use.value.sickLeaveId,
      lost: [],
    },
  ],
  REMOVAL: ({ certificateId }) => [
    {
      shape: "removal",
      kind: "REMOVAL",
      body: { ...printRemoval(certificateId) },
      isMedical: false,
      wireMsgId: certificateId,
      lost: [],
    },
  ],
  DIALOGUE: (told, { received }) => printDialogue(told, received),
  STATEMENT: (told, { received }) => printStatement(told, received),
  PLAN_NOTICE: printPlan,
  REFERRAL: printReferral,
  REFERRAL_STEP: printStep,
  DELIVERY: printDelivery,
  UNDELIVERABLE: printUndeliverable,
  OVERDUE: printOverdue,
};

/** The documents of a delivery, in the shapes that welfare's readers take. */
export const printDelivered = (delivery: Delivery, printing: Printing): ReadonlyArray<OutboundMessage> => {
  const { content } = delivery;
  const print = printers[content.document] as (told: Document, printing: Printing) => ReadonlyArray<Printed>;
  return print(content, printing).map(outboundMessage(delivery));
};
