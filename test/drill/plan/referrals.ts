import { printReferralSample } from "@samvirke/formats";
import type { ReferralSample } from "@samvirke/formats";
import { E, parseDay } from "@samvirke/kernel";
import type { Printing } from "./ground.ts";
import { hospital, hprNumber, personOf, practice, writtenText } from "./ground.ts";
import type { Message } from "./message.ts";
import { printed } from "./printed.ts";
import type { Parcel } from "./printed.ts";

const xml = (content: Uint8Array | string): Parcel => ({
  ...printed(content),
  door: "health",
  contentType: "application/xml",
});

const bornOn = parseDay("1970-05-01");

const sampleOf = (message: Message, printing: Printing): ReferralSample => ({
  version: "2.0",
  lifecycle: "N",
  messageId: message.wireMsgId,
  generatedAt: writtenText(message, printing),
  referralId: message.subject,
  sender: { ...practice, professional: { given: "Siv", family: "Øvre", hprNumber } },
  receiver: hospital,
  person: { ...personOf(message), ...(bornOn === undefined ? {} : { bornOn }), sex: "2" },
  diagnosis: { code: "L88", system: "2.16.578.1.12.4.1.1.7170", text: "Revmatoid artritt" },
  reason: message.marker,
});

type Print = (message: Message, printing: Printing) => Parcel;

const referred =
  (more: (message: Message) => Partial<ReferralSample>): Print =>
  (message, printing) => {
    const made = printReferralSample({ ...sampleOf(message, printing), ...more(message) });
    if (E.isLeft(made)) throw new Error(`the drill's own referral cannot be printed: ${made.left.reason}`);
    return xml(made.right);
  };

/** A referral to a hospital. */
export const referral = referred(() => ({}));

/** What came after its own cancellation, under the id by which it was cancelled. */
export const overtaken = referred(({ about }) => ({ referralId: about?.wireMsgId ?? "" }));

/** New content of the same referral. */
export const change = referred(({ about }) => ({ lifecycle: "M", refersTo: [about?.wireMsgId ?? ""] }));

/** It is not wished any more. */
export const cancellation = referred(({ about }) => ({ lifecycle: "C", refersTo: [about?.wireMsgId ?? ""] }));

/** The same before the referral itself: that comes under the id that stands here. */
export const cancelledAhead = referred(({ subject, wireMsgId }) => ({
  lifecycle: "C",
  referralId: wireMsgId,
  refersTo: [subject],
}));

type Unit = typeof practice;

const party = (name: string, { name: unit, herId, organisationNumber }: Unit): string =>
  `<${name}><HCP><Inst><Name>${unit}</Name><Id>${herId}</Id><TypeId V="HER" DN="HER-id"/><AdditionalId><Id>${organisationNumber}</Id>` +
  `<Type V="ENH" DN="Organisasjonsnummeret i Enhetsregisteret"/></AdditionalId></Inst></HCP></${name}>`;

/** The hospital's receipt for a referral. Source: AppRec 1.1. */
export const delivery: Print = (message, printing) => {
  const at = writtenText(message, printing);
  return xml(
    `<?xml version="1.0" encoding="UTF-8"?><AppRec xmlns="http://www.kith.no/xmlstds/apprec/2012-02-15"><MsgType V="APPREC"/>` +
      `<MIGversion>1.1</MIGversion><GenDate>${at}</GenDate><Id>${message.wireMsgId}</Id>${party("Sender", hospital)}` +
      `${party("Receiver", practice)}<Status V="1" DN="OK"/><OriginalMsgId><MsgType V="HENVIS"/><IssueDate>${at}</IssueDate>` +
      `<Id>${message.about?.wireMsgId ?? ""}</Id></OriginalMsgId></AppRec>`,
  );
};
