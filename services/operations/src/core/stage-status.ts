import type { Instant, StageReport } from "@samvirke/kernel";
import type { Lag, PartitionProgress } from "./lag.ts";
import { checkpointsOf, lagOf } from "./lag.ts";
import type { StageEntry } from "./stages.ts";

/** What someone on call asked of a stage. */
export interface Control {
  readonly paused: boolean;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** What the tables know of a stage. */
export interface StageFacts {
  readonly entry: StageEntry;
  readonly progress: ReadonlyArray<PartitionProgress>;
  readonly reports: ReadonlyArray<StageReport>;
  readonly control: Control | undefined;
  readonly parked: { readonly persons: number; readonly records: number };
}

export interface StageStatus {
  readonly stage: string;
  readonly topic: string;
  readonly state: StageReport["state"];
  readonly reason: string | null;
  readonly lag: Lag;
  readonly checkpoints: ReadonlyArray<number>;
  readonly parked: StageFacts["parked"];
  readonly control: {
    readonly paused: boolean;
    readonly reason: string | null;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly instances: ReadonlyArray<{
    readonly instance: string;
    readonly state: StageReport["state"];
    readonly reason: string | null;
    readonly reportedAt: string;
    readonly secondsAgo: number;
  }>;
}

type Standing = Pick<StageStatus, "state" | "reason">;

/** An instance that has not reported for so long no longer counts; it reports once a second. Unit: milliseconds. */
export const silentAfter = 10_000;

const silence = (reports: ReadonlyArray<StageReport>, now: Instant): Standing => {
  if (reports.length === 0) return { state: "stopped", reason: "no instance has ever reported" };
  const latest = Math.max(...reports.map(({ at }) => at));
  return { state: "stopped", reason: `no instance has reported for ${Math.round((now - latest) / 1000)} s` };
};

const inState = (reports: ReadonlyArray<StageReport>, state: StageReport["state"]): Standing | undefined => {
  const found = reports.find((report) => report.state === state);
  return found && { state, reason: found.reason ?? null };
};

/** One word for a stage: what was asked of it counts first, then the worst of its live instances. */
export const standingOf = ({ control, reports }: Pick<StageFacts, "control" | "reports">, now: Instant): Standing => {
  if (control?.paused) return { state: "paused", reason: `${control.by}: ${control.reason ?? "no reason given"}` };
  const live = reports.filter(({ at }) => now - at <= silentAfter);
  if (live.length === 0) return silence(reports, now);
  return inState(live, "stopped") ?? inState(live, "waiting") ?? { state: "running", reason: null };
};

const iso = (at: Instant): string => new Date(at).toISOString();

/** A stage as `status` tells it. */
export const stageStatus = (facts: StageFacts, now: Instant): StageStatus => ({
  stage: facts.entry.name,
  topic: facts.entry.topic,
  ...standingOf(facts, now),
  lag: lagOf(facts.progress, now),
  checkpoints: checkpointsOf(facts.progress),
  parked: facts.parked,
  control: facts.control ? { ...facts.control, at: iso(facts.control.at) } : null,
  instances: facts.reports.map(({ instance, state, reason, at }) => ({
    instance,
    state,
    reason: reason ?? null,
    reportedAt: iso(at),
    secondsAgo: Math.round(Math.max(0, now - at) / 1000),
  })),
});
