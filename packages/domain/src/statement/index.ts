export { statement } from "./decide.ts";
export { statementIdOf } from "./events.ts";
export type * from "./model.ts";
