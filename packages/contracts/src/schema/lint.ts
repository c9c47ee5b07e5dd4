import type { Catalogue } from "./catalogue.ts";
import { loadCatalogue } from "./catalogue.ts";
import type { SchemaFinding } from "./finding.ts";
import { lintHouse } from "./lint-house.ts";
import { lintFile } from "./lint-file.ts";
import { lintProtection } from "./lint-protection.ts";
import { lintShape } from "./lint-shape.ts";

/** Everything in a catalogue that breaks the conventions of authored schemas. */
export const lintCatalogue = (catalogue: Catalogue): ReadonlyArray<SchemaFinding> => [
  ...catalogue.files.flatMap(lintFile),
  ...catalogue.files.flatMap(lintShape),
  ...catalogue.contracts.flatMap(lintProtection),
  ...lintHouse(catalogue),
];

/** Lints the authored schemas; empty when all is well. */
export const lintSchemas = (folder?: string): ReadonlyArray<SchemaFinding> => lintCatalogue(loadCatalogue(folder));
