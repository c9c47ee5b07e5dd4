import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Ports, folders and versions. */
export const settings = JSON.parse(readFileSync(new URL("../settings.json", import.meta.url), "utf8"));

/** Folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Where everything local lies. */
export const home = resolve(process.env.SAMVIRKE_HOME ?? join(root, settings.home));

/** The project's own Node, an npm package. */
export const projectNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Tells what goes on, on standard error: standard output belongs to the command. */
export const say = (line) => console.error(line);
