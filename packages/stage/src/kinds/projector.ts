import { lineageOf, newRecord } from "@samvirke/contracts";
import type { ContractName, Fact, ViewChanged } from "@samvirke/contracts";
import { deriveEventId } from "@samvirke/kernel";
import type { Compartment, NewRecord, Projected, Table, Topic } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import type { Effects, StageDefinition } from "../definition.ts";
import { readFacts } from "./facts.ts";
import type { Known } from "./facts.ts";
import type { Appetite } from "./run.ts";
import { runDefinition } from "./run.ts";

/** A projection: facts to rows, and to what its subscribers are told. */
export interface Projection<N extends ContractName, C extends Compartment> {
  readonly name: string;
  readonly topic: Topic;
  /** Database schema that this projection owns. */
  readonly schema: string;
  readonly tables: ReadonlyArray<Table>;
  /** Topic of the changes; absent where nobody subscribes. */
  readonly feed?: Topic;
  readonly accepts: ReadonlyArray<N>;
  readonly opens: ReadonlyArray<C>;
  readonly appetite?: Appetite;
  /** Pure and total: what happened is never refused here. */
  readonly project: (fact: Fact<N, C>) => Projected<ViewChanged>;
}

const changeRecord =
  (hub: Hub, source: { readonly name: string; readonly feed: Topic }) =>
  (known: Known<Fact<ContractName, Compartment>>, value: ViewChanged, index: number): NewRecord =>
    newRecord(hub.codec, {
      topic: source.feed,
      person: known.fact.personId,
      name: "ViewChanged",
      value,
      eventId: deriveEventId(known.fact.id, `ViewChanged/${source.name}`, index),
      secret: known.secret,
      audience: "hub",
      meta: {
        ...lineageOf(known.record.headers),
        source: `/samvirke/${source.name}`,
        time: known.fact.recordedAt,
        correlationId: lineageOf(known.record.headers).correlationId ?? known.fact.id,
        causationId: known.fact.id,
        archiveId: undefined,
      },
    });

type AnyKnown = Known<Fact<ContractName, Compartment>>;

/** Turns what a projection made of a record into effects: rows, and records of its feed. */
export const effectsWith = <N extends ContractName, C extends Compartment>(
  hub: Hub,
  { name, feed }: { readonly name: string; readonly feed?: Topic },
): ((known: Known<Fact<N, C>>, projected: Projected<ViewChanged>) => Effects) => {
  const tell = feed === undefined ? undefined : changeRecord(hub, { name, feed });
  return (known, { rows, changes }) => ({
    rows,
    appends: tell ? changes.map((change, index) => tell(known as unknown as AnyKnown, change, index)) : [],
  });
};

/** The stage that keeps a projection up to date. */
export const projectorStage = <N extends ContractName, C extends Compartment>(
  hub: Hub,
  projection: Projection<N, C>,
): StageDefinition<Known<Fact<N, C>>> => {
  const accepted: ReadonlySet<string> = new Set(projection.accepts);
  const { name, topic, schema } = projection;
  const effects = effectsWith<N, C>(hub, projection);
  return {
    name,
    topic,
    schema,
    accepts: (type) => accepted.has(type),
    prepare: readFacts<N, C>(hub, projection),
    handle: (known) => effects(known, projection.project(known.fact)),
  };
};

/** Creates a projection's tables and runs it. */
export const runProjector = async <N extends ContractName, C extends Compartment>(
  hub: Hub,
  projection: Projection<N, C>,
): Promise<Running> => {
  await hub.store.createTables(projection.schema, projection.tables);
  return runDefinition(hub, projectorStage(hub, projection), projection.appetite);
};
