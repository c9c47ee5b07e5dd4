import { createSecretKey, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const keyBytes = 32;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const create = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, `${randomBytes(keyBytes).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another process was first; its key is the key.
    if (!hasCode(error, "EEXIST")) throw error;
  }
};

const read = async (path: string): Promise<KeyObject> => {
  const bytes = Buffer.from((await readFile(path, "utf8")).trim(), "hex");
  if (bytes.byteLength !== keyBytes) throw new Error("the master key's file does not hold 32 bytes in hex");
  return createSecretKey(bytes);
};

/** The master key of a file (32 bytes in hex). A missing file is made, readable by its owner only, when `create` says so. */
export const loadMasterKey = async (path: string, options: { readonly create?: boolean } = {}): Promise<KeyObject> => {
  if (options.create === true) await create(path);
  return read(path);
};
