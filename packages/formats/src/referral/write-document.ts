import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { referralFieldsDocument, referralFieldsPath } from "./field-document.ts";

writeFileSync(fileURLToPath(new URL(`../../../../${referralFieldsPath}`, import.meta.url)), referralFieldsDocument());
