import type { MessageRefused, ReceiptDue, ReceiptError, WireEnvelope } from "@samvirke/contracts";

const errorList = "2.16.578.1.12.4.1.1.8221";

const error = (code: string, text: string): ReceiptError => ({ system: errorList, code, text });

/** What a refusal is, where its cause stands, and what the sender is told. */
interface RefusalReason {
  readonly class: MessageRefused["class"];
  readonly path: string;
  readonly error: ReceiptError;
}

/** Why a referral is not taken. Source: list 8221; HIS 80415 for what must be refused. X99 where the list has no code for it. */
export const referralRefusals = {
  MESSAGE_ID_NOT_UUID: { class: "CONTENT", path: "MsgId", error: error("E10", "Meldings-id-en er ikke en UUID.") },
  MESSAGE_ID_REUSED: {
    class: "CONFLICT",
    path: "MsgId",
    error: error("E10", "Meldings-id-en er brukt før, med et annet innhold."),
  },
  PERSON_NOT_IDENTIFIED: {
    class: "CONTENT",
    path: "Patient",
    error: error("E36", "Opplysningene om pasienten er ikke nok til å vite hvem det er."),
  },
  PERSON_NOT_REGISTERED: {
    class: "CONTENT",
    path: "Patient",
    error: error("E53", "Fødselsnummeret eller D-nummeret finnes ikke i Folkeregisteret."),
  },
  RECEIVER_UNKNOWN: {
    class: "WRONG_RECEIVER",
    path: "Receiver",
    error: error("E21", "Mottakeren er ikke kjent her."),
  },
  NOT_THE_SENDER: {
    class: "SENDER",
    path: "Sender",
    error: error("X99", "Bare den som sendte henvisningen, kan endre eller kansellere den."),
  },
  REFERRAL_CLOSED: {
    class: "CONTENT",
    path: "ServType",
    error: error("X99", "Henvisningen er avsluttet og kan ikke endres. Send en ny."),
  },
} as const satisfies Readonly<Record<string, RefusalReason>>;

export type ReferralRefusal = keyof typeof referralRefusals;

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
    : { wanted: isWanted(envelope, true), status: "REFUSED", errors: [referralRefusals[reason].error] };
