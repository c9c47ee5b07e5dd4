import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { type Headers, logFailure, type WireRecord } from "@samvirke/kernel";
import { batchOverhead } from "./batch-encode.ts";
import { type Reading, readVarInt, readVarLong } from "./varint.ts";

/** A transaction of another producer that was aborted from this offset on. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  readonly firstOffset: bigint;
}

/** The head of one record batch inside a fetched piece of a partition. */
interface BatchHead {
  readonly baseOffset: bigint;
  readonly nextOffset: bigint;
  readonly attributes: number;
  readonly baseTimestamp: number;
  readonly maxTimestamp: number;
  readonly producerId: bigint;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

const codecMask = 7;
const appendTimeFlag = 8;
const transactionFlag = 16;
const controlFlag = 32;
const empty = new Uint8Array(0);

/** Where the batch that begins here ends, or undefined when the piece is cut off inside it. */
const endOfBatch = (bytes: Buffer, start: number): number | undefined => {
  if (start + batchOverhead > bytes.length) return undefined;
  const end = start + 12 + bytes.readInt32BE(start + 8);
  return end <= bytes.length ? end : undefined;
};

const headAt = (bytes: Buffer, start: number, end: number): BatchHead => {
  if (bytes[start + 16] !== 2) throw logFailure("fatal", "kafka: record batch of an unknown format");
  const baseOffset = bytes.readBigInt64BE(start);
  return {
    baseOffset,
    nextOffset: baseOffset + BigInt(bytes.readInt32BE(start + 23)) + 1n,
    attributes: bytes.readInt16BE(start + 21),
    baseTimestamp: Number(bytes.readBigInt64BE(start + 27)),
    maxTimestamp: Number(bytes.readBigInt64BE(start + 35)),
    producerId: bytes.readBigInt64BE(start + 43),
    count: bytes.readInt32BE(start + 57),
    start: start + batchOverhead,
    end,
  };
};

/** The batches that are complete; a fetch may cut the last one off. */
function* batchesOf(bytes: Buffer): Generator<BatchHead> {
  let start = 0;
  for (let end = endOfBatch(bytes, start); end !== undefined; end = endOfBatch(bytes, start)) {
    yield headAt(bytes, start, end);
    start = end;
  }
}

/**
 * Offset after the last complete batch, or undefined when none is complete.
 *
 * Trap C: a compacted batch keeps its last offset when its records are gone, so this passes over gaps and empty batches.
 */
export const offsetAfter = (bytes: Buffer): bigint | undefined => {
  let next: bigint | undefined;
  for (const head of batchesOf(bytes)) next = head.nextOffset;
  return next;
};

const recordBytes = (bytes: Buffer, head: BatchHead): Buffer => {
  const body = bytes.subarray(head.start, head.end);
  const codec = head.attributes & codecMask;
  if (codec === 0) return body;
  if (codec === 1) return gunzipSync(body);
  if (codec === 4) return zstdDecompressSync(body);
  throw logFailure("fatal", `kafka: record batch with compression codec ${codec}, which is not known here`);
};

const readText = (reading: Reading): string => {
  const length = readVarInt(reading);
  if (length <= 0) return "";
  const start = reading.at;
  reading.at += length;
  return reading.bytes.toString("utf8", start, reading.at);
};

const readValue = (reading: Reading): Uint8Array => {
  const length = readVarInt(reading);
  if (length <= 0) return empty;
  const start = reading.at;
  reading.at += length;
  return reading.bytes.subarray(start, reading.at);
};

const readHeaders = (reading: Reading): Headers => {
  const count = readVarInt(reading);
  const headers: Array<readonly [string, string]> = [];
  for (let i = 0; i < count; i++) headers.push([readText(reading), readText(reading)]);
  return headers;
};

const readRecord = (reading: Reading, head: BatchHead): WireRecord => {
  const length = readVarInt(reading);
  const end = reading.at + length;
  reading.at++;
  const delta = readVarLong(reading);
  const timestamp = (head.attributes & appendTimeFlag) === 0 ? head.baseTimestamp + delta : head.maxTimestamp;
  const offset = head.baseOffset + BigInt(readVarInt(reading));
  const record = {
    offset,
    timestamp,
    key: readText(reading),
    value: readValue(reading),
    headers: readHeaders(reading),
  };
  reading.at = end;
  return record;
};

/**
 * Trap A: a transaction is aborted from its first offset to its producer's next control batch; the list is not in the
 * order of offsets, and only the control batch of the same producer ends it.
 */
const makeIsAborted = (aborted: ReadonlyArray<AbortedTransaction>) => {
  const waiting = [...aborted].toSorted((a, b) => Number(a.firstOffset - b.firstOffset));
  const open = new Set<bigint>();
  return (head: BatchHead): boolean => {
    while (waiting[0] !== undefined && waiting[0].firstOffset < head.nextOffset) {
      open.add(waiting[0].producerId);
      waiting.shift();
    }
    if ((head.attributes & controlFlag) !== 0) open.delete(head.producerId);
    return (head.attributes & transactionFlag) !== 0 && open.has(head.producerId);
  };
};

/** The records at and after an offset; control records and aborted transactions are left out. */
export const recordsFrom = (
  bytes: Buffer,
  from: bigint,
  aborted: ReadonlyArray<AbortedTransaction>,
): ReadonlyArray<WireRecord> => {
  const records: Array<WireRecord> = [];
  const isAborted = makeIsAborted(aborted);
  for (const head of batchesOf(bytes)) {
    if (isAborted(head) || (head.attributes & controlFlag) !== 0 || head.nextOffset <= from) continue;
    const reading: Reading = { bytes: recordBytes(bytes, head), at: 0 };
    for (let i = 0; i < head.count; i++) {
      const record = readRecord(reading, head);
      if (record.offset >= from) records.push(record);
    }
  }
  return records;
};
