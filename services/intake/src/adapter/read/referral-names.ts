import type { NameParts, ReferralNames } from "@samvirke/domain";
import type { Pepper } from "../pepper.ts";

/** HMACs over the names that a message gives. */
export const hashNames = (pepper: Pepper, { referral, message, earlier }: NameParts): ReferralNames => ({
  referral: referral === null ? null : pepper(...referral),
  message: message === null ? null : pepper(...message),
  earlier: earlier.map((parts) => pepper(...parts)),
});
