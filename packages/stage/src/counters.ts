/** What a stage has done since it started, for metrics. */
export interface StageCounters {
  /** Transactions committed. */
  batches: number;
  handled: number;
  parked: number;
  redriven: number;
  appended: number;
  /** Records at or below the checkpoint that came again. */
  repeats: number;
  /** Records in Kafka that the relay did not write. */
  foreign: number;
  /** Commits refused because another instance was ahead. */
  stale: number;
  retries: number;
  gaps: number;
  /** Times that reading was set back because records were missing silently. */
  healed: number;
}

export const zeroCounters = (): StageCounters => ({
  batches: 0,
  handled: 0,
  parked: 0,
  redriven: 0,
  appended: 0,
  repeats: 0,
  foreign: 0,
  stale: 0,
  retries: 0,
  gaps: 0,
  healed: 0,
});
