import { logFailure, type Topic } from "@samvirke/kernel";
import type { ProtocolCall } from "./kafkajs.ts";

/** What the broker says of one partition's batch; code 0: written by all in-sync replicas. */
export interface ProduceAnswer {
  readonly partition: number;
  readonly errorCode: number;
}

const allReplicas = -1;

// Produce request 7: transactional id nullable string, acks int16, timeout int32,
//   [topic string, [partition int32, size int32, record batch]]
// Source: Kafka protocol, api key 0.
const bodyOf = (topic: Topic, batches: ReadonlyMap<number, Buffer>, timeout: number): Buffer => {
  const name = Buffer.from(topic);
  const head = Buffer.alloc(18 + name.length);
  head.writeInt16BE(-1, 0);
  head.writeInt16BE(allReplicas, 2);
  head.writeInt32BE(timeout, 4);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(name.length, 12);
  name.copy(head, 14);
  head.writeInt32BE(batches.size, 14 + name.length);
  const parts: Array<Buffer> = [head];
  for (const [partition, batch] of batches) {
    const place = Buffer.alloc(8);
    place.writeInt32BE(partition, 0);
    place.writeInt32BE(batch.length, 4);
    parts.push(place, batch);
  }
  return Buffer.concat(parts);
};

// Produce response 7: [topic string, [partition int32, error int16, base offset int64, append time int64,
//   log start int64]], throttle int32
const answersOf = (payload: Buffer): ReadonlyArray<ProduceAnswer> => {
  if (payload.readInt32BE(0) !== 1) throw logFailure("retriable", "kafka: produce answer for another request");
  const start = 6 + payload.readInt16BE(4);
  const count = payload.readInt32BE(start);
  return Array.from({ length: count }, (_, i) => {
    const at = start + 4 + i * 30;
    return { partition: payload.readInt32BE(at), errorCode: payload.readInt16BE(at + 4) };
  });
};

/** Appends one batch per partition of a topic, acknowledged by all in-sync replicas. */
export const produceCall = (
  topic: Topic,
  batches: ReadonlyMap<number, Buffer>,
  timeout: number,
): ProtocolCall<{ readonly answers: ReadonlyArray<ProduceAnswer> }> => ({
  request: {
    apiKey: 0,
    apiVersion: 7,
    apiName: "Produce",
    encode: async () => {
      const body = bodyOf(topic, batches, timeout);
      return { buf: body, buffer: body };
    },
  },
  response: {
    decode: async (payload) => ({
      answers: answersOf(payload),
      clientSideThrottleTime: payload.readInt32BE(payload.length - 4),
    }),
    parse: async (decoded) => decoded,
  },
});
