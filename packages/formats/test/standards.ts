import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The reference material beside the project; tests that need it are skipped, and named as skipped, where it is not. */
export const standards = fileURLToPath(new URL("../../../../shared/standards/", import.meta.url));
export const hasStandards = existsSync(standards);
export const xsd = (file: string): string => `${standards}xsd/${file}`;
