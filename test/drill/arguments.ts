import { catalogue } from "./catalogue/catalogue.ts";

/** What the drill is asked to do. */
export interface Asked {
  readonly quick: boolean;
  readonly seed: number;
  readonly messages: number;
  /** How often each entry is played; as the catalogue says where undefined. */
  readonly runs: number | undefined;
  /** Names of tamperings; none for a drill with faults. */
  readonly sabotage: ReadonlyArray<string>;
  readonly json: string | undefined;
  readonly keep: boolean;
  /** Only entries of these names; all where there are none. */
  readonly entries: ReadonlyArray<string>;
  /** The folder of a drill's history, to go on where it ended. */
  readonly resume: string | undefined;
  /** Only tell what there is. */
  readonly list: boolean;
}

export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The ways to tamper with what a hub keeps. */
export const sabotages = ["lose", "duplicate", "swap", "wrong-person", "stale-row", "missing-receipt"] as const;
export type Sabotage = (typeof sabotages)[number];

export const usage = `samvirke drill [--small] [--entry NAME,NAME] [--list] [--resume DIR] [--seed N] [--json FILE] [--sabotage NAME] [--messages N] [--runs N] [--keep]

  Sends a mixed load through a hub of its own and plays a catalogue of troubles in the middle of its work; after each an
  independent checker compares what was sent with everything that the hub keeps. The history lies in a folder.

  --small            2,000 messages and short troubles, instead of 20,000 and long ones; also --quick
  --entry NAME,NAME  only these entries of the catalogue; may be given more than once
  --list             tells what the catalogue holds
  --resume DIR       writes the history into this folder, and leaves out what stands there as done
  --seed N           the same load again
  --json FILE        results as a list of {fault, runs, lost, duplicated, reordered, recoveryMs, …, seed}
  --sabotage NAME    no faults: tampers with what the hub keeps after a small load, and the checker must notice;
                     ${sabotages.join(", ")} or all. Ends with 1 when it did, with 0 when it did not
  --messages N       another size of the load
  --runs N           plays each entry so often
  --keep             leaves the folder with the hub's logs and data where it is

  Ends with 0 when nothing was lost, duplicated, reordered or changed, with 1 when something was, with 2 when it could not run.`;

const flags = new Set(["--small", "--quick", "--keep", "--list", "--help"]);
const valued = new Set(["--seed", "--json", "--sabotage", "--messages", "--runs", "--entry", "--resume"]);

const readPairs = (args: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  const left = [...args];
  while (left.length > 0) {
    const [name = "", glued] = (left.shift() ?? "").split(/=(.*)/s);
    if (flags.has(name) && glued === undefined) pairs.set(name, "");
    else if (valued.has(name)) {
      const value = glued ?? left.shift();
      if (value === undefined) throw new UsageError(`${name} needs a value.`);
      pairs.set(name, name === "--entry" && pairs.has(name) ? `${pairs.get(name)},${value}` : value);
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

const isSmall = (pairs: ReadonlyMap<string, string>): boolean => pairs.has("--small") || pairs.has("--quick");

const entriesIn = (text: string | undefined): ReadonlyArray<string> => {
  const names = text === undefined ? [] : text.split(",");
  const unknown = names.find((name) => !catalogue.some((entry) => entry.name === name));
  if (unknown !== undefined) throw new UsageError(`The catalogue has no entry ${unknown}. See --list.`);
  return names;
};

const sizeOf = (pairs: ReadonlyMap<string, string>): number => {
  if (pairs.has("--sabotage")) return whole(pairs, "--messages", 400);
  return whole(pairs, "--messages", isSmall(pairs) ? 2_000 : 20_000);
};

/** Reads the arguments; undefined when help was asked for. */
export const readArguments = (args: ReadonlyArray<string>): Asked | undefined => {
  const pairs = readPairs(args);
  if (pairs.has("--help")) return undefined;
  const messages = sizeOf(pairs);
  if (messages < least || messages > most) throw new UsageError(`--messages takes ${least} to ${most}.`);
  return {
    quick: isSmall(pairs),
    seed: whole(pairs, "--seed", Math.floor(Math.random() * largestSeed)),
    messages,
    runs: pairs.has("--runs") ? Math.max(1, whole(pairs, "--runs", 1)) : undefined,
    sabotage: sabotageIn(pairs.get("--sabotage")),
    json: pairs.get("--json"),
    keep: pairs.has("--keep"),
    entries: entriesIn(pairs.get("--entry")),
    resume: pairs.get("--resume"),
    list: pairs.has("--list"),
  };
};
