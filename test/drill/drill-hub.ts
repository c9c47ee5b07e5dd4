import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePorts, startHub } from "@samvirke/local";
import type { Hub } from "@samvirke/local";
import type { Places } from "./checker/evidence.ts";

/** The hub under drill, with each service a process of its own, and where a sender and the checker find it. */
export interface DrillHub {
  readonly hub: Hub;
  readonly url: string;
  readonly token: string;
  readonly places: Omit<Places, "ledger" | "mayRepeat">;
}

/** The station of the local party file: its receipt time counts, and it forwards for any practice. */
const sender = "local-station";

const tokenIn = (folder: string): string => {
  const parties = JSON.parse(readFileSync(join(folder, "parties.json"), "utf8")) as ReadonlyArray<{
    readonly id: string;
    readonly token: string;
  }>;
  const found = parties.find(({ id }) => id === sender);
  if (!found) throw new Error(`the party file has no ${sender}`);
  return found.token;
};

/** Where a start's progress is told, and what ends it. */
export interface Telling {
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

// Told between two steps of the start, where a throw ends it in order; other lines come from anywhere.
const isStep = (line: string): boolean => line.endsWith(" is ready.");

/** Starts a hub of the drill's own in a folder, on free ports. */
export const startDrillHub = async (folder: string, { say, signal }: Telling): Promise<DrillHub> => {
  const onProgress = (line: string): void => {
    if (isStep(line)) signal.throwIfAborted();
    say(line);
  };
  // A killed member's partitions move when its session ends: two seconds keep the drill short.
  process.env["SAMVIRKE_SESSION_TIMEOUT_MS"] = "2000";
  // The checker counts one document of welfare's for each certificate.
  process.env["SAMVIRKE_WELFARE_SHAPES"] = "record";
  const ports = await freePorts();
  const hub = await startHub({ folder, ports, services: "separate", fast: true, onProgress });
  const { addresses } = hub;
  return {
    hub,
    url: `http://127.0.0.1:${ports.gatewayHealth}`,
    token: tokenIn(folder),
    places: {
      postgresUrl: addresses.postgresUrl,
      kafkaBrokers: addresses.kafkaBrokers,
      registryUrl: addresses.registryUrl,
      masterKeyFile: join(folder, "keys", "master.key"),
      pepperFile: join(folder, "keys", "pepper.key"),
      sender,
    },
  };
};
