export * from "./memory-log.ts";
export type { DeliveryHooks } from "./memory-subscription.ts";
export * from "./specification.ts";
