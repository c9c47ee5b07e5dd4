// The first share makes the process warm and is not counted, as with the services that this is compared to.
const warmShare = 0.2;

export interface Rate {
  readonly perSecond: number;
  /** Processor time of one record. Unit: microseconds. */
  readonly processorMicros: number;
}

/** Counts records, and tells how many a second there were after the warm share. */
export interface Meter {
  readonly add: (records: number) => void;
  readonly finished: Promise<Rate>;
}

const processorMicros = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

export const makeMeter = (total: number): Meter => {
  const end = Promise.withResolvers<Rate>();
  const now = (done: number) => ({ done, at: performance.now(), processor: processorMicros() });
  let from = now(0);
  let done = 0;
  return {
    add: (records) => {
      done += records;
      // Few records may come in one go; then the time from the start counts.
      if (from.done === 0 && done >= total * warmShare && done < total) from = now(done);
      if (done < total) return;
      const to = now(done);
      const counted = to.done - from.done;
      end.resolve({
        perSecond: (counted / (to.at - from.at)) * 1000,
        processorMicros: (to.processor - from.processor) / counted,
      });
    },
    finished: end.promise,
  };
};

/** What a reference is told, as its one argument. */
export interface Task {
  readonly postgresUrl: string;
  readonly brokers: ReadonlyArray<string>;
  readonly registryUrl: string;
  readonly masterKeyFile: string;
  readonly source: string;
  readonly target: string;
  readonly records: number;
  readonly port?: number;
}

export const readTask = (): Task => JSON.parse(process.argv[2] ?? "{}") as Task;

/** Tells the run one result, as a line. */
export const tell = (result: unknown): void => void process.stdout.write(`${JSON.stringify(result)}\n`);
