import { createRequire } from "node:module";
import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offsetAfter, recordsFrom } from "./batch-decode.ts";
import { batchOverhead, encodeBatch, roomFor } from "./batch-encode.ts";
import { crc32c } from "./crc32c.ts";
import { readVarInt, readVarLong, sizeOfVarInt, writeVarInt } from "./varint.ts";

// kafkajs's own encoder and decoder are the independent opinion here.
const require = createRequire(import.meta.url);
const Decoder = require("kafkajs/src/protocol/decoder") as new (bytes: Buffer) => unknown;
const decodeTheirs = require("kafkajs/src/protocol/recordBatch/v0/decoder") as (decoder: unknown) => Promise<{
  readonly records: ReadonlyArray<{
    readonly offset: string;
    readonly timestamp: string;
    readonly key: Buffer;
    readonly value: Buffer;
    readonly headers: Readonly<Record<string, Buffer>>;
  }>;
}>;
const encodeRecord = require("kafkajs/src/protocol/recordBatch/record/v0") as (record: object) => object;
const { RecordBatch } = require("kafkajs/src/protocol/recordBatch/v0") as {
  readonly RecordBatch: (batch: object) => Promise<{ readonly buffer: Buffer }>;
};
const crcTheirs = require("kafkajs/src/protocol/recordBatch/crc32C") as (bytes: Buffer) => number;

const text = (value: Uint8Array): string => Buffer.from(value).toString();
const out = (key: string, value = key) => ({ key, headers: [["name", key]] as const, value: Buffer.from(value) });
const at = (batch: Buffer, base: bigint): Buffer => {
  batch.writeBigInt64BE(base, 0);
  return batch;
};
const recordArb = fc.record({
  key: fc.string({ unit: "grapheme", maxLength: 80 }),
  headers: fc.array(
    fc.tuple(fc.string({ unit: "binary", maxLength: 70 }), fc.string({ unit: "grapheme", maxLength: 200 })),
    {
      maxLength: 12,
    },
  ),
  value: fc.uint8Array({ maxLength: 9_000 }),
});

describe("variable-length numbers", () => {
  test("come back as they were, in as many bytes as foretold", () =>
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        const bytes = Buffer.alloc(5);
        const end = writeVarInt(bytes, value, 0);
        expect(end).toBe(sizeOfVarInt(value));
        expect(readVarInt({ bytes, at: 0 })).toBe(value);
        expect(readVarLong({ bytes, at: 0 })).toBe(value);
      }),
    ));
});

describe("the checksum", () => {
  test("is the one of RFC 3720's kind", () => {
    expect(crc32c(Buffer.from("123456789"), 0, 9)).toBe(0xe3069283);
    expect(crc32c(Buffer.alloc(32), 0, 32)).toBe(0x8a9136aa);
  });

  test("agrees with kafkajs on any bytes, from any place", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(8), (bytes, start) => {
        const buffer = Buffer.from(bytes);
        const from = Math.min(start, buffer.length);
        expect(crc32c(buffer, from, buffer.length)).toBe(crcTheirs(buffer.subarray(from)) >>> 0);
      }),
    ));
});

