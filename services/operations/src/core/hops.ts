import { topics } from "@samvirke/contracts";
import type { CaseFacts, ParkedFacts, RecordFacts, StagePlace } from "./case-facts.ts";
import type { Leg, StageEntry } from "./stages.ts";
import { stages } from "./stages.ts";

/** One stage on a message's road. */
export interface Hop {
  readonly stage: string;
  readonly state: "done" | "parked" | "discarded" | "waiting" | "paused" | "stopped";
  readonly reason: string | null;
  /** Records of the person's partition that the stage has to handle first. */
  readonly before: number;
  readonly record: RecordFacts;
}

// What follows from a decision is part of it: the last of its events is the one that everybody has to pass.
const isLeg: Readonly<Record<Leg, (record: RecordFacts) => boolean>> = {
  message: ({ topic, type }) => topic === topics.messages && type === "MessageReceived",
  decision: ({ topic, type }) => topic === topics.events && type !== "PersonRedriven",
  receipt: ({ topic, type }) => topic === topics.receiptOutbound && type === "OutboundMessage",
  welfare: ({ topic, type }) => topic === topics.welfareOutbound && type === "OutboundMessage",
  health: ({ topic, type }) => topic === topics.healthOutbound && type === "OutboundMessage",
  employer: ({ topic, type }) => topic === topics.employerOutbound && type === "OutboundMessage",
};

const parkedReason = ({ reason, detail, attempts }: ParkedFacts): string =>
  reason === "behind"
    ? "behind: an earlier record of the person is parked"
    : `${reason}: ${detail} (attempts: ${attempts})`;

const isOf =
  (record: RecordFacts, stage: string) =>
  (one: Pick<ParkedFacts, "stage" | "topic" | "position">): boolean =>
    one.stage === stage && one.topic === record.topic && one.position === record.position;

const standing = (place: StagePlace | undefined): Pick<Hop, "state" | "reason"> => {
  if (place === undefined || place.state === "running") return { state: "waiting", reason: null };
  return { state: place.state, reason: place.reason };
};

const hopOf = (entry: StageEntry, record: RecordFacts, facts: CaseFacts): Hop => {
  const place = facts.stages.find(({ stage }) => stage === entry.name);
  const checkpoint = place?.checkpoint ?? -1;
  const parked = facts.parked.find(isOf(record, entry.name));
  const shared = { stage: entry.name, record, before: Math.max(0, record.position - checkpoint - 1) };
  if (parked) return { ...shared, state: "parked", reason: parkedReason(parked) };
  const discarded = facts.discarded.find(isOf(record, entry.name));
  if (discarded) return { ...shared, state: "discarded", reason: `${discarded.by}: ${discarded.why}` };
  if (checkpoint >= record.position) return { ...shared, state: "done", reason: null };
  return { ...shared, ...standing(place) };
};

/** The hops of a message that have a record to handle, in the order of its road; of several records of one leg the last. */
export const hopsOf = (messageId: string, facts: CaseFacts): ReadonlyArray<Hop> => {
  const own = facts.records.filter((record) => record.messageId === messageId);
  return stages.flatMap((entry) => {
    const record = own.findLast(isLeg[entry.leg]);
    return record ? [hopOf(entry, record, facts)] : [];
  });
};
