export type { Fields } from "./fields.ts";
export type { Level, Observe, ObserveOptions } from "./observe.ts";
export { makeObserve } from "./observe.ts";
