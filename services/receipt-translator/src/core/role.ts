import type { WireEnvelope } from "@samvirke/contracts";
import { isWelfareParty } from "@samvirke/contracts";

/** As whom welfare answers, and the envelope as that receiver sees it. */
export interface Answering {
  readonly role: "MAIN" | "COPY";
  readonly envelope: WireEnvelope;
}

/**
 * The hub answers for welfare. Where welfare is a copy receiver, the receipt is the copy receiver's.
 *
 * Source: HIS 80415: every receiver answers for itself, a copy receiver in that role.
 */
export const answeringFor = (envelope: WireEnvelope): Answering => {
  const isMain = isWelfareParty(envelope.receiver?.organisations ?? []);
  const copy = isMain ? undefined : envelope.otherReceivers.find(({ organisations }) => isWelfareParty(organisations));
  if (copy === undefined) return { role: "MAIN", envelope };
  const { comMethod, organisations } = copy;
  return { role: "COPY", envelope: { ...envelope, receiver: { comMethod, organisations } } };
};
