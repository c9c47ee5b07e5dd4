import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { AvroRecord } from "./avro.ts";

/** One authored schema file. */
export interface SchemaFile {
  /** Path below the schema folder, with `/`. */
  readonly path: string;
  readonly area: string;
  /** The kebab-case name before `.vN.avsc`. */
  readonly stem: string;
  readonly version: number;
  readonly text: string;
  readonly record: AvroRecord;
}

const fileForm = /^(?<stem>[a-z0-9-]+)\.v(?<version>[1-9]\d*)\.avsc$/;

/** The folder of the authored schemas. */
export const schemaFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve("@samvirke/schemas/package.json"));

const readSchemaFile = (folder: string, area: string, name: string): SchemaFile => {
  const path = `${area}/${name}`;
  const parts = fileForm.exec(name)?.groups;
  if (!parts) throw new Error(`schemas/${path} is not named <kebab-name>.vN.avsc`);
  const text = readFileSync(join(folder, area, name), "utf8");
  const record = JSON.parse(text) as AvroRecord;
  if (record.type !== "record" || !Array.isArray(record.fields)) throw new Error(`schemas/${path} holds no record`);
  return { path, area, stem: parts["stem"] ?? "", version: Number(parts["version"]), text, record };
};

/** All schema files, by area, name and version. */
export const readSchemaFiles = (folder: string): ReadonlyArray<SchemaFile> =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => namesIn(join(folder, entry.name)).map((name) => readSchemaFile(folder, entry.name, name)))
    .sort((a, b) => a.area.localeCompare(b.area) || a.stem.localeCompare(b.stem) || a.version - b.version);

const namesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder).filter((name) => basename(name).endsWith(".avsc"));

/** A golden sample: the authored shape of a record, as JSON. */
export const readSample = (folder: string, file: SchemaFile, name: "min" | "full"): unknown =>
  JSON.parse(readFileSync(samplePath(folder, file, name), "utf8"));

export const samplePath = (folder: string, file: SchemaFile, name: "min" | "full"): string =>
  join(folder, file.area, "samples", file.stem, `v${file.version}`, `${name}.json`);
