import type { ContractName, Fact } from "@samvirke/contracts";
import { explainDecodeFailure } from "@samvirke/contracts";
import type { DecodeFailure, SealedEvent } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Compartment, Either, LogRecord, PersonSecret } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { ParkFailure } from "../definition.ts";

/** A record ready for its core: what it says, and the key to write about the same person. */
export interface Known<F> {
  readonly fact: F;
  readonly secret: PersonSecret | undefined;
  readonly record: LogRecord;
}

export interface FactsWanted<N extends ContractName, C extends Compartment> {
  readonly accepts: ReadonlyArray<N>;
  readonly opens: ReadonlyArray<C>;
}

const parkFailure = (failure: DecodeFailure): ParkFailure => ({
  reason: "contract",
  detail: explainDecodeFailure(failure),
});

// Schema ids that another release registered are learned once; what is still unknown then is parked.
const learnUnknown = async (hub: Hub, records: ReadonlyArray<LogRecord>): Promise<void> => {
  const unknown = new Set<number>();
  for (const record of records) {
    const decoded = hub.codec.decode(record);
    if (E.isLeft(decoded) && decoded.left._tag === "UnknownSchema") unknown.add(decoded.left.schemaId);
  }
  for (const schemaId of unknown) await hub.codec.learn(schemaId);
};

const isUnknown = (failure: Either<DecodeFailure, unknown>): boolean =>
  E.isLeft(failure) && failure.left._tag === "UnknownSchema";

const decodeAll = async (
  hub: Hub,
  records: ReadonlyArray<LogRecord>,
): Promise<ReadonlyArray<Either<DecodeFailure, SealedEvent>>> => {
  const first = records.map((record) => hub.codec.decode(record));
  if (!first.some(isUnknown)) return first;
  await learnUnknown(hub, records);
  return records.map((record) => hub.codec.decode(record));
};

const factFrom = <N extends ContractName, C extends Compartment>(
  { record, event }: { readonly record: LogRecord; readonly event: SealedEvent },
  content: unknown,
): Fact<N, C> =>
  // The codec checked the schema against the type's name, so the fields are those of its contract.
  ({
    type: event.type,
    id: record.id,
    personId: record.key,
    topic: record.topic,
    partition: record.partition,
    position: record.position,
    recordedAt: record.recordedAt,
    wire: event.value,
    bytes: record.value,
    content,
  }) as unknown as Fact<N, C>;

/**
 * Decodes and opens a batch: keys are fetched once, only the compartments that are wanted are opened.
 *
 * Rejects (unavailable): registry or keys away. Left: a record of ours that does not read; it is parked.
 */
export const readFacts =
  <N extends ContractName, C extends Compartment>(hub: Hub, { opens }: FactsWanted<N, C>) =>
  async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Either<ParkFailure, Known<Fact<N, C>>>>> => {
    const [events, secrets] = await Promise.all([
      decodeAll(hub, records),
      hub.keys.secrets(records.map((record) => record.key)),
    ]);
    return records.map((record, index) => {
      const event = events[index] as Either<DecodeFailure, SealedEvent>;
      if (E.isLeft(event)) return E.left(parkFailure(event.left));
      const secret = secrets.get(record.key);
      const content = hub.codec.open(event.right, { secret, audience: "hub" }, opens as ReadonlyArray<never>);
      if (E.isLeft(content)) return E.left(parkFailure(content.left));
      return E.right({
        fact: factFrom<N, C>({ record, event: event.right }, content.right),
        secret,
        record,
      });
    });
  };
