import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "../entry.ts";
import { limitFiles, unlimitFiles } from "../file-limit.ts";
import { childrenOf } from "../pids.ts";
import { whileBusy } from "../strike.ts";

// Below the size of a segment of the write-ahead log: no transaction can be made durable.
const bytes = 1024 * 1024;
const full = { small: 2_000, large: 20_000 };

/** PostgreSQL can write nothing more. */
export const databaseFull: Entry = {
  name: "database-full",
  what: "PostgreSQL's files cannot grow past a limit, as on a full disk; then there is room again and it is started anew.",
  runs: { small: 0, large: 2 },
  play: (scene) => {
    const { parts } = scene.hub;
    const act = async (): Promise<void> => {
      const pid = parts.pid("postgres") ?? 0;
      const all = [pid, ...childrenOf(pid)];
      limitFiles(all, bytes);
      await sleep(scene.isSmall ? full.small : full.large, undefined, { signal: scene.signal });
      unlimitFiles([pid, ...childrenOf(pid)]);
      await parts.restart("postgres");
    };
    return whileBusy(scene, "PostgreSQL", { pid: () => parts.pid("postgres"), act });
  },
};
