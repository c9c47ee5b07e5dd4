import type { ReceiptDue, ReceiptError, WireEnvelope } from "@samvirke/contracts";

const errorList = "2.16.578.1.12.4.1.1.8221";

/** Why a referral is not taken. */
export type ReferralRefusal =
  | "MESSAGE_ID_NOT_UUID"
  | "MESSAGE_ID_REUSED"
  | "PERSON_NOT_IDENTIFIED"
  | "PERSON_NOT_REGISTERED"
  | "RECEIVER_UNKNOWN"
  | "NOT_THE_SENDER"
  | "REFERRAL_CLOSED";

const error = (code: string, text: string): ReceiptError => ({ system: errorList, code, text });

// Source: list 8221; HIS 80415 for what must be refused. X99 where the list has no code for it.
const errors: Readonly<Record<ReferralRefusal, ReceiptError>> = {
  MESSAGE_ID_NOT_UUID: error("E10", "Meldings-id-en er ikke en UUID."),
  MESSAGE_ID_REUSED: error("E10", "Meldings-id-en er brukt før, med et annet innhold."),
  PERSON_NOT_IDENTIFIED: error("E36", "Opplysningene om pasienten er ikke nok til å vite hvem det er."),
  PERSON_NOT_REGISTERED: error("E53", "Fødselsnummeret eller D-nummeret finnes ikke i Folkeregisteret."),
  RECEIVER_UNKNOWN: error("E21", "Mottakeren er ikke kjent her."),
  NOT_THE_SENDER: error("X99", "Bare den som sendte henvisningen, kan endre eller kansellere den."),
  REFERRAL_CLOSED: error("X99", "Henvisningen er avsluttet og kan ikke endres. Send en ny."),
};

/** Whether the message names an organisation that a receipt can be written to. */
const hasSender = ({ sender }: WireEnvelope): boolean =>
  (sender?.organisations ?? []).some(({ name, identifiers }) => name !== null || identifiers.length > 0);

/** Source: MsgInfo/Ack, ServReq/Ack: N wants none, F only when something is wrong. */
const isWanted = (envelope: WireEnvelope, isRefusal: boolean): boolean => {
  const ack = (envelope.ack?.code ?? "").trim().toUpperCase();
  return hasSender(envelope) && ack !== "N" && (isRefusal || ack !== "F");
};

/** The receipt for a referral that the hub itself receives. */
export const accepted = (envelope: WireEnvelope): ReceiptDue => ({
  wanted: isWanted(envelope, false),
  status: "OK",
  errors: [],
});

/** The receipt for a referral that goes no further; null where no sender can be answered. */
export const refusal = (envelope: WireEnvelope | null, reason: ReferralRefusal): ReceiptDue | null =>
  envelope === null || !hasSender(envelope)
    ? null
    : { wanted: isWanted(envelope, true), status: "REFUSED", errors: [errors[reason]] };
