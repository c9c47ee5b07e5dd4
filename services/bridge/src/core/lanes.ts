/** Splits records into lanes that may run side by side; those of one key stay in one lane, in their order. */
export const lanesOf = <A extends { readonly key: string }>(
  records: ReadonlyArray<A>,
  most: number,
): ReadonlyArray<ReadonlyArray<A>> => {
  const keys = [...new Set(records.map(({ key }) => key))];
  const laneOf = new Map(keys.map((key, index) => [key, index % most]));
  return Array.from({ length: Math.min(most, keys.length) }, (_, lane) =>
    records.filter(({ key }) => laneOf.get(key) === lane),
  );
};
