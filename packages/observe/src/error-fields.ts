const nameForm = /^[A-Za-z]\w{0,59}$/;
const codeForm = /^[\w-]{1,60}$/;
const frameForm = /\b((?:packages|services|infra|test)\/[\w./-]{1,200}\.m?[tj]s):(\d{1,5}):(\d{1,5})\)?$/;
// A date of birth is no part of a name, a code or a path of ours.
const dateRun = /\d{6}/;

const mostFrames = 8;
const mostCauses = 3;

const clean = (form: RegExp, value: unknown): string | undefined =>
  typeof value === "string" && form.test(value) && !dateRun.test(value) ? value : undefined;

const property = (error: Error, key: string): unknown =>
  key in error ? (error as unknown as Record<string, unknown>)[key] : undefined;

/** Where it happened in our own files. The message stands before the frames and may look like one: it is cut off first. */
const framesOf = (error: Error): ReadonlyArray<string> => {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const start = stack.indexOf(error.message);
  const body = error.message === "" || start < 0 ? stack : stack.slice(start + error.message.length);
  const frames = body.split("\n").flatMap((line) => {
    const match = line.trimStart().startsWith("at ") && !line.includes("node_modules") ? frameForm.exec(line) : null;
    return match === null || dateRun.test(match[1] ?? "") ? [] : [`${match[1]}:${match[2]}:${match[3]}`];
  });
  return frames.slice(0, mostFrames);
};

const identify = (error: Error): string =>
  [
    clean(nameForm, error.name) ?? "Error",
    clean(codeForm, property(error, "type")) ?? clean(codeForm, property(error, "code")),
  ]
    .filter((part) => part !== undefined)
    .join(" ");

const causesOf = (error: Error): ReadonlyArray<string> => {
  const causes: Array<string> = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < mostCauses; cause = cause.cause)
    causes.push(identify(cause));
  return causes;
};

/**
 * What may be told of an error: its name, code, fate and constraint, its causes' names, and our own stack frames.
 *
 * Shape: never a message. A library's message quotes the value that it could not take.
 */
export const errorFields = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const causes = causesOf(error);
  const at = framesOf(error);
  return {
    name: clean(nameForm, error.name) ?? "Error",
    code: clean(codeForm, property(error, "type")) ?? clean(codeForm, property(error, "code")),
    fate: clean(nameForm, property(error, "fate")),
    constraint: clean(nameForm, property(error, "constraint")),
    ...(causes.length === 0 ? {} : { causes }),
    ...(at.length === 0 ? {} : { at }),
  };
};
