import { eventId, header, personId, positionHeader, recordedAtHeader } from "@samvirke/kernel";
import type { LogRecord, OutgoingRecord, Topic, WireRecord } from "@samvirke/kernel";

const added = new Set(["ce_id", "ce_type", "ce_subject", positionHeader, recordedAtHeader]);

/** A log record as it goes to Kafka: its own headers, then those that name it and its place. */
export const toWire = (record: LogRecord): OutgoingRecord => ({
  key: record.key,
  headers: [
    ...record.headers,
    ["ce_id", record.id],
    ["ce_type", record.type],
    ["ce_subject", record.key],
    [positionHeader, String(record.position)],
    [recordedAtHeader, String(record.recordedAt)],
  ],
  value: record.value,
});

const wholeForm = /^\d{1,15}$/;
const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && wholeForm.test(text) ? Number(text) : undefined;

/** The position that a record of Kafka names; undefined for one that the relay did not write. */
export const positionOf = (record: WireRecord): number | undefined =>
  wholeNumber(header(record.headers, positionHeader));

/** The log record that the relay copied; undefined for a record that it did not write. */
export const fromWire = (topic: Topic, partition: number, record: WireRecord): LogRecord | undefined => {
  const found = Object.fromEntries(record.headers.filter(([name]) => added.has(name)));
  const [position, recordedAt] = [wholeNumber(found[positionHeader]), wholeNumber(found[recordedAtHeader])];
  const [key, id, type] = [personId(record.key), eventId(found["ce_id"] ?? ""), found["ce_type"]];
  if (position === undefined || recordedAt === undefined || !key || !id || type === undefined) return undefined;
  const headers = record.headers.filter(([name]) => !added.has(name));
  return { topic, partition, position, key, id, type, headers, value: record.value, recordedAt };
};
