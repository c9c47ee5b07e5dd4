import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { E } from "@samvirke/kernel";
import { RegistriesFile } from "./config.ts";
import { registriesOf } from "./local.ts";
import type { Registries } from "./port.ts";
import { registryFailure } from "./port.ts";

const whereWrong = (left: ReadonlyArray<{ readonly context: ReadonlyArray<{ readonly key: string }> }>): string =>
  left[0]?.context
    .map(({ key }) => key)
    .filter((key) => key !== "")
    .join("/") ?? "";

// Somebody may be saving the file just now, and a syntax error would quote it.
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw registryFailure("persons", "the data file is no JSON");
  }
};

const read = async (path: string): Promise<Registries> => {
  const decoded = RegistriesFile.decode(parse(await readFile(path, "utf8")));
  if (E.isRight(decoded)) return registriesOf(decoded.right);
  throw registryFailure("persons", `the data file is not as expected at ${whereWrong(decoded.left)}`);
};

interface Loaded {
  readonly changedAt: number;
  readonly registries: Registries;
}

/** The local stand-in: registers in a data file that may be edited while the hub runs. */
export const fileRegistries = (path: string): Registries => {
  const kept: { now?: Loaded } = {};
  const current = async (): Promise<Registries> => {
    // A look takes microseconds; handed to another thread it takes ten times as long.
    const changedAt = statSync(path).mtimeMs;
    if (kept.now?.changedAt !== changedAt) kept.now = { changedAt, registries: await read(path) };
    return kept.now.registries;
  };
  return {
    persons: async (numbers) => (await current()).persons(numbers),
    clinicians: async (numbers) => (await current()).clinicians(numbers),
    suspensions: async (questions) => (await current()).suspensions(questions),
    addresses: async (references) => (await current()).addresses(references),
    employments: async (questions) => (await current()).employments(questions),
  };
};
