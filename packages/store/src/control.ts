import type { StageControl, StageReport } from "@samvirke/kernel";
import type { Session, Statement } from "./session.ts";

const readStatement: Statement = {
  name: "control",
  text: `select coalesce(c.paused, false) as paused, c.reason, date_part('epoch', c.at) * 1000 as at,
      exists (select from hub.trial t where t.stage = $1 and t.answered_at is null) as has_trials
    from (select 1) one left join hub.stage_control c on c.stage = $1`,
};

const setStatement: Statement = {
  name: "set_control",
  text: `insert into hub.stage_control (stage, paused, reason, by, at) values ($1, $2, $3, $4, now())
    on conflict (stage) do update set paused = excluded.paused, reason = excluded.reason, by = excluded.by, at = excluded.at`,
};

const reportStatement: Statement = {
  name: "report",
  text: `insert into hub.stage_report (stage, instance, state, reason, at) values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
    on conflict (stage, instance) do update set state = excluded.state, reason = excluded.reason, at = excluded.at`,
};

const cleanStatement: Statement = {
  name: "clean_reports",
  text: "delete from hub.stage_report where stage = $1 and instance <> $2 and at < now() - interval '1 hour'",
};

const reportsStatement: Statement = {
  name: "reports",
  text: `select stage, instance, state, reason, date_part('epoch', at) * 1000 as at from hub.stage_report order by stage, instance`,
};

interface ControlRow {
  readonly paused: boolean;
  readonly reason: string | null;
  readonly at: number | null;
  readonly has_trials: boolean;
}

/** What operations asked of a stage. */
export const control = async (session: Session, stage: string): Promise<StageControl> => {
  const [row] = await session.rows<ControlRow>(readStatement, [stage]);
  if (!row) return { paused: false, reason: undefined, at: undefined, hasTrials: false };
  const at = row.at === null ? undefined : Math.round(row.at);
  return { paused: row.paused, reason: row.reason ?? undefined, at, hasTrials: row.has_trials };
};

/** A wish of operations about a stage. */
export interface ControlWish {
  readonly stage: string;
  readonly paused: boolean;
  readonly reason: string;
  readonly by: string;
}

/** Pauses or resumes a stage by hand. */
export const setControl = async (session: Session, wish: ControlWish): Promise<void> => {
  await session.count(setStatement, [wish.stage, wish.paused, wish.reason, wish.by]);
};

/** Keeps the latest state of an instance; instances silent for an hour are forgotten. */
export const report = async (session: Session, told: StageReport): Promise<void> => {
  await session.count(reportStatement, [told.stage, told.instance, told.state, told.reason ?? null, told.at]);
  await session.count(cleanStatement, [told.stage, told.instance]);
};

/** What every instance last said of itself. */
export const reports = async (session: Session): Promise<ReadonlyArray<StageReport>> => {
  const rows = await session.rows<Omit<StageReport, "reason"> & { reason: string | null }>(reportsStatement, []);
  return rows.map((row) => ({ ...row, reason: row.reason ?? undefined, at: Math.round(row.at) }));
};
