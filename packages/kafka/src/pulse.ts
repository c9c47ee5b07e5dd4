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

interface Parts {
  readonly config: KafkaLogConfig;
  readonly listener: Listener;
}

/** What is known of the seat. */
interface Beat {
  last: number;
  lost: LogFailure | undefined;
  /** The group has closed this seat; until then a member that is to join again may finish what it holds. */
  gone: boolean;
  readonly send: () => Promise<void>;
}

const stillMember = "REBALANCE_IN_PROGRESS";

const makeBeat = (group: string, seat: Seat, { config, listener }: Parts): Beat => {
  const request = { groupId: group, memberId: seat.memberId, groupGenerationId: seat.generation };
  let sending: Promise<void> | undefined;
  const lose = (error: unknown): void => {
    beat.gone = codeOf(error) !== stillMember;
    if (beat.lost !== undefined) return;
    beat.lost = failureOf(error, `membership of ${group}`);
    listener.onLost(beat.lost);
  };
  const send = async (): Promise<void> => {
    try {
      await within(config.sessionTimeout, "a heartbeat", seat.coordinator.heartbeat(request));
      beat.last = Date.now();
    } catch (error) {
      if (failureOf(error, "a heartbeat").fate === "fenced") lose(error);
      else listener.onTrouble(error);
    }
  };
  const once = (): Promise<void> => {
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const beat: Beat = { last: Date.now(), lost: undefined, gone: false, send: once };
  return beat;
};

/**
 * Makes a pulse.
 *
 * Shape: it stops by itself while a batch has given no sign of life for a session's length; a worker that hangs must
 * lose its partitions, though its process beats on (trap M).
 */
export const makePulse = (group: string, seat: Seat, parts: Parts): Pulse => {
  const { heartbeatInterval, sessionTimeout } = parts.config;
  const signs = new Map<number, number>();
  const beat = makeBeat(group, seat, parts);
  const hangs = (): boolean => [...signs.values()].some((sign) => Date.now() - sign > sessionTimeout);
  return {
    started: (partition) => void signs.set(partition, Date.now()),
    ended: (partition) => void signs.delete(partition),
    sign: async (partition) => {
      signs.set(partition, Date.now());
      if (beat.lost === undefined && Date.now() - beat.last >= heartbeatInterval) await beat.send();
      if (beat.lost !== undefined) throw logFailure("fenced", beat.lost.message);
    },
    run: async (until) => {
      while (!until.aborted && !beat.gone) {
        await sleep(heartbeatInterval, until);
        if (!until.aborted && !hangs()) await beat.send();
      }
    },
  };
};
