export * from "./dialogue/index.ts";
export * from "./follow-up/index.ts";
export * from "./referral/index.ts";
export * from "./rules/index.ts";
export * from "./shielding.ts";
export * from "./sick-leave/index.ts";
