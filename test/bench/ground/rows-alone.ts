import type { Ground } from "./ground.ts";
import { startProcess } from "./process.ts";
import type { Process } from "./process.ts";

/** The health projection without its topic of changes, in a process of its own. */
export const startRowsAlone = (ground: Ground): Process =>
  startProcess({
    name: "rows-alone",
    entry: "test/bench/ground/run-rows-alone.ts",
    env: ground.env,
    folder: ground.folder,
    isProfiled: ground.bench.args.profile.includes("project"),
  });
