import type { MessageRefused } from "@samvirke/contracts";
import { isUuid } from "@samvirke/kernel";
import { isIdentified } from "./identity.ts";
import type { RegisterReferral } from "./model.ts";
import type { ReferralRefusal } from "./receipts.ts";

/** What is wrong, where, and what class of refusal it is. */
export interface Objection {
  readonly reason: ReferralRefusal;
  readonly class: MessageRefused["class"];
  readonly path: string;
}

const isEmergency = ({ content }: RegisterReferral): boolean => content.case.urgency === "EMERGENCY";

const isWire = ({ content }: RegisterReferral): boolean =>
  content.case.format !== "HUB_JSON" && content.case.format !== "FHIR";

type Check = (command: RegisterReferral) => Objection | undefined;

const messageId: Check = (command) =>
  isWire(command) && !isUuid((command.content.case.envelope.messageId ?? "").trim().toLowerCase())
    ? { reason: "MESSAGE_ID_NOT_UUID", class: "CONTENT", path: "MsgId" }
    : undefined;

// An emergency goes on without: the person is provisional until somebody knows more.
const person: Check = (command) =>
  isIdentified(command.content.identity, command.content.case.patient) || isEmergency(command)
    ? undefined
    : { reason: "PERSON_NOT_IDENTIFIED", class: "CONTENT", path: "Patient" };

const registered: Check = (command) =>
  command.replies.personFound === false && !isEmergency(command)
    ? { reason: "PERSON_NOT_REGISTERED", class: "CONTENT", path: "Patient" }
    : undefined;

const receiver: Check = ({ replies }) =>
  replies.receiverIsKnown === false
    ? { reason: "RECEIVER_UNKNOWN", class: "WRONG_RECEIVER", path: "Receiver" }
    : undefined;

const checks: ReadonlyArray<Check> = [messageId, person, registered, receiver];

/**
 * The first reason to refuse a referral by itself; none for most.
 *
 * Source: HIS 80415 (E10, E36, E21; an unknown code is no reason, an emergency needs no identity).
 */
export const objectionTo = (command: RegisterReferral): Objection | undefined => {
  for (const check of checks) {
    const found = check(command);
    if (found !== undefined) return found;
  }
  return undefined;
};
