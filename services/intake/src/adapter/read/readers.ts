import type { MessageReceived } from "@samvirke/contracts";
import { readCertificate, refuseKind } from "./certificate.ts";
import { readDialogue } from "./dialogue.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { readPlan } from "./plan.ts";
import { readReceipt } from "./receipt.ts";
import { readReferral } from "./referral.ts";
import { readStatement } from "./statement.ts";

const readers: Partial<Record<MessageReceived["kind"], Reader>> = {
  SICK_LEAVE: readCertificate,
  // What the door could not tell may be a certificate all the same.
  UNKNOWN: readCertificate,
  DIALOGUE: readDialogue,
  REFERRAL: readReferral,
  MEDICAL_STATEMENT: readStatement,
  FOLLOW_UP_PLAN: readPlan,
  RECEIPT: readReceipt,
};

/** Reads the bytes of a received message. Whatever they are, something is asked for. */
export const readMessage = (arrived: Arrived, deps: ReadDeps): Inbound =>
  (readers[arrived.message.kind] ?? refuseKind)(arrived, deps);
