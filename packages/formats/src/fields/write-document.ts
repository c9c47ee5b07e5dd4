import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { certificateFieldsDocument, certificateFieldsPath } from "./fields-document.ts";

writeFileSync(
  fileURLToPath(new URL(`../../../../${certificateFieldsPath}`, import.meta.url)),
  certificateFieldsDocument(),
);
