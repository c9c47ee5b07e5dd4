/** A PostgreSQL array literal; `null` stays null. Cheaper than the driver's own, which escapes every element. */
export const arrayLiteral = (values: ReadonlyArray<string | number | boolean | null>): string =>
  `{${values.map(element).join(",")}}`;

const plain = /^[\w.:+-]+$/;

const element = (value: string | number | boolean | null): string => {
  if (value === null) return "null";
  const text = String(value);
  if (plain.test(text) && text.toLowerCase() !== "null") return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
};

/** Many byte strings as one parameter: arrays of bytea would go over the wire as hex text. */
export interface Blob {
  readonly body: Uint8Array;
  /** Where each part begins, counted from 1 as SQL's substring does. */
  readonly starts: ReadonlyArray<number>;
  /** Length of each part; null where there is none. */
  readonly lengths: ReadonlyArray<number | null>;
}

/** Puts parts behind each other. */
export const blob = (parts: ReadonlyArray<Uint8Array | null>): Blob => {
  const starts: Array<number> = [];
  let next = 1;
  for (const part of parts) {
    starts.push(next);
    next += part?.byteLength ?? 0;
  }
  const present = parts.filter((part) => part !== null);
  return { body: Buffer.concat(present), starts, lengths: parts.map((part) => part?.byteLength ?? null) };
};
