import type { ReferralCase } from "@samvirke/contracts";

/** What a message does with a referral. */
export type ReferralLifecycle = "NEW" | "CHANGE" | "ADDITION" | "REPLACEMENT" | "CANCELLATION" | "HISTORY";

const codes: Readonly<Record<string, ReferralLifecycle>> = {
  N: "NEW",
  M: "CHANGE",
  A: "ADDITION",
  O: "REPLACEMENT",
  C: "CANCELLATION",
  H: "HISTORY",
};

/** By list 7309; an unknown code is no reason to refuse, and what says nothing of an earlier message is new. */
export const lifecycleOf = ({ lifecycle }: ReferralCase): ReferralLifecycle =>
  codes[(lifecycle?.code ?? "").trim().toUpperCase()] ?? "NEW";
