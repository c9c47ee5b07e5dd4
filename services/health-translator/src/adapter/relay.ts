import type { OutboundMessage, WireEnvelope } from "@samvirke/contracts";
import { isWelfareParty } from "@samvirke/contracts";
import { printHubReferral, readEnvelope, readHubReferral } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
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

const addressesOf = (envelope: WireEnvelope, { addressOf }: Printing) => {
  const addresses = receiversOf(envelope).flatMap((organisations) => addressOf(organisations) ?? []);
  return [...new Map(addresses.map((address) => [address.partyAlias, address])).values()];
};

/** The received bytes for every receiver that they name but welfare, as they are. */
export const passOn = (
  _told: Extract<Document, { readonly document: "UNCHANGED" }>,
  printing: Printing,
): ReadonlyArray<Printed> => {
  const { received } = printing;
  const read = received && readEnvelope(received);
  if (received === undefined || read?.envelope === undefined) return [];
  const { envelope, wireMsgId } = read;
  return addressesOf(envelope, printing).map((address) => ({
    address,
    shape: "unchanged",
    kind: kinds[read.kind] ?? "UNKNOWN",
    contentType: "application/xml",
    body: received,
    wireMsgId: wireMsgId ?? null,
    lost: [],
  }));
};

const withoutMedical = (received: Uint8Array): Pick<Printed, "body" | "shape" | "lost"> | undefined => {
  const read = readHubReferral(received);
  if (E.isLeft(read)) return undefined;
  const { body } = read.right;
  if (body.kind !== "REFERRAL") return { body: received, shape: "unchanged", lost: [] };
  return {
    body: printHubReferral({ ...read.right, body: { ...body, medical: null } }),
    shape: "samvirke.referral/1",
    lost: [{ path: "medical", rule: "WITHHELD" }],
  };
};

/** A message of the hub's own contract for every receiver that it names but welfare. */
export const passHubMessage = (
  { envelope, mayShareMedical }: Extract<Document, { readonly document: "HUB_MESSAGE" }>,
  printing: Printing,
): ReadonlyArray<Printed> => {
  const { received } = printing;
  if (received === undefined) return [];
  const printed = mayShareMedical ? { body: received, shape: "unchanged", lost: [] } : withoutMedical(received);
  if (printed === undefined) return [];
  return addressesOf(envelope, printing).map((address) => ({
    ...printed,
    address,
    kind: "REFERRAL",
    contentType: "application/json",
    wireMsgId: envelope.messageId,
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

const startsAsJson = (bytes: Uint8Array): boolean =>
  /^[\s\uFEFF]*[{[]/.test(Buffer.from(bytes.subarray(0, 64)).toString());

/** FHIR for every receiver that it names but welfare, byte by byte. */
export const passFhir = (
  { envelope }: Extract<Document, { readonly document: "FHIR_MESSAGE" }>,
  printing: Printing,
): ReadonlyArray<Printed> => {
  const { received } = printing;
  if (received === undefined) return [];
  return addressesOf(envelope, printing).map((address) => ({
    address,
    shape: "unchanged",
    kind: "REFERRAL",
    contentType: startsAsJson(received) ? "application/fhir+json" : "application/fhir+xml",
    body: received,
    wireMsgId: envelope.messageId,
    lost: [],
  }));
};
