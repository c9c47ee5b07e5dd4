import { createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";

const keyBytes = 32;

/** HMACs under the pepper, lower-case hex: names for values that must not lie in the open. */
export type Pepper = (...parts: ReadonlyArray<string>) => string;

// Lengths before the parts, so that ("ab", "c") and ("a", "bc") differ.
const prefixed = (parts: ReadonlyArray<string>): string =>
  parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

export const makePepper =
  (key: KeyObject): Pepper =>
  (...parts) =>
    createHmac("sha256", key).update(prefixed(parts)).digest("hex");

/** The pepper of a file (32 bytes in hex), which lies beside the master key and never in the database. */
export const readPepper = async (path: string): Promise<Pepper> => {
  const bytes = Buffer.from((await readFile(path, "utf8")).trim(), "hex");
  if (bytes.byteLength !== keyBytes) throw new Error("the pepper's file does not hold 32 bytes in hex");
  return makePepper(createSecretKey(bytes));
};
