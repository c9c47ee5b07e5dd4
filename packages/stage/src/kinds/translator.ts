import { lineageOf, newRecord } from "@samvirke/contracts";
import type { ContractName, Fact, OutboundMessage } from "@samvirke/contracts";
import { deriveEventId } from "@samvirke/kernel";
import type { Audience, Compartment, NewRecord, Topic } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import type { StageDefinition } from "../definition.ts";
import type { Background, Informed, Wanting } from "./background.ts";
import { readInformed } from "./background.ts";
import type { Known } from "./facts.ts";
import type { Appetite } from "./run.ts";
import { runDefinition } from "./run.ts";

/** A translation: facts to documents of one sector. */
export interface Translation<N extends ContractName, C extends Compartment> extends Wanting<N, C> {
  readonly name: string;
  readonly topic: Topic;
  /** The outbound topic. */
  readonly to: Topic;
  /** Whose keys the documents are sealed with. */
  readonly audience: Audience;
  readonly accepts: ReadonlyArray<N>;
  readonly appetite?: Appetite;
  /** Pure. An erased person's facts lead to no document. */
  readonly translate: (fact: Fact<N, C>, background: Background<Fact<N, C>>) => ReadonlyArray<OutboundMessage>;
}

type Source = Pick<Translation<ContractName, Compartment>, "name" | "to" | "audience">;

const outboundRecord =
  (hub: Hub, { name, to, audience }: Source) =>
  (known: Known<Fact<ContractName, Compartment>>, value: OutboundMessage, index: number): NewRecord => {
    const lineage = lineageOf(known.record.headers);
    return newRecord(hub.codec, {
      topic: to,
      person: known.fact.personId,
      name: "OutboundMessage",
      value,
      eventId: deriveEventId(known.fact.id, `OutboundMessage/${name}`, index),
      secret: known.secret,
      audience,
      meta: {
        source: `/samvirke/${name}`,
        time: known.fact.recordedAt,
        correlationId: lineage.correlationId ?? known.fact.id,
        causationId: known.fact.id,
        traceparent: lineage.traceparent,
      },
    });
  };

/** The stage that writes a sector's documents. */
export const translatorStage = <N extends ContractName, C extends Compartment>(
  hub: Hub,
  translation: Translation<N, C>,
): StageDefinition<Informed<Fact<N, C>>> => {
  const accepted: ReadonlySet<string> = new Set(translation.accepts);
  const write = outboundRecord(hub, translation);
  return {
    name: translation.name,
    topic: translation.topic,
    accepts: (type) => accepted.has(type),
    prepare: readInformed<N, C>(hub, translation),
    handle: ({ known, background }) => ({
      rows: [],
      appends: translation
        .translate(known.fact, background)
        .map((message, index) => write(known as unknown as Known<Fact<ContractName, Compartment>>, message, index)),
    }),
  };
};

/** Runs a translation. */
export const runTranslator = <N extends ContractName, C extends Compartment>(
  hub: Hub,
  translation: Translation<N, C>,
): Promise<Running> => runDefinition(hub, translatorStage(hub, translation), translation.appetite);
