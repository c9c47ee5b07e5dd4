export * from "./rules/index.ts";
export * from "./sick-leave/index.ts";
