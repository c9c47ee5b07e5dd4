/** Which record a stage handles on a message's road. */
export type Leg = "message" | "decision" | "receipt" | "welfare" | "health" | "employer";

export interface RoadStage {
  readonly stage: string;
  readonly leg: Leg;
}

const always: ReadonlyArray<RoadStage> = [
  { stage: "intake", leg: "message" },
  { stage: "case-messages", leg: "message" },
];

const afterDecision: ReadonlyArray<RoadStage> = [
  { stage: "receipt-translator", leg: "decision" },
  { stage: "welfare-translator", leg: "decision" },
  { stage: "health-translator", leg: "decision" },
  { stage: "employer-translator", leg: "decision" },
  { stage: "health-projector", leg: "decision" },
  { stage: "welfare-projector", leg: "decision" },
  { stage: "employer-projector", leg: "decision" },
  { stage: "case-events", leg: "decision" },
];

/** A translator writes a document that the next stage has to take up, or writes none. */
const afterTranslators: ReadonlyArray<RoadStage & { readonly after: string }> = [
  { stage: "case-receipts", leg: "receipt", after: "receipt-translator" },
  { stage: "case-welfare", leg: "welfare", after: "welfare-translator" },
  { stage: "case-health", leg: "health", after: "health-translator" },
  { stage: "case-employer", leg: "employer", after: "employer-translator" },
];

/** Every stage that a message can meet. */
export const roadStages: ReadonlyArray<string> = [...always, ...afterDecision, ...afterTranslators].map(
  ({ stage }) => stage,
);

/** What is known of a message when its road is drawn. */
export interface RoadFacts {
  /** Records that the message led to. */
  readonly written: ReadonlySet<Leg>;
  /** Stages that are done with theirs. */
  readonly done: ReadonlySet<string>;
}

/** The stages that a message has to pass; a stage drops out once it is clear that there is nothing for it. */
export const roadOf = ({ written, done }: RoadFacts): ReadonlyArray<RoadStage> => {
  if (!written.has("decision")) return always;
  const following = afterTranslators.filter(({ leg, after }) => written.has(leg) || !done.has(after));
  return [...always, ...afterDecision, ...following.map(({ stage, leg }) => ({ stage, leg }))];
};
