import type { Day } from "@samvirke/kernel";
import { addDays } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { DecisionFact } from "../facts.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { endOfSickPay } from "../spells/sick-pay.ts";
import type { EmployerPart, Interval } from "../spells/spell.ts";
import { latestDecisions } from "./decisions.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";
import type { KnownSpell } from "./known-spell.ts";

/** A spell, what was done from its first day until the next one began, and the spells before. */
interface Ground {
  readonly known: KnownSpell;
  readonly earlier: ReadonlyArray<KnownSpell>;
  readonly within: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
}

const ofSpell = ({ known }: Ground) => ({
  cause: known.spellId,
  since: known.spell.start,
  until: known.spell.end,
  spellRevision: known.revision,
});

/** Who owes the employer's duties; nobody when the employment has ended. */
const employersOf = ({ known }: Ground): ReadonlyArray<EmployerPart> =>
  known.spell.employedAtEnd ? known.spell.employers : [];

const plans = (ground: Ground): ReadonlyArray<Duty> =>
  employersOf(ground).map(({ employer, from }) => {
    const done = ofKind(ground.within, "PLAN").filter((plan) => plan.employer === employer);
    const since = from ?? ground.known.spell.start;
    return duty(ground.policy, { ...ofSpell(ground), kind: "PLAN", since, party: employer, closedOn: firstOf(done) });
  });

/** The first time wholly away that lasts as long as the duty allows, else the last one. */
const decisiveInterval = (intervals: ReadonlyArray<Interval>, days: number): Interval | undefined =>
  intervals.find(({ from, to }) => addDays(from, days) <= to) ?? intervals.at(-1);

const firstMeeting = (ground: Ground, part: EmployerPart): ReadonlyArray<Duty> => {
  const { policy, known } = ground;
  const days = policy.duties.DIALOGUE_MEETING_1.days ?? 0;
  const interval = decisiveInterval(known.spell.whollyAway, days);
  if (interval === undefined) return [];
  const since = Math.max(interval.from, part.from ?? interval.from) as Day;
  const [due, party] = [addDays(since, days), part.employer];
  // No message tells of this meeting, so after its day nobody can say whether it is still owed.
  const until = Math.min(interval.to, due) as Day;
  return [duty(policy, { ...ofSpell(ground), kind: "DIALOGUE_MEETING_1", since, due, until, party })];
};

const firstMeetings = (ground: Ground): ReadonlyArray<Duty> =>
  employersOf(ground).flatMap((part) => firstMeeting(ground, part));

const decisions = (ground: Ground, subject: DecisionFact["subject"]): ReadonlyArray<DecisionFact> =>
  latestDecisions(ground.within).filter((decision) => decision.subject === subject);

const activity = (ground: Ground): ReadonlyArray<Duty> => {
  const { policy, known } = ground;
  const made = decisions(ground, "ACTIVITY_REQUIREMENT");
  if (made.some(({ outcome }) => policy.activityNotRelevant.includes(outcome))) return [];
  const one = duty(policy, {
    ...ofSpell(ground),
    kind: "ACTIVITY",
    closedOn: firstOf(made.filter(({ final }) => final)),
  });
  const isLong = (known.spell.days ?? Infinity) >= policy.activityMinimumDays;
  return isLong || one.due === null ? [one] : [{ ...one, due: null }];
};

const preparation = (ground: Ground): ReadonlyArray<Duty> => {
  if (!ground.known.spell.employedAtEnd) return [];
  const held = ofKind(ground.within, "MEETING_END").filter(({ how }) => how === "HELD");
  const done = [...ofKind(ground.within, "MEETING_CALL"), ...held, ...decisions(ground, "MEETING_NEED")];
  return [duty(ground.policy, { ...ofSpell(ground), kind: "PREPARE_MEETING_2", closedOn: firstOf(done) })];
};

const secondMeeting = (ground: Ground): ReadonlyArray<Duty> => {
  const held = ofKind(ground.within, "MEETING_END").filter(({ how }) => how === "HELD");
  const exempt = decisions(ground, "MEETING_NEED").filter(({ outcome }) =>
    ground.policy.meetingExemptions.includes(outcome),
  );
  const closedOn = firstOf([...held, ...exempt]);
  return [duty(ground.policy, { ...ofSpell(ground), kind: "DIALOGUE_MEETING_2", closedOn })];
};

const sickPayEnd = (ground: Ground): ReadonlyArray<Duty> => {
  const { policy, known, earlier } = ground;
  const due = endOfSickPay(
    known.spell,
    earlier.map(({ spell }) => spell),
    policy.sickPay,
  );
  if (due === undefined) return [];
  const since = Math.max(known.spell.start, addDays(due, -policy.sickPay.noticeDays)) as Day;
  const closedOn = firstOf(decisions(ground, "JOB_SEEKING_PERIOD"));
  return [duty(policy, { ...ofSpell(ground), kind: "END_OF_SICK_PAY", since, due, closedOn })];
};

const rules = [plans, firstMeetings, activity, preparation, secondMeeting, sickPayEnd];

/** Duties that follow from absence. */
export const spellDuties = (
  facts: ReadonlyArray<FollowUpFact>,
  spells: ReadonlyArray<KnownSpell>,
  policy: FollowUpPolicy,
): ReadonlyArray<Duty> =>
  spells.flatMap((known, index) => {
    const next = spells[index + 1]?.spell.start ?? Infinity;
    const within = facts.filter((fact) => "on" in fact && (fact.on ?? 0) >= known.spell.start && (fact.on ?? 0) < next);
    return rules.flatMap((rule) => rule({ known, earlier: spells.slice(0, index), within, policy }));
  });
