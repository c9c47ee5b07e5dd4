import { type LogFailure, logFailure } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { codeOf, failureOf } from "./failure.ts";
import type { Seat } from "./membership.ts";
import { sleep, within } from "./timing.ts";

/** Heartbeats of one member in one generation. */
export interface Pulse {
  /** Beats in the background until the signal. */
  readonly run: (until: AbortSignal) => Promise<void>;
  /** A batch is at work and says so; beats when one is due, rejects when the seat is lost. */
  readonly sign: (partition: number) => Promise<void>;
  readonly started: (partition: number) => void;
  readonly ended: (partition: number) => void;
}

interface Listener {
  /** The group rebalances, or does not know the member any more: running work is stale from here on. */
  readonly onLost: (failure: LogFailure) => void;
  /** The coordinator cannot be reached. */
  readonly onTrouble: (error: unknown) => void;
}

// Until it joins again a member keeps its session alive with these, so that it may finish what it holds.
const stillMember = "REBALANCE_IN_PROGRESS";

/**
 * Makes a pulse.
 *
 * Shape: it stops by itself while a batch has given no sign of life for a session's length; a worker that hangs must
 * lose its partitions, though its process beats on (trap M).
 */
export const makePulse = (
  group: string,
  seat: Seat,
  { config, listener }: { readonly config: KafkaLogConfig; readonly listener: Listener },
): Pulse => {
  const signs = new Map<number, number>();
  let last = Date.now();
  let lost: LogFailure | undefined;
  let gone = false;

  const lose = (error: unknown): void => {
    gone = codeOf(error) !== stillMember;
    if (lost !== undefined) return;
    lost = failureOf(error, `membership of ${group}`);
    listener.onLost(lost);
  };
  const request = { groupId: group, memberId: seat.memberId, groupGenerationId: seat.generation };
  const send = async (): Promise<void> => {
    try {
      await within(config.sessionTimeout, "a heartbeat", Promise.resolve(seat.coordinator.heartbeat(request)));
      last = Date.now();
    } catch (error) {
      if (failureOf(error, "a heartbeat").fate === "fenced") lose(error);
      else listener.onTrouble(error);
    }
  };
  let sending: Promise<void> | undefined;
  const beat = (): Promise<void> =>
    (sending ??= send().finally(() => {
      sending = undefined;
    }));
  const hangs = (): boolean => [...signs.values()].some((sign) => Date.now() - sign > config.sessionTimeout);

  return {
    started: (partition) => void signs.set(partition, Date.now()),
    ended: (partition) => void signs.delete(partition),
    sign: async (partition) => {
      signs.set(partition, Date.now());
      if (lost === undefined && Date.now() - last >= config.heartbeatInterval) await beat();
      if (lost !== undefined) throw logFailure("fenced", lost.message);
    },
    run: async (until) => {
      while (!until.aborted && !gone) {
        await sleep(config.heartbeatInterval, until);
        if (!until.aborted && !hangs()) await beat();
      }
    },
  };
};
