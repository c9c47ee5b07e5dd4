export { delivery, deliveryDecisions } from "./decide.ts";
export { outgoingFacts, settledFacts } from "./facts.ts";
export { routeKey } from "./match.ts";
export type * from "./model.ts";
export { nextReceiptDay } from "./next-day.ts";
export { sentOutBy } from "./sent-out.ts";
export { outcomeFor } from "./state.ts";
