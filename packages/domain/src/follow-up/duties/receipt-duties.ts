import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";

const hour = 3_600_000;

/** Each receiver's system is to answer what the hub sent. Nothing withdraws it, not even that the message is out of date. */
export const receiptDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  ofKind(facts, "OUTGOING").map(({ id, receiver, at }) => {
    const settled = ofKind(facts, "SETTLED").filter((one) => one.id === id && one.receiver === receiver);
    const due = osloDay(at + policy.receiptHours * hour);
    return duty(policy, {
      kind: "RECEIPT",
      cause: id,
      since: osloDay(at),
      due,
      party: receiver,
      closedOn: firstOf(settled),
    });
  });
