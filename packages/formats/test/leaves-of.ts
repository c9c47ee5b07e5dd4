import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The committed list of a schema's leaves. */
export const leavesOf = (name: string): ReadonlyArray<string> =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}-leaves.txt`, import.meta.url)), "utf8")
    .trim()
    .split("\n");
