import { day, E, fold } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { FollowUpFact, FollowUpPolicy, FollowUpState } from "../../src/index.ts";
import { dutiesIn, factsOf, followUp, isOpen, isReached, noteFacts, spellsIn } from "../../src/index.ts";
import type { RefFact } from "./reference.ts";
import { reference } from "./reference.ts";

const archive = "5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11";

/** The state after all facts, told at once. */
export const stateAfter = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): FollowUpState => {
  const noted = noteFacts(followUp.initial, facts);
  const command = { type: "Reconsider", occasion: { archiveId: archive, passed: day(0), policy } } as const;
  const decided = followUp.decide(command, noted);
  return E.isRight(decided) ? fold(followUp.evolve)(noted, decided.right) : noted;
};

/** What the domain says, in the reference's words. */
export const domainWord = (state: FollowUpState, policy: FollowUpPolicy, [from, to]: readonly [number, number]) => {
  const spells = [...spellsIn(state, policy)].sort((a, b) => a.spell.start - b.spell.start).map(({ spell }) => spell);
  const duties = dutiesIn(state, policy);
  const days = Array.from({ length: to - from + 1 }, (_, index) => {
    const today = (from + index) as Day;
    const spell = spells.find(({ start, end }) => start <= today && today <= end);
    const name = (one: (typeof duties)[number]): string =>
      `${one.kind} ${one.holder} ${one.party ?? ""} ${one.due ?? "-"}`;
    return {
      day: today,
      spell: spell?.start ?? null,
      away: spell?.whollyAway.some((run) => run.from <= today && today <= run.to) ?? false,
      open: duties
        .filter((one) => isOpen(one, today))
        .map((one) => `${name(one)}${one.waits ? " waits" : ""}`)
        .sort(),
      reached: duties
        .filter((one) => isReached(one, today))
        .map(name)
        .sort(),
    };
  });
  const described = spells.map((s) => ({
    start: s.start,
    end: s.end,
    days: s.days,
    graded: s.gradedAtEnd,
    employed: s.employedAtEnd,
    repeated: s.repeatedAbsence,
    employers: s.employers.map(({ employer }) => employer),
  }));
  return { spells: described, days };
};

const spanOf = (facts: ReadonlyArray<FollowUpFact>): readonly [number, number] => {
  const days = facts.flatMap((fact) => {
    if (fact.fact === "CERTIFICATE") return [fact.on, ...fact.periods.flatMap(({ from, to }) => [from, to])];
    if (fact.fact === "BIT") return [fact.from, fact.to];
    return "on" in fact && fact.on !== null ? [fact.on] : [];
  });
  const outgoing = facts.flatMap((fact) => (fact.fact === "OUTGOING" ? [Math.floor(fact.at / 86_400_000)] : []));
  const all = [...days, ...outgoing];
  return [Math.min(...all) - 3, Math.max(...all) + 40];
};

/** Both words on one history. */
export const bothWords = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy) => {
  const state = stateAfter(facts, policy);
  const span = spanOf(facts);
  return {
    domain: domainWord(state, policy, span),
    reference: reference(factsOf(state) as unknown as ReadonlyArray<RefFact>, span),
  };
};
