import type { Received } from "../sick-leave/index.ts";
import type { ReferralEvent } from "./model.ts";
import type { ReferralRefusal } from "./receipts.ts";
import { referralRefusals, refusal } from "./receipts.ts";

/** The fact that a message goes no further, with the receipt that says why. */
export const refused = (received: Received, reason: ReferralRefusal): ReferralEvent => {
  const { class: found, path } = referralRefusals[reason];
  return {
    type: "MessageRefused",
    value: {
      archiveId: received.archiveId,
      class: found,
      receivedAt: received.receivedAt,
      conflictsWith: found === "CONFLICT" ? received.conflictsWith : null,
      case: {
        sender: received.sender,
        senderAliases: received.senderAliases,
        wireMsgId: received.wireMsgId,
        envelope: received.envelope,
        findings: [{ path, rule: reason }],
        receipt: refusal(received.envelope, reason),
      },
    },
  };
};
