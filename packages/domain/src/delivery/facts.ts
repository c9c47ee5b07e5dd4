import type { DeliverySettled } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { OutgoingFact, SettledFact } from "../follow-up/facts.ts";
import { routeKey } from "./match.ts";
import type { Outgoing } from "./model.ts";

/** What opens the duty RECEIPT: one for each receiver. */
export const outgoingFacts = ({ messageId, sentAt, addressees }: Outgoing): ReadonlyArray<OutgoingFact> =>
  addressees.map(({ receiver }) => ({ fact: "OUTGOING", id: messageId, receiver: routeKey(receiver), at: sentAt }));

/** What closes it; none for a time-out, which the duty itself tells when it falls due, or a receipt that waits. */
export const settledFacts = (settled: DeliverySettled): ReadonlyArray<SettledFact> =>
  settled.ahead || settled.outcome === "OVERDUE"
    ? []
    : [
        {
          fact: "SETTLED",
          id: settled.messageId,
          receiver: routeKey(settled.case.receiver),
          on: osloDay(settled.settledAt),
        },
      ];
