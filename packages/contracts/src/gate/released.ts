import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AvroRecord } from "../schema/avro.ts";
import { fullName } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import { sharedArea } from "../schema/catalogue.ts";
import type { SchemaFile } from "../schema/files.ts";
import type { SchemaFinding } from "../schema/finding.ts";
import { namedTypes } from "../schema/named.ts";

/** SHA-256 of each released file by its path below `schemas/`. */
export type Released = Readonly<Record<string, string>>;

const releasedName = "released.json";

/** The released files that the schema folder lists. */
export const readReleased = (folder: string): Released => {
  const path = join(folder, releasedName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Released) : {};
};

/** SHA-256 of a schema file, lower-case hex. */
export const fileHash = (file: SchemaFile): string => createHash("sha256").update(file.text).digest("hex");

const lintEntry = (catalogue: Catalogue, [path, hash]: readonly [string, string]): ReadonlyArray<SchemaFinding> => {
  const file = catalogue.files.find((candidate) => candidate.path === path);
  if (!file) return [{ path, rule: "a released file is gone" }];
  return fileHash(file) === hash ? [] : [{ path, rule: "a released file changed" }];
};

const sharedUsed = (catalogue: Catalogue, record: AvroRecord): ReadonlyArray<SchemaFile> => {
  const names = new Set(namedTypes(record).map(fullName));
  const version = (file: SchemaFile): number => record.uses?.[fullName(file.record)] ?? 1;
  return catalogue.files.filter(
    (file) => file.area === sharedArea && names.has(fullName(file.record)) && file.version === version(file),
  );
};

/** A released contract is only as fixed as the shared records inside it. */
const lintShared = (catalogue: Catalogue, released: Released): ReadonlyArray<SchemaFinding> =>
  catalogue.contracts
    .filter((contract) => contract.file.path in released)
    .flatMap((contract) => sharedUsed(catalogue, contract.record))
    .filter((file) => !(file.path in released))
    .map((file) => ({ path: file.path, rule: "a released contract uses this file, so it is released with it" }));

/** What was released and is no longer as it was. */
export const lintReleased = (catalogue: Catalogue, released: Released): ReadonlyArray<SchemaFinding> => [
  ...Object.entries(released).flatMap((entry) => lintEntry(catalogue, entry)),
  ...lintShared(catalogue, released),
];
