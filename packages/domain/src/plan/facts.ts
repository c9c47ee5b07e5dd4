import type { FollowUpPlanShared } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { PlanFact } from "../follow-up/facts.ts";

/** What the duties of follow-up need to know of a plan. */
export const planFact = ({ planId, work, case: shared, receivedAt }: FollowUpPlanShared): PlanFact => ({
  fact: "PLAN",
  id: planId,
  employer: work.employer.number ?? "",
  asksHelp: shared.helpWanted === true,
  on: osloDay(receivedAt),
});
