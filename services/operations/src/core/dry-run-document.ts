import type { PersonId, TrialAnswer, Tried } from "@samvirke/kernel";

/** Whom a stage was asked to try. */
export interface TrialOf {
  readonly id: string;
  readonly stage: string;
  readonly person: PersonId;
}

/** drained: nothing would stay parked; parked: something would; unknown: no instance of the stage answered in time. */
type Outcome = "drained" | "parked" | "unknown";

const outcomeOf = (records: ReadonlyArray<Tried> | null): Outcome => {
  if (records === null) return "unknown";
  return records.some(({ fate }) => fate === "fails" || fate === "waits") ? "parked" : "drained";
};

/** What would become of parked records, person by person. */
export const dryRunDocument = (
  wishes: ReadonlyArray<TrialOf>,
  answers: ReadonlyMap<string, TrialAnswer>,
  more: boolean,
) => {
  const persons = wishes.map(({ id, stage, person }) => {
    const records = answers.get(id)?.records ?? null;
    return { stage, personId: person, outcome: outcomeOf(records), records: records ?? [] };
  });
  const count = (wanted: Outcome): number => persons.filter(({ outcome }) => outcome === wanted).length;
  return {
    persons,
    drained: count("drained"),
    parked: count("parked"),
    unknown: count("unknown"),
    /** Whether more persons are parked there than were tried. */
    more,
  };
};

export type DryRunDocument = ReturnType<typeof dryRunDocument>;
