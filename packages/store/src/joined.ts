/** Asks for the values of keys; the answer may hold more than was asked for. */
export type Ask<K, V> = (keys: ReadonlyArray<K>) => Promise<ReadonlyMap<K, V>>;

interface Question<K, V> {
  readonly keys: Set<K>;
  readonly answer: Promise<ReadonlyMap<K, V>>;
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Questions of one turn of the event loop become one statement: a stage's partitions ask at the same moment. */
export const makeJoined = <K, V>(ask: Ask<K, V>): Ask<K, V> => {
  let next: Question<K, V> | undefined;
  const open = (): Question<K, V> => {
    const keys = new Set<K>();
    const answer = turn().then(() => {
      next = undefined;
      return ask([...keys]);
    });
    return { keys, answer };
  };
  return (keys) => {
    next ??= open();
    for (const key of keys) next.keys.add(key);
    return next.answer;
  };
};
