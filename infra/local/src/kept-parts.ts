import { setTimeout as sleep } from "node:timers/promises";
import { partTitles, type PartName } from "./part-names.ts";
import { startParts } from "./parts.ts";
import type { Parts, PartsOptions } from "./parts-port.ts";

const longest = 10_000;

/** Parts that are started again when one ends that nobody asked to end. */
export const startKeptParts = async (options: PartsOptions): Promise<Parts> => {
  let parts: Parts | undefined;
  let stopping = false;
  const revive = async (part: PartName, wait: number): Promise<void> => {
    await sleep(wait);
    if (stopping || parts === undefined || parts.pid(part) !== undefined) return;
    try {
      await parts.restart(part);
    } catch {
      await revive(part, Math.min(wait * 2, longest));
    }
  };
  const onLost = (part: PartName, how: string): void => {
    options.onProgress?.(`${partTitles[part]} ended (${how}); it is started again.`);
    void revive(part, 250);
  };
  const started = await startParts({ ...options, onLost });
  parts = started;
  return {
    ...started,
    stop: async () => {
      stopping = true;
      await started.stop();
    },
  };
};
