import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Output } from "./output.ts";

const generatedFolder = "packages/contracts/src/generated";

const leftovers = (root: string, outputs: ReadonlyArray<Output>): ReadonlyArray<string> => {
  const folder = join(root, generatedFolder);
  if (!existsSync(folder)) return [];
  const wanted = new Set(outputs.map((output) => output.path));
  return readdirSync(folder)
    .map((name) => `${generatedFolder}/${name}`)
    .filter((path) => !wanted.has(path));
};

const differs = (root: string, output: Output): boolean => {
  const path = join(root, output.path);
  return !existsSync(path) || readFileSync(path, "utf8") !== output.text;
};

/** Paths of generated files that are missing, differ from the schemas, or are no longer generated. */
export const drift = (root: string, outputs: ReadonlyArray<Output>): ReadonlyArray<string> => [
  ...outputs.filter((output) => differs(root, output)).map((output) => output.path),
  ...leftovers(root, outputs),
];

/** Writes what differs and removes what is no longer generated. */
export const writeOutputs = (root: string, outputs: ReadonlyArray<Output>): void => {
  for (const path of leftovers(root, outputs)) rmSync(join(root, path));
  for (const output of outputs.filter((candidate) => differs(root, candidate))) {
    mkdirSync(dirname(join(root, output.path)), { recursive: true });
    writeFileSync(join(root, output.path), output.text);
  }
};
