export { removed, sealedParts, shown } from "./change.ts";
export type { Shown } from "./change.ts";
export { drop, filterOf, grants, kept, keptColumns, put, slot, slotColumns, subject } from "./rows.ts";
export type { Keepable } from "./rows.ts";
export { moveReferrals, noReferrals, referralBytes, referralTypes } from "./referral-fold.ts";
export type { ReferralStep, ReferralsMoved, ReferralType } from "./referral-fold.ts";
export * from "./subject-rows.ts";
export { partyFilter, sharedTables } from "./tables.ts";
export { caseOf } from "./case-of.ts";
