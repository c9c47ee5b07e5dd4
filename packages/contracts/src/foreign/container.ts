import { createHash } from "node:crypto";
import avro from "avsc";
import type { ForeignSchema } from "./foreign-avro.ts";
import { skimmer } from "./skim.ts";

/** One record with the schema that it was written by. */
export interface AvroContainer {
  readonly writer: ForeignSchema;
  readonly body: Uint8Array;
}

const mark = Buffer.from([0x4f, 0x62, 0x6a, 0x01]);
const syncLength = 16;

const typeOf = (schema: unknown): avro.Type => avro.Type.forSchema(schema as avro.Schema);
const headSchema = { type: "map", values: "bytes" };
const headType = typeOf(headSchema);
const headEnd = skimmer(headSchema);
const countType = typeOf("long");

// Derived, so that the same record gives the same bytes.
const syncOf = (schema: Uint8Array): Buffer => createHash("sha256").update(schema).digest().subarray(0, syncLength);

/**
 * A record as an Avro file of one block, so that it can be read for ever without the registry that it came from.
 *
 * Source: Avro specification, object container files; codec null.
 */
export const printContainer = ({ writer, body }: AvroContainer): Uint8Array => {
  const schema = Buffer.from(JSON.stringify(writer));
  const sync = syncOf(schema);
  const head = headType.toBuffer({ "avro.schema": schema, "avro.codec": Buffer.from("null") });
  return Buffer.concat([mark, head, sync, countType.toBuffer(1), countType.toBuffer(body.length), body, sync]);
};

interface Decoded<A> {
  readonly value: A;
  readonly offset: number;
}

const decode = <A>(type: avro.Type, bytes: Buffer, at: number): Decoded<A> | undefined => {
  const { value, offset } = type.decode(bytes, at) as Decoded<A | undefined>;
  return offset < 0 || value === undefined ? undefined : { value, offset };
};

type Head = Readonly<Record<string, Uint8Array>>;

const schemaIn = (head: Head): ForeignSchema | undefined => {
  const codec = Buffer.from(head["avro.codec"] ?? "null").toString();
  const parsed: unknown = JSON.parse(Buffer.from(head["avro.schema"] ?? "null").toString());
  const isRecord = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  return codec === "null" && isRecord ? (parsed as ForeignSchema) : undefined;
};

interface Block {
  readonly from: number;
  readonly to: number;
}

/** The only block, if it holds one record and nothing follows it. */
const onlyBlock = (bytes: Buffer, at: number): Block | undefined => {
  const count = decode<number>(countType, bytes, at);
  const size = count && decode<number>(countType, bytes, count.offset);
  if (count?.value !== 1 || !size || size.value < 0) return undefined;
  const to = size.offset + size.value;
  return to + syncLength === bytes.length ? { from: size.offset, to } : undefined;
};

const opened = (bytes: Buffer): AvroContainer | undefined => {
  if (headEnd(bytes, mark.length) === undefined) return undefined;
  const head = decode<Head>(headType, bytes, mark.length);
  const writer = head && schemaIn(head.value);
  const block = head && onlyBlock(bytes, head.offset + syncLength);
  return writer && block ? { writer, body: bytes.subarray(block.from, block.to) } : undefined;
};

/** The one record of an Avro file; undefined where the bytes are no such file, hold several records or are compressed. */
export const readContainer = (bytes: Uint8Array): AvroContainer | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, mark.length).equals(mark)) return undefined;
  try {
    return opened(buffer);
  } catch {
    // The library's text holds values.
    return undefined;
  }
};
