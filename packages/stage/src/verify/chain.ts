import { createHash } from "node:crypto";
import type { OutgoingRecord } from "@samvirke/kernel";

/** A hash over all records so far and their order. Shape: SHA-256. */
export type Chain = Uint8Array;

/** The chain before the first record. */
export const emptyChain: Chain = new Uint8Array(32);

/** The chain after one more record as it lies in Kafka: its key, every header in its order (position, id and type are among them), its value. */
export const linked = (chain: Chain, { key, headers, value }: OutgoingRecord): Chain => {
  // Lengths before the parts, so that nothing can move from one part to the next.
  const head = JSON.stringify([key, headers]);
  return createHash("sha256")
    .update(chain)
    .update(`${Buffer.byteLength(head)}:${head}`)
    .update(value)
    .digest();
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const headerAt = ({ headers }: OutgoingRecord, i: number): readonly [string, string] => headers[i] ?? ["", ""];

const headerThatDiffers = (a: OutgoingRecord, b: OutgoingRecord): string | undefined => {
  for (let i = 0; i < Math.max(a.headers.length, b.headers.length); i += 1) {
    const [[name, text], [otherName, otherText]] = [headerAt(a, i), headerAt(b, i)];
    if (name !== otherName || text !== otherText) return name || otherName;
  }
  return undefined;
};

/** The first part in which a record differs: `key`, the name of a header, `value`; undefined when they are the same. */
export const partThatDiffers = (ours: OutgoingRecord, theirs: OutgoingRecord): string | undefined => {
  if (ours.key !== theirs.key) return "key";
  return headerThatDiffers(ours, theirs) ?? (sameBytes(ours.value, theirs.value) ? undefined : "value");
};
