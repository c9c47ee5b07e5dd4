/** Works on items several at a time and hands over the results in the order of the items. */
export const inOrder = async <A, B>(
  items: ReadonlyArray<A>,
  concurrency: number,
  { work, onResult }: { readonly work: (item: A) => Promise<B>; readonly onResult: (result: B) => void },
): Promise<ReadonlyArray<B>> => {
  const results: Array<B | undefined> = items.map(() => undefined);
  let [next, told] = [0, 0];
  const tellReady = (): void => {
    for (let result = results[told]; result !== undefined; result = results[told]) {
      onResult(result);
      told += 1;
    }
  };
  const run = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      results[index] = await work(items[index] as A);
      tellReady();
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, run));
  return results.flatMap((result) => (result === undefined ? [] : [result]));
};
