import type { RedriveState } from "./redrive-state.ts";

/** A redrive as the tables have it. */
export interface RedriveFacts {
  readonly id: string;
  readonly state: RedriveState;
  readonly by: string;
  readonly why: string;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly stages: ReadonlyArray<string>;
  readonly began_at: Date;
  readonly changed_at: Date;
  readonly total: number;
  readonly waiting: number;
  readonly sent: number;
  readonly drained: number;
  readonly parked: number;
  readonly per_second: number | null;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

// Figures of a redrive that stands still would only mislead.
const pace = ({
  state,
  per_second,
  waiting,
  sent,
}: RedriveFacts): Pick<RedriveDocument, "perSecond" | "secondsLeft"> => {
  if (state !== "running" || per_second === null || per_second <= 0) return { perSecond: null, secondsLeft: null };
  return { perSecond: rounded(per_second), secondsLeft: Math.ceil((waiting + sent) / per_second) };
};

/** A redrive with how far it is; persons are counted once per stage. */
export interface RedriveDocument {
  readonly id: string;
  readonly state: RedriveState;
  readonly by: string;
  readonly reason: string;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly stages: ReadonlyArray<string>;
  readonly beganAt: string;
  readonly changedAt: string;
  readonly persons: {
    readonly total: number;
    readonly waiting: number;
    readonly sent: number;
    readonly drained: number;
    readonly parkedAgain: number;
  };
  /** Persons settled a second, and when it will be through; null where it does not run. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** A redrive as operations tells it. */
export const redriveDocument = (facts: RedriveFacts): RedriveDocument => ({
  id: facts.id,
  state: facts.state,
  by: facts.by,
  reason: facts.why,
  scope: facts.scope,
  stages: facts.stages,
  beganAt: facts.began_at.toISOString(),
  changedAt: facts.changed_at.toISOString(),
  persons: {
    total: facts.total,
    waiting: facts.waiting,
    sent: facts.sent,
    drained: facts.drained,
    parkedAgain: facts.parked,
  },
  ...pace(facts),
});
