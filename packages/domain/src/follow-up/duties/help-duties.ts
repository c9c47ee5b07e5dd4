import type { Day } from "@samvirke/kernel";
import { addDays } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";

interface Basis {
  readonly facts: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
}

interface Asked {
  readonly cause: string;
  readonly since: Day;
  readonly atOnce: boolean;
}

const decidedOnReferral = ["GRANTED", "DECLINED"];

/** What welfare does that counts as help: a message, a meeting, a decision, a measure, an answer to the referral. */
const helpGiven = (facts: ReadonlyArray<FollowUpFact>, { cause, since }: Asked): ReadonlyArray<{ on: Day }> =>
  [
    // That a plan was passed on answers nobody who asked for help.
    ...ofKind(facts, "MESSAGE").filter(({ from, kind }) => from === "WELFARE" && kind !== "PLAN_LETTER"),
    ...ofKind(facts, "MEETING_CALL"),
    ...ofKind(facts, "DECISION"),
    ...ofKind(facts, "EFFORT"),
    ...ofKind(facts, "REFERRAL_STEP").filter(({ id, step }) => id === cause && decidedOnReferral.includes(step)),
  ].filter(({ on }) => on >= since);

/** Welfare is asked for help; anything that it does for the person from that day on answers. */
export const helpDuty = ({ facts, policy }: Basis, asked: Asked): Duty => {
  const days = asked.atOnce ? policy.helpAtOnceDays : policy.duties.HELP_ASKED.days;
  const due = days === null ? null : addDays(asked.since, days);
  const closedOn = firstOf(helpGiven(facts, asked));
  return duty(policy, { kind: "HELP_ASKED", cause: asked.cause, since: asked.since, due, closedOn });
};

const asking = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<Asked> => {
  const cancelled = ofKind(facts, "REFERRAL_STEP").filter(({ step }) => step === "CANCELLED");
  return [
    ...ofKind(facts, "MESSAGE").filter(({ asksHelp }) => asksHelp),
    ...ofKind(facts, "PLAN").filter(({ asksHelp }) => asksHelp),
    ...ofKind(facts, "REFERRAL").filter(({ id, toWelfare }) => toWelfare && !cancelled.some((c) => c.id === id)),
  ].map(({ id, on }) => ({ cause: id, since: on, atOnce: false }));
};

/** Duties of welfare from notes, plans and referrals that ask for help. */
export const helpDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  asking(facts).map((asked) => helpDuty({ facts, policy }, asked));
