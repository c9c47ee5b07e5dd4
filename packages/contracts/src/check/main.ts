import { dirname } from "node:path";
import { gateCatalogue } from "../gate/gate.ts";
import { drift } from "../generate/drift.ts";
import { generate } from "../generate/generate.ts";
import { loadCatalogue } from "../schema/catalogue.ts";
import { lintCatalogue } from "../schema/lint.ts";

const catalogue = loadCatalogue();
const stale = drift(dirname(catalogue.folder), generate(catalogue));
const findings = [
  ...lintCatalogue(catalogue),
  ...gateCatalogue(catalogue),
  ...stale.map((path) => ({ path, rule: "follows from schemas/ (npm run generate)" })),
];

for (const { path, rule } of findings) console.error(`${path}: ${rule}`);
if (findings.length === 0) console.log(`${catalogue.files.length} schema files in order`);
process.exitCode = findings.length === 0 ? 0 : 1;
