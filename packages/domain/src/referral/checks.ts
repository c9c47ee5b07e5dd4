import { isUuid } from "@samvirke/kernel";
import { isIdentified } from "./identity.ts";
import type { RegisterReferral } from "./model.ts";
import type { ReferralRefusal } from "./receipts.ts";

const isEmergency = ({ content }: RegisterReferral): boolean => content.case.urgency === "EMERGENCY";

const isWire = ({ content }: RegisterReferral): boolean =>
  content.case.format !== "HUB_JSON" && content.case.format !== "FHIR";

type Check = (command: RegisterReferral) => ReferralRefusal | undefined;

const messageId: Check = (command) =>
  isWire(command) && !isUuid((command.content.case.envelope.messageId ?? "").trim().toLowerCase())
    ? "MESSAGE_ID_NOT_UUID"
    : undefined;

// An emergency goes on without: the person is provisional until somebody knows more.
const person: Check = (command) =>
  isIdentified(command.content.identity, command.content.case.patient) || isEmergency(command)
    ? undefined
    : "PERSON_NOT_IDENTIFIED";

const registered: Check = (command) =>
  command.replies.personFound === false && !isEmergency(command) ? "PERSON_NOT_REGISTERED" : undefined;

const receiver: Check = ({ replies }) => (replies.receiverIsKnown === false ? "RECEIVER_UNKNOWN" : undefined);

const checks: ReadonlyArray<Check> = [messageId, person, registered, receiver];

/**
 * The first reason to refuse a referral by itself; none for most.
 *
 * Source: HIS 80415 (E10, E36, E21; an unknown code is no reason, an emergency needs no identity).
 */
export const objectionTo = (command: RegisterReferral): ReferralRefusal | undefined => {
  for (const check of checks) {
    const found = check(command);
    if (found !== undefined) return found;
  }
  return undefined;
};
