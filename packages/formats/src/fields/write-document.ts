import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { certificateFieldsDocument, certificateFieldsPath } from "./fields-document.ts";
import { paperFieldsDocument, paperFieldsPath } from "./paper-document.ts";

const write = (path: string, text: string): void =>
  writeFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), text);

write(certificateFieldsPath, certificateFieldsDocument());
write(paperFieldsPath, paperFieldsDocument());
