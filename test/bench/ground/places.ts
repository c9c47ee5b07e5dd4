import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Makes a process end when the one that started it is gone. */
export const withParent = join(root, "infra/local/bootstrap/with-parent.mjs");
