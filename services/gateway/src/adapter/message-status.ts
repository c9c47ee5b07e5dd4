import type { Store } from "@samvirke/store";
import { decisionOf } from "../core/decision.ts";
import type { Hop, HopFacts } from "../core/hops.ts";
import { hopOf } from "../core/hops.ts";
import type { Reader } from "../core/party.ts";
import { mayRead } from "../core/party.ts";
import type { Leg } from "../core/road.ts";
import { roadOf, roadStages } from "../core/road.ts";
import type { MessageStatus } from "../core/status.ts";
import { statusOf } from "../core/status.ts";
import type { MessageRow } from "./message-cases.ts";
import { openDecision, readCase, readMessage } from "./message-cases.ts";
import type { RoadRecord } from "./message-records.ts";
import { readRoad } from "./message-records.ts";
import type { Opening } from "./opening.ts";
import type { StageFacts } from "./stage-facts.ts";
import { readStages } from "./stage-facts.ts";

export interface StatusDeps {
  readonly store: Pick<Store, "query">;
  readonly opening: Opening;
}

/** A message that this reader may ask about: its own, or any on the welfare side. */
export const findMessage = async (deps: StatusDeps, reader: Reader, id: string): Promise<MessageRow | undefined> => {
  const message = await readMessage(deps.store, id);
  return message && mayRead(reader, { aliases: [message.sender] }) ? message : undefined;
};

/** The record that shows a stage's work, where it leaves one. */
const effects: Readonly<Record<string, Leg>> = {
  intake: "decision",
  "receipt-translator": "receipt",
  "welfare-translator": "welfare",
  "health-translator": "health",
  "employer-translator": "employer",
};

const silent = {
  checkpoint: -1,
  parked: new Map<number, string>(),
  discarded: new Set<number>(),
  paused: undefined,
  trouble: undefined,
};

const hopFacts = (
  { stage, leg }: { readonly stage: string; readonly leg: Leg },
  stages: ReadonlyMap<string, StageFacts>,
  road: ReadonlyMap<Leg, RoadRecord>,
): HopFacts => {
  const { checkpoint, parked, discarded, paused, trouble } = stages.get(stage) ?? silent;
  const position = road.get(leg)?.position;
  const effect = effects[stage];
  return {
    stage,
    position,
    checkpoint,
    parked: position === undefined ? undefined : parked.get(position),
    isDiscarded: position !== undefined && discarded.has(position),
    paused,
    trouble,
    at: effect && road.get(effect)?.recordedAt,
  };
};

const isDone = (facts: HopFacts): boolean => hopOf(facts).state === "done";

const hopsOf = (stages: ReadonlyMap<string, StageFacts>, road: ReadonlyMap<Leg, RoadRecord>): ReadonlyArray<Hop> => {
  const translators = ["receipt-translator", "welfare-translator", "health-translator", "employer-translator"] as const;
  const done = translators.filter((stage) => isDone(hopFacts({ stage, leg: "decision" }, stages, road)));
  const hops = roadOf({ written: new Set(road.keys()), done: new Set(done) });
  return hops.map((hop) => hopOf(hopFacts(hop, stages, road)));
};

/**
 * The status of a message.
 *
 * Shape: checkpoints are read before what the stages wrote, so that a hop that is done has left its trace.
 */
export const readStatus = async (deps: StatusDeps, message: MessageRow): Promise<MessageStatus> => {
  const stages = await readStages(deps.store, roadStages, message.personId);
  const [road, found] = await Promise.all([
    readRoad(deps.store, message.messageId, message.personId),
    readCase(deps.store, message),
  ]);
  const decided = await openDecision(deps.opening, found);
  return statusOf({
    message: { ...message, receivedAt: Math.round(message.receivedAt) },
    decision: decided && decisionOf(decided),
    isDecided: decided !== undefined,
    hops: hopsOf(stages, road),
    outbox: found.outbox,
    hasReceipt: found.hasReceipt,
  });
};