describe("record batches", () => {
  test("come back as they were: keys, ordered headers, bytes", () =>
    fc.assert(
      fc.property(
        fc.array(recordArb, { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: 0n, max: 2n ** 53n }),
        (records, base) => {
          const batch = encodeBatch(records, 1_700_000_000_123);
          expect(batch.length).toBeLessThanOrEqual(
            batchOverhead + records.reduce((sum, record) => sum + roomFor(record), 0),
          );
          const back = recordsFrom(at(batch, base), base, []);
          expect(back.map(({ key, headers, value }) => ({ key, headers, value: Uint8Array.from(value) }))).toEqual(
            records,
          );
          expect(back.map(({ offset }) => offset)).toEqual(records.map((_, i) => base + BigInt(i)));
          expect(new Set(back.map(({ timestamp }) => timestamp))).toEqual(new Set([1_700_000_000_123]));
        },
      ),
      { numRuns: 50 },
    ));

  test("are read by kafkajs as we mean them", async () => {
    const batch = at(encodeBatch([out("a"), { key: "b", headers: [], value: Buffer.alloc(0) }], 77), 5n);
    const { records } = await decodeTheirs(new Decoder(batch));
    expect(records.map(({ offset, timestamp, key, value }) => [offset, timestamp, text(key), text(value)])).toEqual([
      ["5", "77", "a", "a"],
      ["6", "77", "b", ""],
    ]);
    expect(text(records[0]!.headers["name"]!)).toBe("a");
  });

  test("of kafkajs are read as it means them, missing keys and values as empty", async () => {
    const records = [
      encodeRecord({ offsetDelta: 0, timestampDelta: 0, key: "k", value: Buffer.from("v"), headers: { h: "1" } }),
      encodeRecord({ offsetDelta: 1, timestampDelta: 3_000_000_000, key: null, value: null }),
    ];
    const { buffer } = await RecordBatch({ records, firstTimestamp: 5, maxTimestamp: 9, lastOffsetDelta: 1 });
    const back = recordsFrom(Buffer.from(buffer), 0n, []);
    expect(back.map(({ key, timestamp, headers }) => ({ key, timestamp, headers }))).toEqual([
      { key: "k", timestamp: 5, headers: [["h", "1"]] },
      { key: "", timestamp: 3_000_000_005, headers: [] },
    ]);
    expect(back.map(({ value }) => text(value))).toEqual(["v", ""]);
  });

  test("that are cut off at the end are left for the next fetch", () => {
    const first = encodeBatch([out("a"), out("b")], 1);
    const second = at(encodeBatch([out("c")], 1), 2n);
    for (const cut of [1, 12, batchOverhead - 1, batchOverhead + 1, second.length - 1]) {
      const bytes = Buffer.concat([first, second.subarray(0, cut)]);
      expect(offsetAfter(bytes)).toBe(2n);
      expect(recordsFrom(bytes, 0n, []).map(({ key }) => key)).toEqual(["a", "b"]);
    }
    expect(offsetAfter(second.subarray(0, 40))).toBeUndefined();
  });

  test("give only the records at and after the offset asked for", () => {
    const bytes = at(
      encodeBatch(
        ["a", "b", "c"].map((key) => out(key)),
        1,
      ),
      10n,
    );
    expect(recordsFrom(bytes, 11n, []).map(({ key, offset }) => [key, offset])).toEqual([
      ["b", 11n],
      ["c", 12n],
    ]);
    expect(recordsFrom(bytes, 13n, [])).toEqual([]);
  });

  test("that compaction has emptied still say where to go on (trap C)", () => {
    const emptied = at(Buffer.from(encodeBatch([out("gone")], 1).subarray(0, batchOverhead)), 40n);
    emptied.writeInt32BE(batchOverhead - 12, 8);
    emptied.writeInt32BE(9, 23);
    emptied.writeInt32BE(0, 57);
    expect(offsetAfter(emptied)).toBe(50n);
    expect(recordsFrom(emptied, 40n, [])).toEqual([]);
  });

  test.each([
    ["gzip", 1, gzipSync],
    ["zstd", 4, zstdCompressSync],
  ] as const)("compressed with %s by others are read", (_, codec, compress) => {
    const plain = encodeBatch([out("a"), out("b")], 1);
    const body = compress(plain.subarray(batchOverhead));
    const bytes = Buffer.concat([plain.subarray(0, batchOverhead), body]);
    bytes.writeInt32BE(bytes.length - 12, 8);
    bytes.writeInt16BE(codec, 21);
    expect(recordsFrom(bytes, 0n, []).map(({ key }) => key)).toEqual(["a", "b"]);
  });

  test.each([2, 3])("with compression codec %d stop the reader, since it would skip them", (codec) => {
    const bytes = encodeBatch([out("a")], 1);
    bytes.writeInt16BE(codec, 21);
    expect(() => recordsFrom(bytes, 0n, [])).toThrow(expect.objectContaining({ fate: "fatal" }));
  });
});

describe("aborted transactions (trap A)", () => {
  const transactional = 16;
  const control = 32;
  const of = (
    producer: bigint,
    base: bigint,
    more: { readonly key?: string; readonly flags?: number } = {},
  ): Buffer => {
    const batch = at(encodeBatch([out(more.key ?? `${producer}-${base}`)], 1), base);
    batch.writeInt16BE(transactional | (more.flags ?? 0), 21);
    batch.writeBigInt64BE(producer, 43);
    return batch;
  };

  test("are left out from their first record to their own marker, whatever the order of the list", () => {
    const bytes = Buffer.concat([
      of(1n, 0n),
      of(2n, 1n),
      of(3n, 2n),
      of(2n, 3n, { key: "\0\0\0\0" }),
      of(2n, 4n),
      of(2n, 5n, { flags: control }),
      of(1n, 6n),
      of(1n, 7n, { flags: control }),
      of(1n, 8n),
      of(2n, 9n),
      of(3n, 10n, { flags: control }),
    ]);
    const aborted = [
      { producerId: 2n, firstOffset: 1n },
      { producerId: 1n, firstOffset: 0n },
    ];
    expect(recordsFrom(bytes, 0n, aborted).map(({ offset }) => offset)).toEqual([2n, 8n, 9n]);
    expect(recordsFrom(bytes, 0n, []).map(({ offset }) => offset)).toEqual([0n, 1n, 2n, 3n, 4n, 6n, 8n, 9n]);
    expect(offsetAfter(bytes)).toBe(11n);
  });
});
