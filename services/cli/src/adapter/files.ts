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

const avro = "application/vnd.apache.avro";
const byEnding: Readonly<Record<string, string>> = { xml: "application/xml", avro };

// Byte order marks, blanks and the zero bytes of wide encodings come before the first sign.
const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 4_000))
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^[\u00EF\u00BB\u00BF\u00FE\u00FF\s]+/, "");

const byFirstSign: Readonly<Record<string, string>> = {
  "": "application/xml",
  "<": "application/xml",
  "{": "application/json",
  "[": "application/json",
};

// A registry's frame begins with a zero byte, a file of records with its mark; "<" after a zero is XML in UTF-16.
const isAvro = (bytes: Uint8Array): boolean =>
  (bytes.length > 5 && bytes[0] === 0 && bytes[1] !== 0x3c) ||
  Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from("Obj\u0001"));

const isFhir = (start: string): boolean => /^\{\s*"resourceType"\s*:/.test(start);

const bySign = (bytes: Uint8Array): string | undefined => {
  const start = startOf(bytes);
  return isFhir(start) ? "application/fhir+json" : byFirstSign[start.slice(0, 1)];
};

const json = (bytes: Uint8Array): string => (isFhir(startOf(bytes)) ? "application/fhir+json" : "application/json");

/** The media type that a gateway chooses its reader by: by the name's ending, else by how the content begins. */
export const contentType = (name: string, bytes: Uint8Array): string => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "json") return json(bytes);
  return byEnding[ending] ?? (isAvro(bytes) ? avro : bySign(bytes)) ?? "application/octet-stream";
};
