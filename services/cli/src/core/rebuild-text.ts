export interface Rebuild {
  readonly rebuildId: string;
  readonly state: string;
  readonly wish: { readonly projection: string; readonly by: string; readonly recordsPerSecond: number };
  readonly progress: ReadonlyArray<{ readonly stage: string; readonly of: number | null; readonly records: number }>;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly dropped: number;
  readonly parked: number;
  readonly proof: {
    readonly rows: number;
    readonly tables: number;
    readonly unlike: ReadonlyArray<{
      readonly table: string;
      readonly partition: number | null;
      readonly live: number;
      readonly rebuilt: number;
      readonly keys: ReadonlyArray<string>;
    }>;
  } | null;
  readonly kept: string | null;
  readonly failure: string | null;
}

/** Records that were read and that are to be read, as far as that is known. */
export const doneOf = ({ progress }: Rebuild): { readonly done: number; readonly total: number } => ({
  done: progress.reduce((sum, { records }) => sum + records, 0),
  total: progress.reduce((sum, { of }) => sum + (of ?? 0), 0),
});

const proofLines = ({ proof }: Rebuild): ReadonlyArray<string> => {
  if (proof === null) return [];
  const { rows, tables, unlike } = proof;
  if (unlike.length === 0)
    return [`  ${rows} rows in ${tables} tables and what stages keep: rebuilt and live are the same.`];
  return unlike.map(
    ({ table, partition, live, rebuilt, keys }) =>
      `  ${table}${partition === null ? "" : `, partition ${partition}`}: ${live} live, ${rebuilt} rebuilt; first that differ: ${keys.join(", ")}`,
  );
};

const nextLine = ({ state, rebuildId, wish: { projection }, kept }: Rebuild): ReadonlyArray<string> => {
  const of = `samvirke rebuild ${projection}`;
  if (state === "refused") return [`  Not switched. To switch all the same: ${of} --accept ${rebuildId} --why …`];
  if (state === "cancelled" || state === "failed") return [`  To go on: ${of} --resume --why …`];
  return kept === null ? [] : [`  What lived before is kept as ${kept}, until: ${of} --drop-old --why …`];
};

/** A rebuild, for people. */
export const rebuildLines = (rebuild: Rebuild): ReadonlyArray<string> => {
  const { rebuildId, state, wish, dropped, failure, rate, secondsLeft } = rebuild;
  const { done, total } = doneOf(rebuild);
  const pace = rate === null ? "" : `, ${rate}/s${secondsLeft ? `, ${secondsLeft} s left` : ""}`;
  return [
    `Rebuild ${rebuildId} of ${wish.projection} by ${wish.by} is ${state}: ${done} of ${total} records${pace}; ${dropped} records not written again, 0 written.`,
    ...(failure === null ? [] : [`  ${failure}`]),
    ...proofLines(rebuild),
    ...nextLine(rebuild),
  ];
};
