/** What the drill is asked to do. */
export interface Asked {
  readonly quick: boolean;
  readonly seed: number;
  readonly messages: number;
  /** How often each fault is brought about. */
  readonly runs: number;
  /** Names of tamperings; none for a drill with faults. */
  readonly sabotage: ReadonlyArray<string>;
  readonly json: string | undefined;
  readonly keep: boolean;
  /** Only faults whose name has this in it. */
  readonly only: string | undefined;
}

export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The ways to tamper with what a hub keeps. */
export const sabotages = ["lose", "duplicate", "swap", "wrong-person", "stale-row", "missing-receipt"] as const;
export type Sabotage = (typeof sabotages)[number];

export const usage = `npm run drill -- [--quick] [--seed N] [--json FILE] [--sabotage NAME] [--messages N] [--runs N] [--only NAME] [--keep]

  Sends a load through a hub of its own and kills its processes in the middle of their work; then an independent checker
  compares what was sent with everything that the hub keeps.

  --quick            2,000 messages and each fault once, instead of 20,000 and three times
  --seed N           the same load again
  --json FILE        results as a list of {fault, runs, lost, duplicated, reordered, recoveryMs, …, seed}
  --sabotage NAME    no faults: tampers with what the hub keeps after a small load, and the checker must notice;
                     ${sabotages.join(", ")} or all. Ends with 1 when it did, with 0 when it did not
  --messages N       another size of the load
  --runs N           another number of kills for each fault
  --only NAME        only faults with this in their name
  --keep             leaves the folder with ledger, logs and data where it is

  Ends with 0 when nothing was lost, duplicated, reordered or changed, with 1 when something was, with 2 when it could not run.`;

const flags = new Set(["--quick", "--keep", "--help"]);
const valued = new Set(["--seed", "--json", "--sabotage", "--messages", "--runs", "--only"]);

const readPairs = (args: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  const left = [...args];
  while (left.length > 0) {
    const [name = "", glued] = (left.shift() ?? "").split(/=(.*)/s);
    if (flags.has(name) && glued === undefined) pairs.set(name, "");
    else if (valued.has(name)) {
      const value = glued ?? left.shift();
      if (value === undefined) throw new UsageError(`${name} needs a value.`);
      pairs.set(name, value);
    } else throw new UsageError(`The drill does not know ${name}.`);
  }
  return pairs;
};

const whole = (pairs: ReadonlyMap<string, string>, name: string, otherwise: number): number => {
  const text = pairs.get(name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${name} takes a whole number.`);
  return Number(text);
};

const sabotageIn = (name: string | undefined): ReadonlyArray<string> => {
  if (name === undefined) return [];
  if (name === "all") return sabotages;
  if (!sabotages.some((known) => known === name))
    throw new UsageError(`--sabotage takes ${sabotages.join(", ")} or all.`);
  return [name];
};

const largestSeed = 1_000_000;
const most = 200_000;
const least = 100;

const sizeOf = (pairs: ReadonlyMap<string, string>): number => {
  if (pairs.has("--sabotage")) return whole(pairs, "--messages", 400);
  return whole(pairs, "--messages", pairs.has("--quick") ? 2_000 : 20_000);
};

/** Reads the arguments; undefined when help was asked for. */
export const readArguments = (args: ReadonlyArray<string>): Asked | undefined => {
  const pairs = readPairs(args);
  if (pairs.has("--help")) return undefined;
  const messages = sizeOf(pairs);
  if (messages < least || messages > most) throw new UsageError(`--messages takes ${least} to ${most}.`);
  return {
    quick: pairs.has("--quick"),
    seed: whole(pairs, "--seed", Math.floor(Math.random() * largestSeed)),
    messages,
    runs: Math.max(1, whole(pairs, "--runs", pairs.has("--quick") ? 1 : 3)),
    sabotage: sabotageIn(pairs.get("--sabotage")),
    json: pairs.get("--json"),
    keep: pairs.has("--keep"),
    only: pairs.get("--only"),
  };
};
