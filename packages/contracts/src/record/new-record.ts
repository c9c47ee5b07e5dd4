import type { NewRecord, PersonId, Topic } from "@samvirke/kernel";
import type { Codec } from "../codec/codec.ts";
import type { ContractName, EncodeContext } from "../codec/types.ts";
import { contractList } from "../generated/contracts.gen.ts";
import type { Contracts } from "../generated/contracts.gen.ts";
import type { EventMeta } from "./headers.ts";
import { eventHeaders } from "./headers.ts";

/** A record to be written: where, about whom, what, and for which audience it is sealed. */
export interface RecordInput<N extends ContractName> extends EncodeContext {
  readonly topic: Topic;
  readonly person: PersonId;
  readonly name: N;
  readonly value: Contracts[N];
  readonly meta: EventMeta;
  /** Only for records that go to every partition (DayPassed). */
  readonly partition?: number;
}

const versions: ReadonlyMap<string, number> = new Map(contractList.map(({ name, version }) => [name, version]));
const homes: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  contractList.map(({ name, topics }) => [name, topics]),
);

/** URN of the newest schema of a contract on a topic; no host in it. */
export const dataSchema = (topic: Topic, name: ContractName): string =>
  `urn:samvirke:schema:${topic}:${name}:${versions.get(name) ?? 0}`;

/** A record for the log. Throws when the topic does not carry the contract, or the value does not fit it: defects. */
export const newRecord = <N extends ContractName>(codec: Codec, input: RecordInput<N>): NewRecord => {
  const { topic, name, partition } = input;
  if (!homes.get(name)?.includes(topic)) throw new Error(`${topic} carries no ${name}`);
  return {
    topic,
    key: input.person,
    id: input.eventId,
    type: name,
    headers: eventHeaders({ ...input.meta, dataSchema: dataSchema(topic, name) }),
    value: codec.encode(name, input.value, input),
    ...(partition === undefined ? {} : { partition }),
  };
};
