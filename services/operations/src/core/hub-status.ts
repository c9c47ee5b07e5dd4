import type { Day, Instant } from "@samvirke/kernel";
import { addDays, osloDay, printDay } from "@samvirke/kernel";
import type { Lag, PartitionProgress } from "./lag.ts";
import { checkpointsOf, lagOf } from "./lag.ts";
import type { StageFacts, StageStatus } from "./stage-status.ts";
import { stageStatus } from "./stage-status.ts";

/** A part that the hub stands on. */
export interface PartFacts {
  readonly part: "postgres" | "kafka" | "registry";
  readonly reachable: boolean;
  readonly ms: number;
}

/** How far the relay is with one topic; null where Kafka could not be asked. */
export interface RelayFacts {
  readonly topic: string;
  readonly progress: ReadonlyArray<PartitionProgress> | null;
}

export interface RelayStatus {
  readonly topic: string;
  readonly lag: Lag | null;
  /** Last position in Kafka, per partition. */
  readonly positions: ReadonlyArray<number> | null;
}

export interface HubFacts {
  readonly now: Instant;
  readonly parts: ReadonlyArray<PartFacts>;
  readonly stages: ReadonlyArray<StageFacts>;
  readonly relay: ReadonlyArray<RelayFacts>;
  /** The last day that the clock told; undefined before the first. */
  readonly clockDay: Day | undefined;
}

export interface HubStatus {
  readonly overall: "green" | "red";
  readonly reasons: ReadonlyArray<string>;
  readonly at: string;
  readonly parts: ReadonlyArray<PartFacts>;
  readonly stages: ReadonlyArray<StageStatus>;
  readonly relay: ReadonlyArray<RelayStatus>;
  readonly clock: { readonly lastDay: string | null };
}

// Unit: seconds; the clock's in milliseconds.
const patience = 5;
const stageTooOld = 60;
const relayTooOld = 30;
const clockGrace = 600_000;

const partReasons = (parts: ReadonlyArray<PartFacts>): ReadonlyArray<string> =>
  parts.filter(({ reachable }) => !reachable).map(({ part }) => `${part} is not reachable`);

// A stage waits for a moment now and then; it counts once records have waited with it.
const isStanding = ({ state, lag }: StageStatus): boolean =>
  state === "paused" || state === "stopped" || (state === "waiting" && lag.seconds > patience);

const stageReasons = (status: StageStatus): ReadonlyArray<string> => {
  const { stage, state, reason, lag, parked } = status;
  return [
    ...(isStanding(status) ? [`${stage} is ${state}: ${reason ?? "no reason given"}`] : []),
    ...(lag.seconds > stageTooOld ? [`${stage} is ${lag.seconds} s and ${lag.positions} positions behind`] : []),
    ...(parked.persons > 0 ? [`${stage} has ${parked.persons} persons parked with ${parked.records} records`] : []),
  ];
};

const relayReasons = ({ topic, lag }: RelayStatus): ReadonlyArray<string> =>
  lag !== null && lag.seconds > relayTooOld
    ? [`the relay of ${topic} is ${lag.seconds} s and ${lag.positions} positions behind`]
    : [];

const clockReasons = ({ clockDay, now }: HubFacts): ReadonlyArray<string> => {
  const due = addDays(osloDay(now - clockGrace), -1);
  return clockDay === undefined || clockDay >= due ? [] : [`the clock has told no day after ${printDay(clockDay)}`];
};

const relayStatus = ({ topic, progress }: RelayFacts, now: Instant): RelayStatus => ({
  topic,
  lag: progress && lagOf(progress, now),
  positions: progress && checkpointsOf(progress),
});

/** The hub at a glance. Red: somebody should look; each reason is one sentence with figures. */
export const hubStatus = (facts: HubFacts): HubStatus => {
  const stages = facts.stages.map((stage) => stageStatus(stage, facts.now));
  const relay = facts.relay.map((topic) => relayStatus(topic, facts.now));
  const reasons = [
    ...partReasons(facts.parts),
    ...stages.flatMap(stageReasons),
    ...relay.flatMap(relayReasons),
    ...clockReasons(facts),
  ];
  return {
    overall: reasons.length === 0 ? "green" : "red",
    reasons,
    at: new Date(facts.now).toISOString(),
    parts: facts.parts,
    stages,
    relay,
    clock: { lastDay: facts.clockDay === undefined ? null : printDay(facts.clockDay) },
  };
};
