// The house subset of fp-ts. Nothing else is imported from it (the ESM path needs `lib/X.js`).
export { flow, pipe } from "fp-ts/lib/function.js";
export * as E from "fp-ts/lib/Either.js";
export * as O from "fp-ts/lib/Option.js";
export * as RA from "fp-ts/lib/ReadonlyArray.js";
export * as RR from "fp-ts/lib/ReadonlyRecord.js";
export * as TE from "fp-ts/lib/TaskEither.js";
export type { Either } from "fp-ts/lib/Either.js";
export type { Option } from "fp-ts/lib/Option.js";
export type { TaskEither } from "fp-ts/lib/TaskEither.js";
