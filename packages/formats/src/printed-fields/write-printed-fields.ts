import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printedFieldsDocument, printedFieldsPath } from "./printed-document.ts";

writeFileSync(fileURLToPath(new URL(`../../../../${printedFieldsPath}`, import.meta.url)), printedFieldsDocument());
