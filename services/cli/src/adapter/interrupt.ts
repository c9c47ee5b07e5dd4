/** Calls once when somebody breaks the command off; the answer takes the listening away. */
export const onInterrupt = (call: () => void): (() => void) => {
  process.once("SIGINT", call);
  return () => void process.off("SIGINT", call);
};
