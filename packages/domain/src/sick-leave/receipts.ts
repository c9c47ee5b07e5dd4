import type { MessageRefused, MessageUnreadable, ReceiptDue, ReceiptError, WireEnvelope } from "@samvirke/contracts";
import type { PreCheckHit, RuleHit } from "../rules/index.ts";
import { senderOrganisation } from "./signer.ts";

const errorList = "2.16.578.1.12.4.1.1.8221";
const other = "X99";

const error = (code: string, text: string): ReceiptError => ({ system: errorList, code, text });

/** Another reason, which the text tells. Source: list 8221, X99. */
export const otherError = (text: string): ReceiptError => error(other, text);

/** Whether the message names an organisation that a receipt can be written to. */
export const hasSender = (envelope: WireEnvelope): boolean => {
  const organisation = senderOrganisation(envelope);
  return organisation !== undefined && (organisation.name !== null || organisation.identifiers.length > 0);
};

/** Source: MsgInfo/Ack: N wants none, F only when something is wrong. */
const isWanted = (envelope: WireEnvelope, status: ReceiptDue["status"]): boolean => {
  const ack = (envelope.ack?.code ?? "").trim();
  return hasSender(envelope) && ack !== "N" && !(ack === "F" && status === "OK");
};

/** The receipt for a certificate that stands. */
export const acceptance = (envelope: WireEnvelope): ReceiptDue => ({
  wanted: isWanted(envelope, "OK"),
  status: "OK",
  errors: [],
});

/** A refusal with its reasons. */
export const refusal = (envelope: WireEnvelope, errors: ReadonlyArray<ReceiptError>): ReceiptDue => ({
  wanted: isWanted(envelope, "REFUSED"),
  status: "REFUSED",
  errors,
});

const leadIn = "Sykmeldingen kan ikke rettes, det må skrives en ny. Pasienten har ikke fått beskjed. Årsak:";
const speakForThemselves: ReadonlyArray<string> = ["DUPLIKAT", "TESTNUMMER_I_PRODUKSJON"];

/** What the sender of a certificate is told of a failed pre-check. */
export const preCheckText = ({ rule, forSender }: Pick<PreCheckHit, "rule" | "forSender">): string =>
  speakForThemselves.includes(rule) ? forSender : `${leadIn} ${forSender}`;

/** The receipt for a failed pre-check; policy may keep it back where NAV does not answer. */
export const preCheckRefusal = (envelope: WireEnvelope, hit: PreCheckHit): ReceiptDue => {
  const due = refusal(envelope, [otherError(preCheckText(hit))]);
  return { ...due, wanted: due.wanted && hit.receipt };
};

/** The receipt for a certificate that the rules refuse: one reason per hit. */
export const ruleRefusal = (envelope: WireEnvelope, hits: ReadonlyArray<RuleHit>): ReceiptDue =>
  refusal(
    envelope,
    hits.map(({ forSender }) => otherError(forSender)),
  );

/** What a sender is told of a message that cannot be read. Source: list 8221. */
export const unreadableErrors: Readonly<Record<MessageUnreadable["class"], ReceiptError>> = {
  UNKNOWN: error(other, "Meldingen kan ikke leses."),
  EMPTY: error("T01", "Meldingen er tom."),
  ENCODING: error("T01", "Meldingen har et tegnsett som ikke kan leses."),
  SYNTAX: error("T01", "Meldingen er ikke velformet XML."),
  HOSTILE: error("T99", "Meldingen har innhold som ikke tas imot, som DOCTYPE eller for dyp nesting."),
  STRUCTURE: error("T02", "Meldingen er XML, men ikke en sykmelding i et format som kan leses."),
};

/** What a sender is told of a message that is not taken, where no rule has words of its own. Source: list 8221. */
export const refusedErrors: Readonly<Record<MessageRefused["class"], ReceiptError>> = {
  UNKNOWN: error(other, "Meldingen kan ikke tas imot."),
  UNSUPPORTED: error("T10", "Denne typen melding tas ikke imot."),
  CONFLICT: error("E10", "Meldings-id-en er brukt før, med et annet innhold."),
  WRONG_RECEIVER: error("E21", "Mottakeren er ikke kjent her."),
  SENDER: error(other, "Avsenderen kan ikke sende denne meldingen."),
  ATTACHMENT: error(other, "Et vedlegg kan ikke tas imot."),
  CONTENT: error(other, "Meldingen har innhold som ikke kan tas imot."),
  DUPLICATE: error(other, "Samme innhold er mottatt før, med en annen meldings-id."),
};

const toKnownSender = (envelope: WireEnvelope | null, reason: ReceiptError): ReceiptDue | null =>
  envelope === null || !hasSender(envelope) ? null : refusal(envelope, [reason]);

/** The receipt for a message that cannot be read; null where no sender is known. */
export const unreadableReceipt = (
  envelope: WireEnvelope | null,
  unreadable: MessageUnreadable["class"],
): ReceiptDue | null => toKnownSender(envelope, unreadableErrors[unreadable]);

/** The receipt for a message that is not taken; null where no sender is known. */
export const refusedReceipt = (envelope: WireEnvelope | null, refused: MessageRefused["class"]): ReceiptDue | null =>
  toKnownSender(envelope, refusedErrors[refused]);
