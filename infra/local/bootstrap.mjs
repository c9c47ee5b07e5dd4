// What npm start, test, check, bench and drill call. Nothing is installed yet when it runs, and the Node it runs on is the
// machine's own: this file keeps to what an old Node can read, so that it can say which one is needed.
import { readFileSync } from "node:fs";

const settings = JSON.parse(readFileSync(new URL("settings.json", import.meta.url), "utf8"));
const { nodeAtLeast } = settings.versions;

if (Number(process.versions.node.split(".")[0]) < nodeAtLeast) {
  console.error(
    `Node ${nodeAtLeast} or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}

const { bootstrap } = await import("./bootstrap/main.mjs");
process.exitCode = await bootstrap(process.argv[2], process.argv.slice(3));
