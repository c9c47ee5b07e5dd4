import { keepAlive } from "./back-off.ts";
import { untilReady, watchLives, type Host } from "./hosting.ts";

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

const never = new Promise<never>(() => undefined);

/** Runs a service in this process; one that ends by itself is made anew. */
export const hostTogether: Host = async (service, { addresses, onProgress }) => {
  const { onEnd, ends } = watchLives(service.name, onProgress);
  let lives = false;
  const kept = keepAlive(async (signal) => {
    const running = await service.make(service.env(addresses));
    lives = true;
    const how = (running.ended ?? never).then(
      () => "it stopped",
      (error: unknown) => (error instanceof Error ? error.message : "an unknown error"),
    );
    const end = await Promise.race([how, aborted(signal).then(() => "told to end")]);
    lives = false;
    await running.stop();
    return end;
  }, onEnd);
  await untilReady({ service, addresses, lives: () => lives, ends }).catch(async (error: unknown) => {
    await kept.stop();
    throw error;
  });
  return {
    name: service.name,
    pid: () => undefined,
    kill: () => Promise.reject(new Error(`${service.name} has no process of its own. Start with --services=separate.`)),
    stop: kept.stop,
  };
};
