import type { StageReport } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { PartitionProgress } from "../core/lag.ts";
import type { Control, StageFacts } from "../core/stage-status.ts";
import { stages } from "../core/stages.ts";

type StageStore = Pick<Store, "query" | "reports" | "parkedCounts">;

interface ProgressRow extends PartitionProgress {
  readonly stage: string;
}

// A stage has no checkpoint in a partition until it handled something there, so the heads say what there is to handle.
const progressStatement: Statement = {
  name: "operations_progress",
  text: `select s.stage, h.partition, coalesce(c.position, -1) as position, h.next - 1 - coalesce(c.position, -1) as behind,
      date_part('epoch', (select l.recorded_at from hub.log l where l.topic = h.topic and l.partition = h.partition
        and l.position = coalesce(c.position, -1) + 1)) * 1000 as since
    from unnest($1::text[], $2::text[]) as s(stage, topic)
    join hub.log_head h on h.topic = s.topic
    left join hub.checkpoint c on c.stage = s.stage and c.topic = h.topic and c.partition = h.partition`,
};

const controlsStatement: Statement = {
  name: "operations_controls",
  text: "select stage, paused, reason, by, date_part('epoch', at) * 1000 as at from hub.stage_control",
};

const list = (values: ReadonlyArray<string>): string => `{${values.join(",")}}`;

const readProgress = (store: StageStore): Promise<ReadonlyArray<ProgressRow>> =>
  store.query(progressStatement, [list(stages.map(({ name }) => name)), list(stages.map(({ topic }) => topic))]);

interface ControlRow extends Control {
  readonly stage: string;
}

/** What was asked of each stage that anything was asked of. */
export const readControls = async (store: Pick<Store, "query">): Promise<ReadonlyMap<string, Control>> => {
  const rows = await store.query<ControlRow>(controlsStatement, []);
  return new Map(rows.map(({ stage, paused, reason, by, at }) => [stage, { paused, reason, by, at: Math.round(at) }]));
};

const of = <A extends { readonly stage: string }>(rows: ReadonlyArray<A>, stage: string): ReadonlyArray<A> =>
  rows.filter((row) => row.stage === stage);

const newestFirst = (a: StageReport, b: StageReport): number => b.at - a.at;

/** What the tables know of every stage. */
export const readStageFacts = async (store: StageStore): Promise<ReadonlyArray<StageFacts>> => {
  const [progress, reports, controls, counts] = await Promise.all([
    readProgress(store),
    store.reports(),
    readControls(store),
    store.parkedCounts(),
  ]);
  return stages.map((entry) => {
    const parked = of(counts, entry.name)[0];
    return {
      entry,
      progress: of(progress, entry.name),
      reports: [...of(reports, entry.name)].sort(newestFirst),
      control: controls.get(entry.name),
      parked: { persons: parked?.persons ?? 0, records: parked?.records ?? 0 },
    };
  });
};
