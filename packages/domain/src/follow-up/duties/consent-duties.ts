import type { Day } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";

interface Basis {
  readonly facts: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
}

/** The person is to say whether content may be shared; any word of the person's is an answer. */
export const consentDuty = ({ facts, policy }: Basis, asked: { readonly id: string; readonly since: Day }): Duty => {
  const given = ofKind(facts, "CONSENT").filter(({ id }) => id === asked.id);
  return duty(policy, { kind: "CONSENT", cause: asked.id, since: asked.since, closedOn: firstOf(given) });
};
