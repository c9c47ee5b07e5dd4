export type { Fields } from "./fields.ts";
export { makeMetrics, metricsContentType } from "./metrics.ts";
export type { Counter, Gauge, Histogram, Labels, Metrics } from "./metrics.ts";
export type { Level, Observe, ObserveOptions } from "./observe.ts";
export { makeObserve } from "./observe.ts";
export { nextTrace } from "./trace.ts";
export type { Trace } from "./trace.ts";
