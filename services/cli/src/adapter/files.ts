import { glob, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Io } from "./io.ts";
import { UsageError } from "./io.ts";

/** Something to be sent: its name as it is told, and how to get its bytes. */
export interface Source {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

const fromDisk = (path: string): Source => ({ name: path, read: () => readFile(path) });

const kindOf = async (path: string): Promise<"file" | "folder" | undefined> => {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
};

const inFolder = async (folder: string): Promise<ReadonlyArray<string>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
};

const matching = async (pattern: string): Promise<ReadonlyArray<string>> => {
  const found: Array<string> = [];
  for await (const path of glob(pattern)) if ((await kindOf(path)) === "file") found.push(path);
  return found.toSorted();
};

const expand = async (argument: string): Promise<ReadonlyArray<string>> => {
  const kind = await kindOf(argument);
  if (kind === "file") return [argument];
  const found = kind === "folder" ? await inFolder(argument) : await matching(argument);
  if (found.length === 0) throw new UsageError(`No file: ${argument}`);
  return found;
};

/** The files that arguments name: files, folders with what lies below, patterns; `-` is standard input. */
export const sourcesOf = async (io: Pick<Io, "stdin">, args: ReadonlyArray<string>): Promise<ReadonlyArray<Source>> => {
  const all: Array<Source> = [];
  for (const argument of args) {
    if (argument === "-") all.push({ name: "-", read: io.stdin });
    else all.push(...(await expand(argument)).map(fromDisk));
  }
  return all;
};

const byEnding: Readonly<Record<string, string>> = { xml: "application/xml", json: "application/json" };

// Byte order marks, blanks and the zero bytes of wide encodings come before the first sign.
const firstSign = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^[\u00EF\u00BB\u00BF\u00FE\u00FF\s]+/, "")
    .slice(0, 1);

const byFirstSign: Readonly<Record<string, string>> = {
  "": "application/xml",
  "<": "application/xml",
  "{": "application/json",
  "[": "application/json",
};

/** The media type that a gateway chooses its reader by: by the name's ending, else by the first sign. */
export const contentType = (name: string, bytes: Uint8Array): string => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return byEnding[ending] ?? byFirstSign[firstSign(bytes)] ?? "application/octet-stream";
};
