/** In what form a referral from welfare leaves for health. */
export type WelfareReferralForm = "DIALOGUE_MESSAGE" | "REFERRAL";

/** How the party file has a receiver. */
export interface ReceiverPolicy {
  /** Whether the unit is registered as taking referrals from welfare. */
  readonly takesWelfareReferrals: boolean;
}

/**
 * NAV is no ordinary referrer to specialist care: unless the receiver is registered as taking its referrals, what NAV asks for
 * goes to the person's doctor as a dialogue message (8127/8 or 8129/1).
 *
 * Source: canonical model R33 (our reading; no national contract exists).
 */
export const welfareReferralForm = ({ takesWelfareReferrals }: ReceiverPolicy): WelfareReferralForm =>
  takesWelfareReferrals ? "REFERRAL" : "DIALOGUE_MESSAGE";
