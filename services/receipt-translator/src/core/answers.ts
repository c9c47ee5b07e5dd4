import type { Fact } from "@samvirke/contracts";
import type { Overdue } from "./overdue.ts";
import { overdueFor } from "./overdue.ts";
import { receiptBehind } from "./passed-on.ts";
import type { Decision, Receipt } from "./receipt.ts";
import { mayRepeat, receiptFor } from "./receipt.ts";

export type Known = Fact<Decision | "DeliverySettled", "case">;

const isDecision = (fact: Known): fact is Fact<Decision, "case"> => fact.type !== "DeliverySettled";

/** What a health party is told of a fact: its receipt, or that one is missing. */
export interface Answer {
  readonly receipt: Receipt | undefined;
  readonly overdue: Overdue | undefined;
}

/** Whether what came before a fact decides what is told of it. */
export const needsPast = (fact: Known): boolean => !isDecision(fact) || mayRepeat(fact);

/** What is told of a fact, and to whom. */
export const answerTo = (fact: Known, past: ReadonlyArray<Known>): Answer => {
  const earlier = past.filter(isDecision);
  if (isDecision(fact)) return { receipt: receiptFor(fact, earlier), overdue: undefined };
  return { receipt: receiptBehind(fact, earlier), overdue: overdueFor(fact, earlier) };
};
