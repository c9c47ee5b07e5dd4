import { dirname } from "node:path";
import { loadCatalogue } from "../schema/catalogue.ts";
import { drift, writeOutputs } from "./drift.ts";
import { generate } from "./generate.ts";

const catalogue = loadCatalogue();
const root = dirname(catalogue.folder);
const outputs = generate(catalogue);
const changed = drift(root, outputs);

if (process.argv.includes("--check")) {
  for (const path of changed) console.error(`${path} does not follow from schemas/; run npm run generate`);
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  writeOutputs(root, outputs);
  console.log(`${outputs.length} generated files, ${changed.length} changed`);
}
