import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultPolicy } from "@samvirke/domain";
import { catalogueFolder } from "./page.ts";
import { cataloguePages } from "./pages.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));

rmSync(join(root, catalogueFolder), { recursive: true, force: true });
for (const { path, text } of cataloguePages(defaultPolicy)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
