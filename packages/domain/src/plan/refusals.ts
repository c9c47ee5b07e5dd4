import type { MessageRefused } from "@samvirke/contracts";

/**
 * Why a plan is not taken, by the class of its refusal.
 *
 * Source: fact sheet 10.2.
 */
export const planRefusals = {
  MESSAGE_ID_REUSED: "CONFLICT",
  PERSON_NOT_NAMED: "CONTENT",
  PERSON_NOT_FOUND: "CONTENT",
  EMPLOYER_NOT_KNOWN: "SENDER",
  EMPLOYER_NOT_THE_SENDERS: "SENDER",
  NO_ACTIVE_EMPLOYMENT: "SENDER",
  NO_ACTIVE_SENT_CERTIFICATE: "SENDER",
} as const satisfies Readonly<Record<string, MessageRefused["class"]>>;

export type PlanRefusal = keyof typeof planRefusals;

/** Where a plan's form names the employer. */
export const statedEmployerPath = "Skjemainnhold/arbeidsgiver/orgnr";
