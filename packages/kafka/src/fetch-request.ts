import type { Topic } from "@samvirke/kernel";
import type { AbortedTransaction } from "./batch-decode.ts";
import { fetchRequest, type ProtocolCall } from "./kafkajs.ts";

/** One partition's part of a fetch. */
export interface FetchAnswer {
  readonly partition: number;
  readonly errorCode: number;
  readonly highWatermark: bigint;
  /** Offset before which everything committed can be read. */
  readonly stable: bigint;
  readonly aborted: ReadonlyArray<AbortedTransaction>;
  /** Record batches as they came, the last perhaps cut off; a view, not a copy. */
  readonly bytes: Buffer;
}

export interface FetchFrom {
  readonly partition: number;
  readonly fetchOffset: bigint;
  readonly maxBytes: number;
}

export interface FetchLimits {
  readonly maxWait: number;
  readonly maxBytes: number;
}

const readCommitted = 1;

interface Place {
  at: number;
}

const readAborted = (payload: Buffer, place: Place): ReadonlyArray<AbortedTransaction> => {
  const count = Math.max(0, payload.readInt32BE(place.at));
  const start = place.at + 4;
  place.at = start + count * 16;
  return Array.from({ length: count }, (_, i) => ({
    producerId: payload.readBigInt64BE(start + i * 16),
    firstOffset: payload.readBigInt64BE(start + i * 16 + 8),
  }));
};

const readPartition = (payload: Buffer, place: Place): FetchAnswer => {
  const start = place.at;
  place.at += 30;
  const aborted = readAborted(payload, place);
  const length = Math.max(0, payload.readInt32BE(place.at + 4));
  const bytes = payload.subarray(place.at + 8, place.at + 8 + length);
  place.at += 8 + length;
  return {
    partition: payload.readInt32BE(start),
    errorCode: payload.readInt16BE(start + 4),
    highWatermark: payload.readBigInt64BE(start + 6),
    stable: payload.readBigInt64BE(start + 14),
    aborted,
    bytes,
  };
};

// Fetch response 11: throttle int32, error int16, session int32,
//   [topic string, [partition int32, error int16, high watermark int64, last stable int64, log start int64,
//    [producer int64, first offset int64], preferred replica int32, size int32, record batches]]
// Source: Kafka protocol, api key 1.
const answersOf = (payload: Buffer): ReadonlyArray<FetchAnswer> => {
  if (payload.readInt32BE(10) < 1) return [];
  const place = { at: 16 + payload.readInt16BE(14) };
  const count = payload.readInt32BE(place.at);
  place.at += 4;
  return Array.from({ length: count }, () => readPartition(payload, place));
};

/** Reads from partitions of one topic that one broker leads. */
export const fetchCall = (
  topic: Topic,
  from: ReadonlyArray<FetchFrom>,
  limits: FetchLimits,
): ProtocolCall<{ readonly errorCode: number; readonly answers: ReadonlyArray<FetchAnswer> }> => ({
  request: fetchRequest({
    replicaId: -1,
    maxWaitTime: limits.maxWait,
    minBytes: 1,
    maxBytes: limits.maxBytes,
    isolationLevel: readCommitted,
    topics: [{ topic, partitions: from }],
  }),
  response: {
    decode: async (payload) => ({
      clientSideThrottleTime: payload.readInt32BE(0),
      errorCode: payload.readInt16BE(4),
      answers: answersOf(payload),
    }),
    parse: async (decoded) => decoded,
  },
});
