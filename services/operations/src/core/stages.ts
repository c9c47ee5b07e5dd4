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
  /** The service whose process runs it. */
  readonly service: string;
  /** The topic that it writes to. */
  readonly to?: Topic;
  /** The database schema of its rows. */
  readonly schema?: string;
}

/** Every stage, in the order in which a message meets them. */
export const stages: ReadonlyArray<StageEntry> = [
  { name: "intake", topic: topics.messages, leg: "message", service: "intake", to: topics.events, schema: "intake" },
  { name: "case-messages", topic: topics.messages, leg: "message", service: "case-projector", schema: "view_case" },
  {
    name: "receipt-translator",
    topic: topics.events,
    leg: "decision",
    service: "receipt-translator",
    to: topics.receiptOutbound,
  },
  {
    name: "welfare-translator",
    topic: topics.events,
    leg: "decision",
    service: "welfare-translator",
    to: topics.welfareOutbound,
  },
  {
    name: "health-translator",
    topic: topics.events,
    leg: "decision",
    service: "health-translator",
    to: topics.healthOutbound,
  },
  {
    name: "employer-translator",
    topic: topics.events,
    leg: "decision",
    service: "employer-translator",
    to: topics.employerOutbound,
  },
  {
    name: "health-projector",
    topic: topics.events,
    leg: "decision",
    service: "health-projector",
    to: topics.healthChanges,
    schema: "view_health",
  },
  {
    name: "welfare-projector",
    topic: topics.events,
    leg: "decision",
    service: "welfare-projector",
    to: topics.welfareChanges,
    schema: "view_welfare",
  },
  {
    name: "employer-projector",
    topic: topics.events,
    leg: "decision",
    service: "employer-projector",
    to: topics.employerChanges,
    schema: "view_employer",
  },
  { name: "case-events", topic: topics.events, leg: "decision", service: "case-projector", schema: "view_case" },
  { name: "intake-carrier", topic: topics.events, leg: "decision", service: "intake", to: topics.messages },
  {
    name: "case-receipts",
    topic: topics.receiptOutbound,
    leg: "receipt",
    after: "receipt-translator",
    service: "case-projector",
    schema: "view_case",
  },
  {
    name: "case-welfare",
    topic: topics.welfareOutbound,
    leg: "welfare",
    after: "welfare-translator",
    service: "case-projector",
    schema: "view_case",
  },
  {
    name: "case-health",
    topic: topics.healthOutbound,
    leg: "health",
    after: "health-translator",
    service: "case-projector",
    schema: "view_case",
  },
  {
    name: "case-employer",
    topic: topics.employerOutbound,
    leg: "employer",
    after: "employer-translator",
    service: "case-projector",
    schema: "view_case",
  },
];

/** The stage of a name; undefined when there is none. */
export const stageNamed = (name: string): StageEntry | undefined => stages.find((stage) => stage.name === name);

/** The schemas that stages write rows to. */
export const projections: ReadonlyArray<string> = [...new Set(stages.flatMap(({ schema }) => schema ?? []))];

/** The stages that write a projection's rows; all of one service. */
export const stagesOfSchema = (wanted: string): ReadonlyArray<StageEntry> =>
  stages.filter(({ schema }) => schema === wanted);

/** These stages, and those that write rows beside them: rows of several stages tell nothing when one of them is missing. */
export const withNeighbours = (names: ReadonlyArray<string>): ReadonlyArray<StageEntry> => {
  const schemas = new Set(names.flatMap((name) => stageNamed(name)?.schema ?? []));
  return stages.filter(({ name, schema }) => names.includes(name) || (schema !== undefined && schemas.has(schema)));
};
