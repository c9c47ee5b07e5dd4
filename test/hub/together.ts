/** Runs tasks over a fixed number of workers, each taking the next when it is done with one. */
export const overWorkers = async <A, B>(
  workers: number,
  items: ReadonlyArray<A>,
  task: (item: A) => Promise<B>,
): Promise<ReadonlyArray<B>> => {
  const results: B[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await task(items[at] as A);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
};

/** Waits, bounded, until a look answers with something. */
export const until = async <A>(what: string, look: () => Promise<A | undefined>, seconds = 60): Promise<A> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
