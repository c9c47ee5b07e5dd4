import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePorts, startHub } from "@samvirke/local";
import type { Hub } from "@samvirke/local";
import type { Places } from "./checker/evidence.ts";
import type { Sender, Senders } from "./load/client.ts";
import type { Door } from "./plan/printed.ts";

/** The hub under drill, with each service a process of its own, and where a sender and the checker find it. */
export interface DrillHub {
  readonly hub: Hub;
  readonly senders: Senders;
  /** Moves the time of day of every service by so many milliseconds from the right one. */
  readonly moveClock: (by: number) => void;
  readonly places: Omit<Places, "ledger" | "mayRepeat">;
}

// The station's receipt time counts, and it forwards for any practice.
const parties = { health: "local-station", welfare: "local-nav", employer: "local-employer" } as const;

const tokenOf = (folder: string, party: string): string => {
  const listed = JSON.parse(readFileSync(join(folder, "parties.json"), "utf8")) as ReadonlyArray<{
    readonly id: string;
    readonly token: string;
  }>;
  const found = listed.find(({ id }) => id === party);
  if (!found) throw new Error(`the party file has no ${party}`);
  return found.token;
};

/** Where a start's progress is told, and what ends it. */
export interface Telling {
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

// Told between two steps of the start, where a throw ends it in order; other lines come from anywhere.
const isStep = (line: string): boolean => line.endsWith(" is ready.");

const shifted = new URL("catalogue/shifted-clock.mjs", import.meta.url).href;

/** Services that are started from now on look at a file for how far off their clock is. */
const shiftClocks = (file: string): void => {
  process.env["SAMVIRKE_DRILL_CLOCK"] = file;
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} --import=${shifted}`.trim();
};

/** Starts a hub of the drill's own in a folder, on free ports. */
export const startDrillHub = async (folder: string, { say, signal }: Telling): Promise<DrillHub> => {
  const onProgress = (line: string): void => {
    if (isStep(line)) signal.throwIfAborted();
    say(line);
  };
  // A killed member's partitions move when its session ends: two seconds keep the drill short.
  process.env["SAMVIRKE_SESSION_TIMEOUT_MS"] = "2000";
  process.env["SAMVIRKE_WELFARE_SHAPES"] = "record,legacy";
  const clock = join(folder, "clock-moved-by");
  shiftClocks(clock);
  const ports = await freePorts();
  const hub = await startHub({ folder, ports, services: "separate", fast: true, onProgress });
  const { addresses } = hub;
  const sender = (door: Door, port: number): Sender => ({
    url: `http://127.0.0.1:${port}`,
    party: parties[door],
    token: tokenOf(folder, parties[door]),
  });
  return {
    hub,
    moveClock: (by) => writeFileSync(clock, String(by)),
    senders: {
      health: sender("health", ports.gatewayHealth),
      welfare: sender("welfare", ports.gatewayWelfare),
      employer: sender("employer", ports.gatewayEmployer),
    },
    places: {
      postgresUrl: addresses.postgresUrl,
      kafkaBrokers: addresses.kafkaBrokers,
      registryUrl: addresses.registryUrl,
      masterKeyFile: join(folder, "keys", "master.key"),
      pepperFile: join(folder, "keys", "pepper.key"),
    },
  };
};
