export { delivery } from "./decide.ts";
export { outgoingFacts, settledFacts } from "./facts.ts";
export { routeKey } from "./match.ts";
export type * from "./model.ts";
export { outcomeFor } from "./state.ts";
