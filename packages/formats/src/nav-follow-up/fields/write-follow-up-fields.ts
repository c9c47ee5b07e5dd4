import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { followUpFieldsDocument, followUpFieldsPath } from "./follow-up-fields-document.ts";

writeFileSync(
  fileURLToPath(new URL(`../../../../../${followUpFieldsPath}`, import.meta.url)),
  followUpFieldsDocument(),
);
