import type { FollowUpFact } from "../fact.ts";
import { latest, ofKind } from "../fact.ts";
import type { DecisionFact } from "../facts.ts";

/** Of each decision its latest record. */
export const latestDecisions = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<DecisionFact> =>
  [...Map.groupBy(ofKind(facts, "DECISION"), ({ subject, id }) => `${subject} ${id}`).values()].flatMap(
    (same) => latest(same) ?? [],
  );
