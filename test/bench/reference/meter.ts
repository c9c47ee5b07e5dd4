// The first share makes the process warm and is not counted, as with the services that this is compared to.
const warmShare = 0.2;

/** Counts records, and tells how many a second there were after the warm share. */
export interface Meter {
  readonly add: (records: number) => void;
  readonly finished: Promise<number>;
}

export const makeMeter = (total: number): Meter => {
  const end = Promise.withResolvers<number>();
  let done = 0;
  let from: { readonly done: number; readonly at: number } | undefined;
  return {
    add: (records) => {
      done += records;
      if (from === undefined && done >= total * warmShare) from = { done, at: performance.now() };
      if (done >= total && from) end.resolve(((done - from.done) / (performance.now() - from.at)) * 1000);
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
