import { employersSentTo } from "@samvirke/domain";
import type { PlanCommand } from "@samvirke/domain";
import type { Command, State } from "./model.ts";

type OfPlan = Extract<Command, { readonly aggregate: "plan" }>;

/**
 * A plan's command with the employer that it is about, and whether that employer has been sent a certificate. A system
 * that speaks for several employers writes for the one that was sent one, else for its first.
 *
 * Source: fact sheet 10.2; canonical model R39.
 */
export const planCommandOf = (
  { command, employers, policy, receivedAt }: OfPlan,
  { followUp }: Pick<State, "followUp">,
): PlanCommand => {
  if (employers === undefined || command.replies === null) return command;
  const sentTo = employersSentTo(followUp, policy, receivedAt);
  const employer = employers.asked.find((one) => sentTo.includes(one)) ?? employers.asked[0] ?? null;
  if (employer === null) return command;
  const activeEmployment = employers.employing.includes(employer);
  return {
    ...command,
    employer,
    replies: { ...command.replies, activeEmployment, sentCertificate: sentTo.includes(employer) },
  };
};
