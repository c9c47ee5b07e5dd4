import type { OutboundMessage } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { PartyAlias } from "@samvirke/stage";
import type { Addressee, Delivery, Document } from "../core/model.ts";
import { addressOf } from "./addressing.ts";
import type { Address } from "./addressing.ts";
import { printSubmitted } from "./certificate.ts";
import type { FhirReaders } from "./fhir-readers.ts";
import { printLetter } from "./letter.ts";
import { outboundMessage } from "./printed.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";
import { printWelfareReferral } from "./referral.ts";
import { passFhir, passHubMessage, passOn, passReceipt } from "./relay.ts";
import { printEffort, printStatus } from "./status.ts";

type Printers = {
  readonly [D in Document["document"]]: (
    document: Extract<Document, { readonly document: D }>,
    printing: Printing,
  ) => ReadonlyArray<Printed>;
};

const printers: Printers = {
  LETTER: printLetter,
  REFERRAL: printWelfareReferral,
  STATUS: printStatus,
  CERTIFICATE: printSubmitted,
  EFFORT: printEffort,
  UNCHANGED: passOn,
  FHIR_MESSAGE: passFhir,
  HUB_MESSAGE: passHubMessage,
  RECEIPT: passReceipt,
};

const addressed =
  (alias: PartyAlias) =>
  ({ party, aliases, name }: Addressee): Address | undefined => {
    const named = addressOf(party.organisations, alias);
    const [partyAlias] = aliases;
    if (partyAlias === undefined) return named;
    return { partyAlias, receiver: name ?? named?.receiver ?? "" };
  };

// The first receiver's document has the delivery's own id, by which its receipt is told.
const idAt = (messageId: string, index: number): string =>
  index === 0 ? messageId : uuid5("health-document", messageId, String(index));

/** What is known of the parties that documents go to. */
export interface Parties {
  readonly alias: PartyAlias;
  readonly fhir: FhirReaders;
}

/** The documents of a delivery, one for each health party. */
export const printDelivered = (
  delivery: Delivery,
  received: Uint8Array | undefined,
  { alias, fhir }: Parties,
): ReadonlyArray<OutboundMessage> => {
  const { content, messageId, writtenAt } = delivery;
  const print = printers[content.document] as (told: Document, printing: Printing) => ReadonlyArray<Printed>;
  const printing: Printing = {
    received,
    messageId,
    writtenAt,
    address: addressed(alias),
    fhir,
    addressOf: (organisations) => addressOf(organisations, alias),
  };
  return print(content, printing).map((printed, index) => outboundMessage(delivery, idAt(messageId, index), printed));
};
