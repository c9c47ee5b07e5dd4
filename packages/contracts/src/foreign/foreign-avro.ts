import avro from "avsc";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { skimmer } from "./skim.ts";

/** A schema as somebody else's registry hands it out. */
export type ForeignSchema = Readonly<Record<string, unknown>>;

/** Bytes that are not what a schema says, or a schema that is none, or that ours cannot be read from. */
export interface ForeignFailure {
  readonly _tag: "BytesNotOfSchema" | "NoSchema" | "SchemasDoNotFit";
}

/** Somebody else's Avro records, read by a schema of what the hub needs of them. */
export interface ForeignAvro {
  /** The record in bytes without a frame; `writer` is the schema that it was written by, the reader's own unless given. */
  readonly decode: (bytes: Uint8Array, writer?: ForeignSchema) => Either<ForeignFailure, unknown>;
  /** Throws when the value is not of the schema: the hub's own mistake. */
  readonly encode: (value: unknown) => Uint8Array;
}

const typeOf = (schema: ForeignSchema): avro.Type =>
  avro.Type.forSchema(schema as unknown as avro.Schema, { wrapUnions: "never", omitRecordMethods: true });

const attempt = <A>(tag: ForeignFailure["_tag"], make: () => A): Either<ForeignFailure, A> => {
  try {
    return E.right(make());
  } catch {
    // The library's text holds values.
    return E.left({ _tag: tag });
  }
};

interface Reading {
  readonly type: avro.Type;
  /** Where the record ends in bytes. */
  readonly end: ReturnType<typeof skimmer>;
  readonly resolver?: unknown;
}

/** Prepares a reader's schema; throws when it is none. */
export const foreignAvro = (reader: ForeignSchema): ForeignAvro => {
  const own = typeOf(reader);
  const ownEnd = skimmer(reader);
  const read = (bytes: Uint8Array, { type, end, resolver }: Reading): Either<ForeignFailure, unknown> => {
    // A schema that holds itself and nothing else has no end; looking for it ends in a throw.
    const isWhole = attempt("BytesNotOfSchema", () => end(bytes) === bytes.length);
    if (E.isLeft(isWhole) || !isWhole.right) return E.left({ _tag: "BytesNotOfSchema" });
    return attempt("BytesNotOfSchema", () => {
      const value: unknown = type.fromBuffer(Buffer.from(bytes), resolver as never);
      return value;
    });
  };
  return {
    decode: (bytes, writer) => {
      if (writer === undefined) return read(bytes, { type: own, end: ownEnd });
      const written = attempt("NoSchema", () => ({ type: typeOf(writer), end: skimmer(writer) }));
      if (E.isLeft(written)) return written;
      const resolver = attempt("SchemasDoNotFit", () => own.createResolver(written.right.type));
      if (E.isLeft(resolver)) return resolver;
      return read(bytes, { type: own, end: written.right.end, resolver: resolver.right });
    },
    encode: (value) => own.toBuffer(value),
  };
};

/** A Confluent frame: its schema id and the record in it. */
export interface ForeignFrame {
  readonly schemaId: number;
  readonly body: Uint8Array;
}

const frameLength = 5;

/** The frame around a record: a zero, four bytes of schema id, the record. Undefined where there is none. */
export const foreignFrame = (bytes: Uint8Array): ForeignFrame | undefined => {
  if (bytes.length <= frameLength || bytes[0] !== 0) return undefined;
  const schemaId = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(1);
  return { schemaId, body: bytes.subarray(frameLength) };
};
