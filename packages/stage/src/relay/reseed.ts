import { logFailure, partitionCount } from "@samvirke/kernel";
import type { Clock, LogPort, RelayStore, Topic } from "@samvirke/kernel";

export interface ReseedDeps {
  readonly topic: Topic;
  readonly log: LogPort;
  readonly store: Pick<RelayStore, "reseed" | "answerReseed">;
  readonly clock: Clock;
}

const numbers = Array.from({ length: partitionCount }, (_, partition) => partition);
const beginning: ReadonlyMap<number, number> = new Map(numbers.map((partition) => [partition, -1]));

const holdsNothing = async ({ log, topic }: ReseedDeps): Promise<boolean> => {
  if ((await log.partitions(topic)) === undefined) return true;
  const bounds = await Promise.all(numbers.map((partition) => log.bounds(topic, partition)));
  return bounds.every(({ earliest, next }) => earliest >= next);
};

/** A topic whose offsets begin at 0: what it was before is gone, expired beginnings too. */
const makeAnew = async ({ log, topic }: ReseedDeps): Promise<void> => {
  await log.deleteTopics([topic]);
  await log.createTopics([topic], partitionCount);
  for (const partition of numbers)
    if ((await log.bounds(topic, partition)).next !== 0n)
      throw logFailure("retriable", `${topic} was made anew and already holds records`);
};

const lookEveryMs = 500;

/**
 * Carries out the wish that a topic is filled anew, under the relay's lock and between two of its appends; answers where copying
 * goes on, or undefined when nothing is wished. A crash in the middle is harmless: the wish stands until it is answered.
 */
export const makeReseeding = (deps: ReseedDeps) => {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async (): Promise<ReadonlyMap<number, number> | undefined> => {
    const now = deps.clock.now();
    if (now - lookedAt < lookEveryMs) return undefined;
    lookedAt = now;
    const wish = await deps.store.reseed(deps.topic);
    if (wish?.state !== "asked") return undefined;
    if (!wish.deletes && !(await holdsNothing(deps))) {
      await deps.store.answerReseed(deps.topic, "refused");
      return undefined;
    }
    await makeAnew(deps);
    await deps.store.answerReseed(deps.topic, "seeding");
    return beginning;
  };
};
