import { join } from "node:path";
import { keepAlive } from "./back-off.ts";
import { runGuarded, tailOf, type Command, type Guarded } from "./guarded.ts";
import { untilReady, watchLives, type Entered, type Hosted, type Hosting } from "./hosting.ts";
import { home, root } from "./settings.ts";

/** A small nursery keeps a process of many short-lived records small. */
export const serviceFlags = ["--max-semi-space-size=8"] as const;

/** Compiled code is shared between starts. */
export const compiledCode = { NODE_COMPILE_CACHE: join(home, "cache") };

const command = (service: Entered, { addresses }: Hosting): Command => ({
  name: service.name,
  command: process.execPath,
  args: [...serviceFlags, join(root, service.entry)],
  cwd: root,
  env: { ...compiledCode, ...process.env, ...service.env(addresses) },
  log: join(addresses.folder, "logs", `${service.name}.log`),
  pidFile: join(addresses.folder, "run", `service-${service.name}.pid`),
  signal: "SIGTERM",
  bound: 20_000,
});

/** Runs a service in a process of its own, under a guard, with its output in a file of its own. */
export const hostSeparately = async (service: Entered, hosting: Hosting): Promise<Hosted> => {
  const order = command(service, hosting);
  const { onEnd, ends } = watchLives(service.name, hosting.onProgress);
  let running: Guarded | undefined;
  const kept = keepAlive(async (signal) => {
    const child = await runGuarded(order);
    running = child;
    const end = (): void => void child.stop();
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    const how = await child.gone;
    signal.removeEventListener("abort", end);
    running = undefined;
    return how;
  }, onEnd);
  await untilReady({ service, addresses: hosting.addresses, lives: () => running?.isAlive() === true, ends }).catch(
    async (error: unknown) => {
      await kept.stop();
      throw new Error(`${service.name} does not run. The end of ${order.log}:\n${tailOf(order.log)}`, { cause: error });
    },
  );
  return {
    name: service.name,
    pid: () => running?.identity.pid,
    kill: async () => running?.kill(),
    stop: kept.stop,
  };
};
