import { BadRelease, commitChunks } from "./commit.ts";
import type { Chunk, CommitDeps } from "./commit.ts";
import type { Committed } from "./saving.ts";
import type { StageDefinition } from "./definition.ts";

/** Commits one chunk; undefined when this instance is stale in its partition. */
export type CommitChunk<P> = (chunk: Chunk<P>) => Promise<Committed | undefined>;

interface Waiting<P> {
  readonly chunk: Chunk<P>;
  readonly settled: PromiseWithResolvers<Committed | undefined>;
}

/** Transactions of one stage side by side: one is worked on while another waits for its commit. */
const lanes = 2;
/** Records that must wait before another transaction is worth its price. */
const enough = 50;

const recordsOf = <P>(queue: ReadonlyArray<Waiting<P>>): number =>
  queue.reduce((sum, { chunk }) => sum + chunk.items.length, 0);

/** What one fetch brought for several partitions is all there after a turn of the event loop. */
const gathered = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const takeNext = <P>(queue: Array<Waiting<P>>, most: number): ReadonlyArray<Waiting<P>> => {
  let [count, records] = [0, 0];
  for (const { chunk } of queue) {
    records += chunk.items.length;
    if (count > 0 && records > most) break;
    count += 1;
  }
  return queue.splice(0, count);
};

type CommitAll<P> = (chunks: ReadonlyArray<Chunk<P>>) => Promise<ReadonlyArray<Committed | undefined>>;

const apart = async <P>(commit: CommitAll<P>, { chunk, settled }: Waiting<P>): Promise<void> => {
  try {
    const [done] = await commit([chunk]);
    settled.resolve(done);
  } catch (error) {
    settled.reject(error);
  }
};

const together = async <P>(commit: CommitAll<P>, waiting: ReadonlyArray<Waiting<P>>): Promise<void> => {
  try {
    const done = await commit(waiting.map(({ chunk }) => chunk));
    waiting.forEach(({ settled }, index) => settled.resolve(done[index]));
  } catch (error) {
    if (error instanceof BadRelease) waiting.forEach(({ settled }) => settled.reject(error));
    else for (const one of waiting) await apart(commit, one);
  }
};

/**
 * Chunks of other partitions that come while a transaction runs share the next one: few statements a record when the
 * load is high, and no waiting when it is not. What fails together is tried apart, so that no partition pays for another.
 */
export const makeJointCommit = <P, S>(
  definition: StageDefinition<P, S>,
  deps: CommitDeps & { readonly maxBatch: number },
): CommitChunk<P> => {
  const queue: Array<Waiting<P>> = [];
  let open = 0;
  const commit: CommitAll<P> = (chunks) => commitChunks(definition, chunks, deps);
  const serve = async (): Promise<void> => {
    open += 1;
    await gathered();
    while (queue.length > 0) {
      const waiting = takeNext(queue, deps.maxBatch);
      const [only] = waiting;
      await (waiting.length === 1 && only ? apart(commit, only) : together(commit, waiting));
    }
    open -= 1;
  };
  return (chunk) => {
    const settled = Promise.withResolvers<Committed | undefined>();
    queue.push({ chunk, settled });
    if (open === 0 || (open < lanes && recordsOf(queue) >= enough)) void serve();
    return settled.promise;
  };
};
