import type { ForeignSchema } from "@samvirke/contracts";
import { foreignFrame, printContainer } from "@samvirke/contracts";
import { printTombstone } from "@samvirke/formats";
import type { WireRecord } from "@samvirke/kernel";
import type { BridgedTopic } from "../core/topics.ts";

/** A record as the gateway takes it. */
export interface Parcel {
  readonly topic: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The schema under an id of the topics' registry; undefined where it has none. */
export type WriterOf = (schemaId: number) => Promise<ForeignSchema | undefined>;

type Taken = Pick<WireRecord, "key" | "value">;

const json = "application/json";
const avro = "application/vnd.apache.avro";

// Spliced, so that the value's bytes stay as they were written.
const withKey = ({ key, value }: Taken): Uint8Array =>
  Buffer.concat([Buffer.from(`{"key":${JSON.stringify(key)},"value":`), value, Buffer.from("}")]);

const withWriter = async (value: Uint8Array, writerOf: WriterOf): Promise<Uint8Array> => {
  const frame = foreignFrame(value);
  const writer = frame && (await writerOf(frame.schemaId));
  return frame && writer ? printContainer({ writer, body: frame.body }) : value;
};

/**
 * A topic's record as a message of its own: its key beside it where that says something, an Avro record with the schema
 * of its writer, and an empty or null value as a word that whatever the key names is gone.
 */
export const parcelOf = async (of: BridgedTopic, record: Taken, writerOf: WriterOf): Promise<Parcel> => {
  const { topic, notation, isKeyed } = of;
  if (record.value.length === 0) return { topic, contentType: json, bytes: printTombstone(record.key) };
  if (notation === "AVRO") return { topic, contentType: avro, bytes: await withWriter(record.value, writerOf) };
  return { topic, contentType: json, bytes: isKeyed ? withKey(record) : record.value };
};
