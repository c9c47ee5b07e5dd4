import type { OutboundMessage, WireEnvelope } from "@samvirke/contracts";
import { isWelfareParty } from "@samvirke/contracts";
import { readEnvelope } from "@samvirke/formats";
import type { Document } from "../core/model.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

const kinds: Readonly<Record<string, OutboundMessage["kind"]>> = {
  dialogue: "DIALOGUE",
  referral: "REFERRAL",
  receipt: "RECEIPT",
};

const receiversOf = ({ receiver, otherReceivers }: WireEnvelope) =>
  [receiver, ...otherReceivers]
    .map((party) => party?.organisations ?? [])
    .filter((organisations) => organisations.length > 0 && !isWelfareParty(organisations));

/** The received bytes for every receiver that they name but welfare, as they are. */
export const passOn = (
  _told: Extract<Document, { readonly document: "UNCHANGED" }>,
  { received, addressOf }: Printing,
): ReadonlyArray<Printed> => {
  const read = received && readEnvelope(received);
  if (received === undefined || read?.envelope === undefined) return [];
  const { envelope, wireMsgId } = read;
  const addresses = receiversOf(envelope).flatMap((organisations) => addressOf(organisations) ?? []);
  const distinct = [...new Map(addresses.map((address) => [address.partyAlias, address])).values()];
  return distinct.map((address) => ({
    address,
    shape: "unchanged",
    kind: kinds[read.kind] ?? "UNKNOWN",
    contentType: "application/xml",
    body: received,
    wireMsgId: wireMsgId ?? null,
    lost: [],
  }));
};

/** A receipt between health parties, as it is, for whoever waits for it. */
export const passReceipt = (
  { to, name }: Extract<Document, { readonly document: "RECEIPT" }>,
  { received }: Printing,
): ReadonlyArray<Printed> =>
  received === undefined
    ? []
    : [
        {
          address: { partyAlias: to, receiver: name },
          shape: "unchanged",
          kind: "RECEIPT",
          contentType: "application/xml",
          body: received,
          wireMsgId: null,
          lost: [],
        },
      ];
