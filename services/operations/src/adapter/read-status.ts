import { day } from "@samvirke/kernel";
import type { Clock, LogPort } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import type { HubFacts, HubStatus } from "../core/hub-status.ts";
import { hubStatus } from "../core/hub-status.ts";
import { inTime } from "./in-time.ts";
import { readParts } from "./parts.ts";
import { makeRelayReader } from "./relay-facts.ts";
import { readStageFacts } from "./stage-facts.ts";

export interface StatusDeps {
  readonly store: Store;
  readonly log: LogPort;
  readonly clock: Clock;
  readonly registryUrl: string;
}

const patienceMs = 10_000;

type Tables = Pick<HubFacts, "stages" | "relay" | "clockDay">;

const nothing: Tables = { stages: [], relay: [], clockDay: undefined };

/** Reads the status; a part that is away makes it red, never silent. */
export const makeStatusReader = (deps: StatusDeps): (() => Promise<HubStatus>) => {
  const { store, clock } = deps;
  const readRelay = makeRelayReader(deps);
  const readTables = async (): Promise<Tables> => {
    const [stages, relay, clockDay] = await Promise.all([readStageFacts(store), readRelay(), store.clockDay()]);
    return { stages, relay, clockDay: clockDay === undefined ? undefined : day(clockDay) };
  };
  return async () => {
    const parts = await readParts(deps);
    const isThere = parts.every(({ part, reachable }) => part !== "postgres" || reachable);
    const tables = (isThere ? await inTime(readTables(), patienceMs) : undefined) ?? nothing;
    return hubStatus({ now: clock.now(), parts, ...tables });
  };
};
