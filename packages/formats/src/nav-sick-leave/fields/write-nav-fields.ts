import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { navFieldsDocument, navFieldsPath } from "./nav-fields-document.ts";

writeFileSync(fileURLToPath(new URL(`../../../../../${navFieldsPath}`, import.meta.url)), navFieldsDocument());
