import { setTimeout as delay } from "node:timers/promises";

const patience = 60_000;

/** Waits until a door answers that it is ready. */
export const untilReady = async (port: number): Promise<void> => {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/internal/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    if (performance.now() > end) throw new Error(`nothing ready on port ${port}`);
    await delay(100);
  }
};
