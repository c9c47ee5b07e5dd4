import avro from "avsc";
import { isUuid } from "@samvirke/kernel";
import type { AvroRecord, AvroSchema } from "../schema/avro.ts";

// Undefined is what avsc refuses; a throw would cost 10 us for each null of an optional field.

/** Ids are checked when they are written, so that no other text travels in their place. */
class UuidType extends avro.types.LogicalType {
  protected override _fromValue(text: unknown): unknown {
    return text;
  }
  protected override _toValue(text: unknown): unknown {
    return typeof text === "string" && isUuid(text) ? text : undefined;
  }
  protected override _resolve(writer: avro.Type): ((value: unknown) => unknown) | undefined {
    return writer.typeName === "string" || writer instanceof UuidType ? (value) => value : undefined;
  }
}

/** avsc takes Buffers only; the hub's bytes are Uint8Arrays. */
class BytesType extends avro.types.LogicalType {
  protected override _fromValue(bytes: unknown): unknown {
    return bytes;
  }
  protected override _toValue(bytes: unknown): unknown {
    return bytes instanceof Uint8Array ? asBuffer(bytes) : undefined;
  }
  protected override _resolve(writer: avro.Type): ((value: unknown) => unknown) | undefined {
    return writer instanceof BytesType ? (value) => value : undefined;
  }
}

/** The same memory as a Buffer. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const bytesType = new BytesType({ type: "bytes", logicalType: "bytes" });

const bytesHook = (schema: avro.Schema): avro.Type | undefined => (schema === "bytes" ? bytesType : undefined);

/**
 * The avsc type of a self-contained schema.
 *
 * Days and instants stay the numbers that the kernel speaks: avsc leaves `date` and `timestamp-millis` unregistered.
 */
export const makeType = (schema: AvroRecord | AvroSchema): avro.Type =>
  avro.Type.forSchema(schema as avro.Schema, {
    logicalTypes: { uuid: UuidType },
    assertLogicalTypes: true,
    omitRecordMethods: true,
    wrapUnions: "never",
    typeHook: bytesHook,
  });
