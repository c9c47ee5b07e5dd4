/** Closes an exhaustive switch; a missing case is a type error at the call. */
export const absurd = (value: never): never => {
  throw new Error(`unhandled case of type ${typeof value}`);
};
