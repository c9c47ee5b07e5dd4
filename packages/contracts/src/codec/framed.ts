import type avro from "avsc";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { DecodeFailure } from "../seal/failure.ts";
import { asBuffer } from "./avro-type.ts";

// Confluent frame: 0 (1) · schema id (4) · Avro
const frameBytes = 5;
const startBytes = 64 * 1024;
const keptBytes = 1024 * 1024;

/** What an encoder fills again and again; the view it returns holds until the next call. */
export interface Scratch {
  readonly encode: (type: avro.Type, schemaId: number, value: unknown) => Buffer;
}

export const makeScratch = (): Scratch => {
  const state = { buffer: Buffer.allocUnsafe(startBytes) };
  const fill = (type: avro.Type, schemaId: number, value: unknown): Buffer => {
    const end = type.encode(value, state.buffer, frameBytes);
    if (end < 0) {
      const larger = Buffer.allocUnsafe(state.buffer.length - end + startBytes);
      // A rare large record does not keep its room.
      if (larger.length <= keptBytes) state.buffer = larger;
      return finish(larger, schemaId, type.encode(value, larger, frameBytes));
    }
    return finish(state.buffer, schemaId, end);
  };
  return { encode: fill };
};

const finish = (buffer: Buffer, schemaId: number, end: number): Buffer => {
  buffer[0] = 0;
  buffer.writeUInt32BE(schemaId, 1);
  return buffer.subarray(0, end);
};

/** The schema id of a framed value; undefined when it has no frame. */
export const framedSchemaId = (value: Uint8Array): number | undefined =>
  value.length < frameBytes || value[0] !== 0 ? undefined : asBuffer(value).readUInt32BE(1);

/** How bytes under one schema id are read. */
export interface WriterEntry {
  readonly record: string;
  readonly type: avro.Type;
  /** Absent where the writer is the reader's own version. */
  readonly resolver: object | undefined;
}

/** Reads a framed value to its end. Rejects: NotAvro. */
export const decodeFramed = (
  entry: WriterEntry,
  schemaId: number,
  value: Uint8Array,
): Either<DecodeFailure, unknown> => {
  const failure: DecodeFailure = { _tag: "NotAvro", schemaId };
  try {
    const decoded = entry.type.decode(asBuffer(value), frameBytes, entry.resolver);
    return decoded.offset === value.length ? E.right(decoded.value as unknown) : E.left(failure);
  } catch {
    // avsc names the value in its errors, so the error itself goes no further.
    return E.left(failure);
  }
};
