export { plan, planIdOf } from "./decide.ts";
export { planFact } from "./facts.ts";
export type * from "./model.ts";
