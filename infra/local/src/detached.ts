import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { UpOrder } from "./arguments.ts";
import { askedToEnd, runHub } from "./foreground.ts";
import { tailOf } from "./guarded.ts";
import { hubFacts } from "./hub-files.ts";
import type { Progress } from "./run.ts";
import { home, root } from "./settings.ts";

/** What the launcher in the background tells the command that waits for it. */
type News = { readonly line: string } | { readonly ready: true };

const log = join(home, "logs", "hub.log");

const launch = (order: UpOrder): ChildProcess => {
  mkdirSync(join(home, "logs"), { recursive: true });
  const output = openSync(log, "a", 0o600);
  return spawn(process.execPath, [join(root, "infra/local/src/command.ts"), "launch", ...order.args], {
    detached: true,
    cwd: root,
    stdio: ["ignore", output, output, "ipc"],
  });
};

/** Starts a hub in the background and waits until it is ready, or tells why it is not. */
export const upDetached = async (order: UpOrder, onProgress: Progress): Promise<number> => {
  const launcher = launch(order);
  const ready = new Promise<number>((resolve) => {
    launcher.on("message", (news: News) => ("ready" in news ? resolve(0) : onProgress(news.line)));
    launcher.on("exit", (code) => resolve(code === 0 ? 1 : (code ?? 1)));
  });
  const code = await Promise.race([ready, askedToEnd().then(() => 130)]);
  if (code === 0) onProgress(`The hub runs in the background as pid ${launcher.pid}. End it with: npx samvirke down`);
  else if (code !== 130 && launcher.exitCode === null) onProgress(tailOf(log));
  // Without this channel a launcher that is not ready yet ends itself.
  if (launcher.connected) launcher.disconnect();
  launcher.unref();
  return code;
};

/** The launcher in the background: a hub that outlives the command which started it. */
export const launchInBackground = (order: UpOrder): Promise<number> => {
  let ready = false;
  process.on("disconnect", () => ready || process.exit(130));
  const tell = (news: News): void => void (process.connected && process.send?.(news));
  const progress: Progress = (line) => {
    console.log(`${new Date().toISOString()} ${line}`);
    tell({ line });
  };
  return runHub(order, progress, async (hub) => {
    ready = true;
    console.log(JSON.stringify(hubFacts(hub.addresses).gateways));
    tell({ ready: true });
    return undefined;
  }).catch((error: unknown) => {
    progress(error instanceof Error ? error.message : "The hub failed.");
    return 1;
  });
};
