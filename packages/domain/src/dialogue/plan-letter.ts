import type { DialogueMessageSent, FollowUpPlanShared } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import { draftLetter } from "./letter-draft.ts";

/** The id of the letter about a plan, which is also its message id on the wire. */
export const planLetterIdOf = (planId: string): string => uuid5("plan-letter", planId);

/** What the letter needs besides the plan. */
export interface PlanLetter {
  readonly at: Instant;
  /** HMAC of the letter's id, by which an answer will name it. */
  readonly alias: string;
}

/**
 * The letter by which the hub passes an employer's plan on to the clinician; undefined where the plan is not for one, or
 * is told of without its content.
 *
 * Source: canonical model R23 and R39; list 8127.
 */
export const planLetterOf = (plan: FollowUpPlanShared, { at, alias }: PlanLetter): DialogueMessageSent | undefined => {
  if (!plan.toClinician || plan.format === "NOTICE") return undefined;
  return draftLetter({
    messageId: planLetterIdOf(plan.planId),
    archiveId: plan.archiveId,
    kind: "PLAN_LETTER",
    theme: { system: "2.16.578.1.12.4.1.1.8127", code: "1", text: "Oppfølgingsplan" },
    text: plan.case.messageToClinician,
    identity: plan.identity,
    at,
    aliases: [alias],
    parentReference: null,
    receiver: null,
    receiverAliases: [],
  });
};
