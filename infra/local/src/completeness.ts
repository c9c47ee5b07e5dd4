import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stampName = "complete.json";

interface Extent {
  readonly files: number;
  readonly bytes: number;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== stampName)
    .map((entry) => join(entry.parentPath, entry.name));

const extentOf = (folder: string): Extent => {
  const sizes = filesIn(folder).map((file) => statSync(file).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
};

/** Says that everything in this folder has arrived. */
export const sealFolder = (folder: string): void =>
  writeFileSync(join(folder, stampName), JSON.stringify(extentOf(folder)));

/** True when the folder was sealed and still holds as many files and bytes as then. */
export const isComplete = (folder: string): boolean => {
  try {
    const { files, bytes } = JSON.parse(readFileSync(join(folder, stampName), "utf8")) as Extent;
    const now = extentOf(folder);
    return now.files === files && now.bytes === bytes;
  } catch {
    return false;
  }
};

// A jar is a zip: its directory stands at the end, after at most 64 KiB of comment. What was cut off has none.
const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

const isWhole = (jar: string): boolean => {
  const file = openSync(jar, "r");
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, 65_557));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail.includes(endOfDirectory);
  } finally {
    closeSync(file);
  }
};

/** The archives in a folder that were cut off on their way. */
export const brokenArchives = (folder: string): readonly string[] =>
  filesIn(folder).filter((file) => file.endsWith(".jar") && !isWhole(file));
