import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fhirFieldsDocument, fhirFieldsPath } from "./fhir-fields-document.ts";

writeFileSync(fileURLToPath(new URL(`../../../../../${fhirFieldsPath}`, import.meta.url)), fhirFieldsDocument());
