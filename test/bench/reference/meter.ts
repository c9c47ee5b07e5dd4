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
  let done = 0;
  let from: { readonly done: number; readonly at: number; readonly processor: number } | undefined;
  return {
    add: (records) => {
      done += records;
      if (from === undefined && done >= total * warmShare)
        from = { done, at: performance.now(), processor: processorMicros() };
      if (done < total || !from) return;
      const counted = done - from.done;
      end.resolve({
        perSecond: (counted / (performance.now() - from.at)) * 1000,
        processorMicros: (processorMicros() - from.processor) / counted,
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
