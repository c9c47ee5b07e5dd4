import type { OutgoingRecord } from "@samvirke/kernel";
import { crc32c } from "./crc32c.ts";
import { sizeOfVarInt, writeVarInt } from "./varint.ts";

// RecordBatch, magic 2:
//    0 baseOffset int64         8 batchLength int32 (bytes after this field)
//   12 partitionLeaderEpoch    16 magic int8 = 2     17 crc uint32 (of everything after it)
//   21 attributes int16        23 lastOffsetDelta int32
//   27 baseTimestamp int64     35 maxTimestamp int64
//   43 producerId int64        51 producerEpoch int16    53 baseSequence int32
//   57 count int32             61 records
// Record: length varint, attributes int8, timestampDelta varint, offsetDelta varint,
//         key varint+bytes, value varint+bytes, count varint, (name varint+bytes, value varint+bytes)*
// Source: Kafka protocol, record batch format.
export const batchOverhead = 61;
const crcAt = 17;
const attributesAt = 21;

const lengthOfText = (text: string): number => {
  const size = Buffer.byteLength(text);
  return sizeOfVarInt(size) + size;
};

/** Bytes of a record's body when it is record number `delta` of its batch. */
const bodySize = (record: OutgoingRecord, delta: number): number => {
  const { length } = record.value;
  let size = 2 + sizeOfVarInt(delta) + lengthOfText(record.key);
  size += sizeOfVarInt(length) + length + sizeOfVarInt(record.headers.length);
  for (const [name, value] of record.headers) size += lengthOfText(name) + lengthOfText(value);
  return size;
};

/** An upper bound of a record's encoded size, cheap enough to cut batches by. */
export const roomFor = (record: OutgoingRecord): number => {
  let size = 40 + record.value.length + record.key.length * 3;
  for (const [name, value] of record.headers) size += 10 + (name.length + value.length) * 3;
  return size;
};

const writeText = (bytes: Buffer, text: string, start: number): number => {
  const size = Buffer.byteLength(text);
  const at = writeVarInt(bytes, size, start);
  bytes.write(text, at, size, "utf8");
  return at + size;
};

const writeRecord = (bytes: Buffer, record: OutgoingRecord, place: { readonly at: number; readonly delta: number }) => {
  let at = writeVarInt(bytes, bodySize(record, place.delta), place.at);
  bytes[at++] = 0;
  bytes[at++] = 0;
  at = writeVarInt(bytes, place.delta, at);
  at = writeText(bytes, record.key, at);
  at = writeVarInt(bytes, record.value.length, at);
  bytes.set(record.value, at);
  at = writeVarInt(bytes, record.headers.length, at + record.value.length);
  for (const [name, value] of record.headers) at = writeText(bytes, value, writeText(bytes, name, at));
  return at;
};

const writeHead = (bytes: Buffer, count: number, timestamp: number): void => {
  bytes.fill(0, 0, batchOverhead);
  bytes.writeInt32BE(bytes.length - 12, 8);
  bytes.writeInt32BE(-1, 12);
  bytes.writeInt8(2, 16);
  bytes.writeInt32BE(count - 1, 23);
  bytes.writeBigInt64BE(BigInt(timestamp), 27);
  bytes.writeBigInt64BE(BigInt(timestamp), 35);
  // Not idempotent, no transaction: producer id, epoch and sequence are -1 (trap B).
  bytes.fill(0xff, 43, 57);
  bytes.writeInt32BE(count, 57);
  bytes.writeUInt32BE(crc32c(bytes, attributesAt, bytes.length), crcAt);
};

/** Records as one uncompressed record batch, all with the same timestamp (milliseconds since 1970). */
export const encodeBatch = (records: ReadonlyArray<OutgoingRecord>, timestamp: number): Buffer => {
  let room = batchOverhead;
  for (const record of records) room += roomFor(record);
  const scratch = Buffer.allocUnsafe(room);
  let at = batchOverhead;
  for (const [delta, record] of records.entries()) at = writeRecord(scratch, record, { at, delta });
  const batch = scratch.subarray(0, at);
  writeHead(batch, records.length, timestamp);
  return batch;
};
