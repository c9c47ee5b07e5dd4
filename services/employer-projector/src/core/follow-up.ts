import type { KeptMeeting, Known, Memory, PartyAlias } from "./model.ts";
import { sealedOf } from "./sealed.ts";

// An employer is known by its organisation number.
const employerAlias = (number: string | null, alias: PartyAlias): ReadonlyArray<string> =>
  number === null || number.trim() === "" ? [] : [alias("ENH", number.trim())];

/** The employer's own plan, under its number and whoever sent it for the employer. */
export const keepPlan = (memory: Memory, fact: Known<"FollowUpPlanShared">, alias: PartyAlias): Memory => {
  if (fact.content.state !== "Open") return memory;
  const { work, case: shared } = fact.content.value;
  const own = employerAlias(work.employer.number, alias);
  // What welfare tells of a plan is no plan of the employer's to read.
  if (fact.wire.format === "NOTICE") return memory;
  const { planId, revision, format, receivedAt } = fact.wire;
  const parties = [...new Set([...own, ...shared.senderAliases])];
  const plan = { parties, revision, format, receivedAt, sealed: sealedOf(fact) };
  return { ...memory, plans: { ...memory.plans, [planId]: plan } };
};

const unknown: KeptMeeting = { party: null, revision: null, ended: null, sealed: null };

const withMeeting = (memory: Memory, id: string, more: Partial<KeptMeeting>): Memory => ({
  ...memory,
  meetings: { ...memory.meetings, [id]: { ...(memory.meetings[id] ?? unknown), ...more } },
});

/** A call that the employer takes part in; a new revision without the employer takes the meeting away. */
export const keepCall = (memory: Memory, fact: Known<"DialogueMeetingCalled">, alias: PartyAlias): Memory => {
  if (fact.content.state !== "Open") return memory;
  const { meetingId, revision, employer } = fact.wire;
  const [party = null] = employer ? employerAlias(fact.content.value.work.employer, alias) : [];
  return withMeeting(memory, meetingId, { party, revision, sealed: party === null ? null : sealedOf(fact) });
};

export const keepEnd = (memory: Memory, fact: Known<"DialogueMeetingEnded">, alias: PartyAlias): Memory => {
  if (fact.content.state !== "Open") return memory;
  const { employer, employerNumber } = fact.content.value.case;
  const [party = memory.meetings[fact.wire.meetingId]?.party ?? null] = employer
    ? employerAlias(employerNumber, alias)
    : [];
  return withMeeting(memory, fact.wire.meetingId, { party, ended: fact.wire.how });
};

/** The employer's own answer; nobody else's is kept. */
export const keepAnswer = (memory: Memory, fact: Known<"DialogueMeetingAnswered">): Memory => {
  const { answerId, meetingId, by, answer, receivedAt } = fact.wire;
  if (fact.content.state !== "Open" || by !== "EMPLOYER" || meetingId === null) return memory;
  return { ...memory, answers: { ...memory.answers, [answerId]: { meetingId, answer, receivedAt } } };
};

/** A spell as now known; one that is none any more goes. */
export const keepSpell = (memory: Memory, fact: Known<"SpellDetermined">): Memory => {
  const { spellId, revision, outcome } = fact.wire;
  const { [spellId]: _, ...others } = memory.spells;
  if (outcome === "NONE") return { ...memory, spells: others };
  if (fact.content.state !== "Open" || outcome !== "STANDS") return memory;
  return { ...memory, spells: { ...others, [spellId]: { revision, sealed: sealedOf(fact) } } };
};

/** Who leads the person; the latest record of a relation counts, however they come. */
export const keepManager = (memory: Memory, fact: Known<"LineManagerRegistered">, alias: PartyAlias): Memory => {
  const { relationId, changedAt, state } = fact.wire;
  const known = memory.managers[relationId];
  if (fact.content.state !== "Open" || (known !== undefined && known.changedAt > changedAt)) return memory;
  const [party = null] = state === "ACTIVE" ? employerAlias(fact.content.value.work.employer, alias) : [];
  const kept = { party, changedAt, sealed: party === null ? null : sealedOf(fact) };
  return { ...memory, managers: { ...memory.managers, [relationId]: kept } };
};
