const frame = (stack: string | undefined): string => {
  const line = stack?.split("\n").find((text) => /^\s+at /.test(text)) ?? "";
  const place = /([^/\\(]+:\d+):\d+\)?$/.exec(line.trim())?.[1];
  return place === undefined ? "" : ` at ${place}`;
};

/** Kind and place of an unknown error, without its message: that may quote a value. */
export const describeDefect = (error: unknown): string =>
  error instanceof Error ? `${error.name}${frame(error.stack)}` : `a thrown ${typeof error}`;

// Node's own argument errors (ERR_…) quote the argument.
const hasTellableCode = (error: Error): boolean => "code" in error && !String(error.code).startsWith("ERR_");

const isOurs = (error: Error): boolean => "fate" in error || "constraint" in error || hasTellableCode(error);

/** Why something is unavailable; our own ports' messages carry no value and are told as they are. */
export const describeTrouble = (error: unknown): string =>
  error instanceof Error && isOurs(error) ? error.message : describeDefect(error);
