/** What submitting rejects with when the queue is full or closed. */
export class Busy extends Error {
  constructor() {
    super("the queue is full");
  }
}

export interface CommitterOptions<A, B> {
  /** Commits a batch in one transaction and answers in its order; any failure means that nothing is known to be kept. */
  readonly commit: (batch: ReadonlyArray<A>) => Promise<ReadonlyArray<B>>;
  readonly sizeOf: (item: A) => number;
  /** Whether trying the items of a failed batch one by one makes sense. */
  readonly isWorthRetrying: (error: unknown) => boolean;
  readonly committers: number;
  readonly maxBatch: number;
  readonly maxBatchBytes: number;
  readonly capacity: number;
}

export interface Committer<A, B> {
  /** Resolves when the item is committed; rejects with Busy when there is no room. */
  readonly submit: (item: A) => Promise<B>;
  readonly queued: () => number;
  /** Takes nothing more, and resolves when everything taken is settled. */
  readonly close: () => Promise<void>;
}

interface Waiting<A, B> {
  readonly item: A;
  readonly size: number;
  readonly resolve: (result: B) => void;
  readonly reject: (error: unknown) => void;
}

const takeBatch = <A, B>(queue: Array<Waiting<A, B>>, options: CommitterOptions<A, B>): Array<Waiting<A, B>> => {
  let bytes = 0;
  let count = 0;
  for (const { size } of queue.slice(0, options.maxBatch)) {
    bytes += size;
    if (count > 0 && bytes > options.maxBatchBytes) break;
    count += 1;
  }
  return queue.splice(0, count);
};

const settle = async <A, B>(
  batch: ReadonlyArray<Waiting<A, B>>,
  commit: CommitterOptions<A, B>["commit"],
): Promise<void> => {
  const results = await commit(batch.map(({ item }) => item));
  batch.forEach((waiting, index) => {
    const result = results[index];
    if (result === undefined) waiting.reject(new Error("a batch answered fewer items than it took"));
    else waiting.resolve(result);
  });
};

// One item may be at fault for all: alone, it fails alone. When the database is away, one attempt speaks for the rest.
const settleSingly = async <A, B>(
  batch: ReadonlyArray<Waiting<A, B>>,
  options: CommitterOptions<A, B>,
): Promise<void> => {
  for (const [index, waiting] of batch.entries()) {
    try {
      await settle([waiting], options.commit);
    } catch (error) {
      waiting.reject(error);
      if (options.isWorthRetrying(error)) continue;
      for (const later of batch.slice(index + 1)) later.reject(error);
      return;
    }
  }
};

const settleBatch = async <A, B>(
  batch: ReadonlyArray<Waiting<A, B>>,
  options: CommitterOptions<A, B>,
): Promise<void> => {
  try {
    await settle(batch, options.commit);
  } catch (error) {
    if (batch.length > 1 && options.isWorthRetrying(error)) await settleSingly(batch, options);
    else for (const waiting of batch) waiting.reject(error);
  }
};

/**
 * Group commit: what arrives while a transaction runs shares the next one.
 *
 * Shape: at most `committers` transactions at a time; a full queue refuses, so that memory and waiting stay bounded.
 */
export const makeCommitter = <A, B>(options: CommitterOptions<A, B>): Committer<A, B> => {
  const queue: Array<Waiting<A, B>> = [];
  const running = new Set<Promise<void>>();
  let active = 0;
  let isClosed = false;

  const run = async (): Promise<void> => {
    active += 1;
    while (queue.length > 0) await settleBatch(takeBatch(queue, options), options);
    // In the same step as the last look at the queue: an item that comes now starts the next run.
    active -= 1;
  };

  const start = (): void => {
    // A second transaction is worth its cost once the first one's successor would be a full batch.
    const isNeeded = active === 0 || queue.length >= options.maxBatch / 2;
    if (active >= options.committers || !isNeeded) return;
    const done: Promise<void> = run().finally(() => running.delete(done));
    running.add(done);
  };

  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        if (isClosed || queue.length >= options.capacity) return reject(new Busy());
        queue.push({ item, size: options.sizeOf(item), resolve, reject });
        return start();
      }),
    queued: () => queue.length,
    close: async () => {
      isClosed = true;
      while (running.size > 0) await Promise.all(running);
    },
  };
};
