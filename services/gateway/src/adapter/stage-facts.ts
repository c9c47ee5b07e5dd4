import type { PersonId } from "@samvirke/kernel";
import { partitionOf } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";

/** What the tables know of a stage and one person's partition. */
export interface StageFacts {
  readonly stage: string;
  readonly checkpoint: number;
  readonly paused: string | undefined;
  readonly trouble: { readonly state: "stopped" | "waiting"; readonly reason: string } | undefined;
  /** Reasons of the person's parked records, by position. */
  readonly parked: ReadonlyMap<number, string>;
  /** Positions of the person's records that were given up. */
  readonly discarded: ReadonlySet<number>;
}

interface StageRow {
  readonly stage: string;
  readonly position: number | null;
  readonly paused: string | null;
  readonly state: string | null;
  readonly reason: string | null;
  readonly parked: Readonly<Record<string, string>> | null;
  readonly discarded: ReadonlyArray<number> | null;
}

// Of the instances of a stage the one that spoke last speaks for it.
const statement: Statement = {
  name: "gateway_stages",
  text: `select s.stage, c.position,
      case when k.paused then coalesce(k.reason, '') end as paused, r.state, r.reason,
      (select json_object_agg(p.position, p.reason || ': ' || p.detail) from hub.parked p where p.stage = s.stage and p.person = $2) as parked,
      (select json_agg(d.position) from hub.discarded d where d.stage = s.stage and d.person = $2) as discarded
    from unnest($1::text[]) as s(stage)
    left join hub.checkpoint c on c.stage = s.stage and c.partition = $3
    left join hub.stage_control k on k.stage = s.stage
    left join lateral (select i.state, i.reason from hub.stage_report i where i.stage = s.stage order by i.at desc limit 1) r on true`,
};

const troubleOf = ({ state, reason }: StageRow): StageFacts["trouble"] =>
  state === "stopped" || state === "waiting" ? { state, reason: reason ?? "no reason given" } : undefined;

const factsOf = (row: StageRow): StageFacts => ({
  stage: row.stage,
  checkpoint: row.position ?? -1,
  paused: row.paused ?? undefined,
  trouble: troubleOf(row),
  parked: new Map(Object.entries(row.parked ?? {}).map(([position, reason]) => [Number(position), reason])),
  discarded: new Set(row.discarded ?? []),
});

/** Where each of these stages stands for one person. */
export const readStages = async (
  store: Pick<Store, "query">,
  stages: ReadonlyArray<string>,
  person: PersonId,
): Promise<ReadonlyMap<string, StageFacts>> => {
  const rows = await store.query<StageRow>(statement, [`{${stages.join(",")}}`, person, partitionOf(person)]);
  return new Map(rows.map((row) => [row.stage, factsOf(row)]));
};
