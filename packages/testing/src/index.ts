export * from "./memory-log.ts";
export type { DeliveryHooks } from "./memory-subscription.ts";
export * from "./specification.ts";
export { makeMemoryStore } from "./memory-store.ts";
export type { MemoryStore, MemoryStoreOptions, MemoryStorePort } from "./memory-store.ts";
export type { MemoryTables } from "./memory-tables.ts";
export type { MemoryStoreHooks } from "./memory-transaction.ts";
