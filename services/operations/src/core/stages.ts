import { topics } from "@samvirke/contracts";
import type { Topic } from "@samvirke/kernel";

/** Which record of a message's road a stage handles. */
export type Leg = "message" | "decision" | "receipt" | "welfare" | "health" | "employer";

/** A stage of the hub. */
export interface StageEntry {
  readonly name: string;
  /** The topic that it reads; a redrive goes there. */
  readonly topic: Topic;
  readonly leg: Leg;
  /** The stage whose document it waits for, which may write none. */
  readonly after?: string;
}

/** Every stage, in the order in which a message meets them. */
export const stages: ReadonlyArray<StageEntry> = [
  { name: "intake", topic: topics.messages, leg: "message" },
  { name: "case-messages", topic: topics.messages, leg: "message" },
  { name: "receipt-translator", topic: topics.events, leg: "decision" },
  { name: "welfare-translator", topic: topics.events, leg: "decision" },
  { name: "health-translator", topic: topics.events, leg: "decision" },
  { name: "employer-translator", topic: topics.events, leg: "decision" },
  { name: "health-projector", topic: topics.events, leg: "decision" },
  { name: "welfare-projector", topic: topics.events, leg: "decision" },
  { name: "employer-projector", topic: topics.events, leg: "decision" },
  { name: "case-events", topic: topics.events, leg: "decision" },
  { name: "case-receipts", topic: topics.receiptOutbound, leg: "receipt", after: "receipt-translator" },
  { name: "case-welfare", topic: topics.welfareOutbound, leg: "welfare", after: "welfare-translator" },
  { name: "case-health", topic: topics.healthOutbound, leg: "health", after: "health-translator" },
  { name: "case-employer", topic: topics.employerOutbound, leg: "employer", after: "employer-translator" },
];

/** The stage of a name; undefined when there is none. */
export const stageNamed = (name: string): StageEntry | undefined => stages.find((stage) => stage.name === name);
