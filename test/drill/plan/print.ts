import { printCertificateMessage } from "./certificate.ts";
import type { Printing } from "./ground.ts";
import { answer, bareAnswer, clinical, note, statement } from "./letters.ts";
import type { CertificateKind, Kind, Message } from "./message.ts";
import { printed } from "./printed.ts";
import type { Parcel } from "./printed.ts";
import { confirmed, meeting, need, notice, plan, question, requirement, sent } from "./records.ts";
import { cancellation, cancelledAhead, change, delivery, overtaken, referral } from "./referrals.ts";

type Printers = Readonly<
  Record<Exclude<Kind, CertificateKind | "repeat">, (message: Message, printing: Printing) => Parcel>
>;

const printers: Printers = {
  note,
  "bare-answer": bareAnswer,
  question,
  answer,
  clinical,
  referral,
  change,
  cancellation,
  "cancelled-ahead": cancelledAhead,
  overtaken,
  statement,
  delivery,
  sent,
  confirmed,
  need,
  requirement,
  meeting,
  plan,
  notice,
};

const isListed = (kind: Kind): kind is keyof Printers => kind in printers;

const ofHealth = { door: "health", contentType: "application/xml" } as const;

/** Prints a message as its sender would send it: the same message gives the same bytes. */
export const printMessage = (message: Message, printing: Printing): Parcel => {
  const { kind, certificate, about } = message;
  if (kind === "repeat" && about) return printMessage(about, printing);
  if (kind === "malformed") return { ...printed(`Dette er ingen melding: ${message.wireMsgId}`), ...ofHealth };
  if (isListed(kind)) return printers[kind](message, printing);
  if (certificate === undefined) throw new Error(`nothing to print for message ${message.n}`);
  return { ...printCertificateMessage({ ...message, certificate }, printing.times), ...ofHealth };
};
