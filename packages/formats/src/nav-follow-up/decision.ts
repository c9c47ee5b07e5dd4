import type { Finding, FollowUpDecisionMade } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import { readLenient } from "../nav-sick-leave/malformed.ts";
import { plainCode } from "./values.ts";

/** A decision of welfare's: event 24 without the ids that the hub gives. */
export interface DecisionRecord {
  readonly personNumber: string;
  /** Welfare's id of the decision, which the hub's own derives from. */
  readonly decisionKey: string;
  readonly previousKey: string | null;
  readonly content: Omit<FollowUpDecisionMade, "archiveId" | "decisionId" | "previousId">;
  readonly findings: ReadonlyArray<Finding>;
}

type DecisionCase = FollowUpDecisionMade["case"];

const nothing: Omit<DecisionCase, "sourceId" | "outcome"> = {
  previousSourceId: null,
  needed: null,
  reasons: [],
  text: null,
  madeAt: null,
  assessedAt: null,
  assessmentId: null,
  stopPoint: null,
  answerBy: null,
  spellStart: null,
  from: null,
  to: null,
  decidedBy: null,
  notice: null,
};

/** What a record says of a decision; what it does not say is null. */
export interface DecisionDraft extends Partial<Omit<DecisionCase, "outcome" | "sourceId" | "previousSourceId">> {
  readonly subject: FollowUpDecisionMade["subject"];
  readonly final: boolean;
  readonly outcome: string;
}

interface Draft {
  readonly personNumber: string;
  readonly decisionKey: string;
  readonly previousKey: string | null;
  readonly draft: DecisionDraft;
}

const contentOf = ({ decisionKey, previousKey, draft }: Draft): DecisionRecord["content"] => {
  const { subject, final, outcome, ...stated } = draft;
  const ids = { sourceId: decisionKey, previousSourceId: previousKey };
  return { subject, final, case: { ...nothing, ...stated, ...ids, outcome: plainCode(outcome) } };
};

/** Reads a record of a decision. */
export const readDecision = (json: unknown, read: (source: JsonSource) => Draft): Either<Malformed, DecisionRecord> => {
  const result = readLenient(json, read);
  if (E.isLeft(result)) return result;
  const { value, findings } = result.right;
  const { personNumber, decisionKey, previousKey } = value;
  return E.right({ personNumber, decisionKey, previousKey, content: contentOf(value), findings });
};
