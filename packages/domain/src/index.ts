export * from "./follow-up/index.ts";
export * from "./rules/index.ts";
export * from "./sick-leave/index.ts";
export * from "./shielding.ts";
