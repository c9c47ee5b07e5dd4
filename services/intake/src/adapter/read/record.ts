import type { Finding } from "@samvirke/contracts";
import type { Received } from "@samvirke/domain";
import type { AvroDocument, Malformed } from "@samvirke/formats";
import { avroDocumentOf, readJsonRecord } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { receivedOf, unreadable } from "./inbound.ts";

/** A record of a topic: its value, and its key where one is told. */
export interface TopicRecord {
  readonly value: unknown;
  readonly key: string | null;
}

/** What one of welfare's records is read in. */
export interface RecordArrived extends Arrived {
  readonly received: Received;
  readonly record: TopicRecord;
}

// The same id with other content is a new state of the same thing, which is how a topic works.
const ofRecord = (arrived: Arrived): Received => ({ ...receivedOf(arrived), conflictsWith: null });

const notRead = (received: Received, findings: ReadonlyArray<Finding>): Inbound =>
  unreadable(received, "STRUCTURE", [{ path: "", rule: "RECORD_MALFORMED" }, ...findings]);

/** The bytes of a document that may stand in a record beside its key. */
export const documentBytes = (bytes: Uint8Array): Uint8Array => {
  const found = readJsonRecord(bytes);
  return found?.key === undefined ? bytes : Buffer.from(JSON.stringify(found.value));
};

type Read<S, A> = (source: S, arrived: RecordArrived) => Either<Malformed, A>;
type Make<A> = (read: A, arrived: RecordArrived, deps: ReadDeps) => Inbound;

/** A reader of a JSON record; what is no such record is unreadable. */
export const jsonReader =
  <A>(read: Read<unknown, A>, make: Make<A>): Reader =>
  (arrived, deps) => {
    const received = ofRecord(arrived);
    const found = readJsonRecord(arrived.bytes);
    if (found === undefined) return unreadable(received, "SYNTAX", [{ path: "", rule: "NOT_JSON" }]);
    const record = { value: found.value, key: found.key ?? arrived.message.case.recordKey };
    const whole = { ...arrived, received, record };
    const value = read(record.value, whole);
    return E.isLeft(value) ? notRead(received, value.left.findings) : make(value.right, whole, deps);
  };

/** A reader of an Avro record, in a file or framed. */
export const avroReader =
  <A>(read: Read<AvroDocument, A>, make: Make<A>): Reader =>
  (arrived, deps) => {
    const received = ofRecord(arrived);
    const whole = { ...arrived, received, record: { value: undefined, key: arrived.message.case.recordKey } };
    const value = read(avroDocumentOf(arrived.bytes), whole);
    return E.isLeft(value) ? notRead(received, value.left.findings) : make(value.right, whole, deps);
  };
