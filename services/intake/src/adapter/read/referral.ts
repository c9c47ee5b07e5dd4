import type { RegisterReferral, RegistryReplies } from "@samvirke/domain";
import { isWelfareParty } from "@samvirke/contracts";
import { namesIn, nationalNumber } from "@samvirke/domain";
import type { ParsedReferral } from "@samvirke/formats";
import { parseReferral } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { personSubject } from "../subject.ts";
import type { Subject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { receivedOf, unreadable } from "./inbound.ts";
import { hashNames } from "./referral-names.ts";
import { unreadableClass } from "./unreadable.ts";

/** What the registers say of the person that a referral names. */
export const referralReplies = ({ patient }: Subject, replies: RegistryReplies): RegisterReferral["replies"] => {
  if (patient === undefined) return { personFound: null, currentNumber: null, receiverIsKnown: null };
  const { found, currentNumber } = replies.patient;
  return {
    personFound: found,
    currentNumber: currentNumber === undefined || currentNumber === patient ? null : nationalNumber(currentNumber),
    receiverIsKnown: null,
  };
};

const referralOf = (arrived: Arrived, parsed: ParsedReferral, { pepper }: ReadDeps): Inbound => {
  const { identity, case: shared, medical } = parsed;
  const received = receivedOf(arrived, shared.envelope);
  const made: Omit<RegisterReferral, "replies"> = {
    type: "RegisterReferral",
    received,
    names: hashNames(pepper, namesIn(shared, received.sender)),
    answers: isWelfareParty(shared.envelope.receiver?.organisations ?? []) ? "HUB" : "RECEIVER",
    content: { identity, case: shared, medical },
    contentKey: pepper("content", parsed.content),
  };
  const subject = personSubject(identity.number?.value, arrived.bytes);
  return {
    subject,
    ask: (replies) => ({ aggregate: "referral", command: { ...made, replies: referralReplies(subject, replies) } }),
  };
};

/** Henvisning 0.9 to 2.0, in any part of its life cycle. */
export const readReferral: Reader = (arrived, deps) => {
  const parsed = parseReferral(arrived.bytes);
  if (E.isLeft(parsed)) {
    const { class: reason, findings, envelope } = parsed.left;
    return unreadable(receivedOf(arrived, envelope ?? null), ...unreadableClass(reason, findings));
  }
  return referralOf(arrived, parsed.right, deps);
};
