import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dialogueFieldsDocument, dialogueFieldsPath } from "./fields-document.ts";

// Run by hand after a change of the table; a test compares.
const root = new URL("../../../../", import.meta.url);
writeFileSync(fileURLToPath(new URL(dialogueFieldsPath, root)), dialogueFieldsDocument());
