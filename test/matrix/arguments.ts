/** What the matrix is asked to do. */
export interface Asked {
  readonly json: string | undefined;
  /** Rows to play; undefined for all. */
  readonly only: ReadonlyArray<string> | undefined;
}

export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `npm run matrix -- [--json FILE] [--only R14,R19]

  Sends messages for every row of the translation matrix through a hub of its own and compares what follows (events,
  what each side sees, documents and receipt) with a table that was written by hand.

  --json FILE   the whole report, what was seen included
  --only ROWS   only these rows, parted by commas

  Ends with 0 when every row holds and every event was seen, with 1 when one does not, with 2 when it could not run.
  With --only, events that were not seen do not count.`;

const valueOf = (args: ReadonlyArray<string>, at: number): string => {
  const value = args[at];
  if (value === undefined || value === "" || value.startsWith("--"))
    throw new UsageError(`${args[at - 1] ?? ""} needs a value.`);
  return value;
};

const rowsIn = (text: string): ReadonlyArray<string> => {
  const rows = text.split(",").map((row) => row.trim().toUpperCase());
  const wrong = rows.find((row) => !/^R([1-9]|[1-4]\d|5[0-6])$/.test(row));
  if (wrong !== undefined) throw new UsageError(`There is no row ${wrong}.`);
  return rows;
};

/** Reads the arguments; undefined when help was asked for. Throws UsageError. */
export const readArguments = (args: ReadonlyArray<string>): Asked | undefined => {
  const read: { json?: string; only?: ReadonlyArray<string> } = {};
  const parted = args.flatMap((one) => (one.startsWith("--") ? one.split(/=(.*)/s).slice(0, 2) : [one]));
  for (let at = 0; at < parted.length; at += 2) {
    if (parted[at] === "--help") return undefined;
    if (parted[at] === "--json") read.json = valueOf(parted, at + 1);
    else if (parted[at] === "--only") read.only = rowsIn(valueOf(parted, at + 1));
    else throw new UsageError(`The matrix does not know ${parted[at] ?? ""}.`);
  }
  return { json: read.json, only: read.only };
};
