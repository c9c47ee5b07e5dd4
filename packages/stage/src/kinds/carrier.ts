import { lineageOf, newRecord } from "@samvirke/contracts";
import type { ContractName, Contracts, Fact } from "@samvirke/contracts";
import { deriveEventId } from "@samvirke/kernel";
import type { PersonId, Topic } from "@samvirke/kernel";
import type { StageDefinition } from "../definition.ts";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import { readFacts } from "./facts.ts";
import type { Known } from "./facts.ts";
import { runDefinition } from "./run.ts";

/** What is told to another person's stream. */
export interface Carried<N extends ContractName> {
  readonly to: PersonId;
  readonly value: Contracts[N];
}

/** A stage that takes word of one person to another's stream: each has its own order, and only the log lies between them. */
export interface Carrying<From extends ContractName, To extends ContractName> {
  readonly name: string;
  readonly topic: Topic;
  readonly to: Topic;
  readonly accepts: From;
  readonly writes: To;
  /** Pure; undefined where nothing is to be told. */
  readonly carry: (fact: Fact<From, never>) => Carried<To> | undefined;
}

/** The stage that carries. What it writes has no personal content. */
export const carrierStage = <From extends ContractName, To extends ContractName>(
  hub: Hub,
  { name, topic, to, accepts, writes, carry }: Carrying<From, To>,
): StageDefinition<Known<Fact<From, never>>> => ({
  name,
  topic,
  accepts: (type) => type === accepts,
  prepare: readFacts<From, never>(hub, { accepts: [accepts], opens: [] }),
  handle: ({ fact, record }) => {
    const carried = carry(fact);
    if (carried === undefined) return { appends: [], rows: [] };
    const { correlationId, traceparent } = lineageOf(record.headers);
    const written = newRecord(hub.codec, {
      topic: to,
      person: carried.to,
      name: writes,
      value: carried.value,
      eventId: deriveEventId(record.id, `${writes}/${name}`),
      secret: undefined,
      audience: "hub",
      meta: {
        source: `/samvirke/${name}`,
        time: record.recordedAt,
        correlationId: correlationId ?? record.id,
        causationId: record.id,
        traceparent,
      },
    });
    return { appends: [written], rows: [] };
  },
});

/** Runs a carrying stage. */
export const runCarrier = <From extends ContractName, To extends ContractName>(
  hub: Hub,
  carrying: Carrying<From, To>,
): Promise<Running> => runDefinition(hub, carrierStage(hub, carrying));
