import type { MessageReceived } from "@samvirke/contracts";
import { readCertificate, refuseKind } from "./certificate.ts";
import { readDialogue } from "./dialogue.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { readPlan } from "./plan.ts";
import { readReceipt } from "./receipt.ts";
import { readReferral } from "./referral.ts";
import { readStatement } from "./statement.ts";

/** One reader for each document; what has none is not taken. */
const byDocument: Partial<Record<MessageReceived["document"], Reader>> = {
  CERTIFICATE: readCertificate,
  DIALOGUE: readDialogue,
  REFERRAL: readReferral,
  MEDICAL_STATEMENT: readStatement,
  PLAN_FORM: readPlan,
  PLAN_REQUEST: readPlan,
  PLAN_NOTICE: readPlan,
  APP_REC: readReceipt,
  EDI_RECEIPT: readReceipt,
  WELFARE_RECEIPT: readReceipt,
};

/** For what the door has no name for. */
const byKind: Partial<Record<MessageReceived["kind"], Reader>> = {
  SICK_LEAVE: readCertificate,
  // What the door could not tell may be a certificate all the same.
  UNKNOWN: readCertificate,
};

const readerOf = ({ document, kind }: MessageReceived): Reader | undefined =>
  document === "UNKNOWN" ? byKind[kind] : byDocument[document];

/** Reads the bytes of a received message. Whatever they are, something is asked for. */
export const readMessage = (arrived: Arrived, deps: ReadDeps): Inbound =>
  (readerOf(arrived.message) ?? refuseKind)(arrived, deps);
