import { setTimeout as delay } from "node:timers/promises";

/** The first share of the records makes the process warm and is not counted, here and in the references alike. */
export const warmShare = 0.2;

export interface Watched {
  readonly what: string;
  readonly total: number;
  readonly done: () => Promise<number>;
  /** Seconds without any progress until the wait is given up. */
  readonly patience?: number;
  readonly everyMs?: number;
  /** Processor seconds of who does the work. */
  readonly processor?: () => number;
}

interface Sample {
  readonly done: number;
  readonly at: number;
  readonly processor: number;
}

export interface Rate {
  readonly perSecond: number;
  /** Processor time of one record. Unit: microseconds. */
  readonly processorMicros: number;
}

/** Waits until all is done; answers what was seen on the way, the last sample included. */
export const watchUntilDone = async ({
  what,
  total,
  done,
  patience = 60,
  everyMs = 15,
  processor = () => 0,
}: Watched): Promise<ReadonlyArray<Sample>> => {
  const samples: Array<Sample> = [];
  for (;;) {
    const now = await done();
    const at = performance.now();
    const last = samples.at(-1);
    if (last?.done !== now) samples.push({ done: now, at, processor: processor() });
    else if (at - last.at > patience * 1000) throw new Error(`${what}: stands at ${now} of ${total}`);
    if (now >= total) return samples;
    await delay(everyMs);
  }
};

/** Records a second from the warm share's end to the last record, as seen from outside, and what they cost. */
export const watchRate = async (watched: Watched): Promise<Rate> => {
  const samples = await watchUntilDone(watched);
  const last = samples.at(-1);
  const from = samples.find(({ done }) => done >= watched.total * warmShare && done < watched.total) ?? samples.at(-2);
  if (!last || !from) throw new Error(`${watched.what}: done before it was looked at`);
  const records = last.done - from.done;
  return {
    perSecond: (records / (last.at - from.at)) * 1000,
    processorMicros: ((last.processor - from.processor) / records) * 1e6,
  };
};
