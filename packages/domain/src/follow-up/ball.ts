import type { Day } from "@samvirke/kernel";
import type { Duty } from "./duties/duty.ts";
import { isOpen } from "./duties/duty.ts";
import type { DutyHolder, DutyKind } from "./policy/policy.ts";

/** Somebody whose turn it is. */
export interface Turn {
  readonly holder: DutyHolder;
  readonly party: string | null;
  readonly kinds: ReadonlyArray<DutyKind>;
  /** The nearest last day; null when none has one. */
  readonly due: Day | null;
}

const nearest = (duties: ReadonlyArray<Duty>): Day | null =>
  duties.reduce<Day | null>((first, { due }) => (first === null || (due !== null && due < first) ? due : first), null);

const turn = (duties: ReadonlyArray<Duty>): ReadonlyArray<Turn> => {
  const [first] = duties;
  if (first === undefined) return [];
  const kinds = [...new Set(duties.map(({ kind }) => kind))].sort();
  return [{ holder: first.holder, party: first.party, kinds, due: nearest(duties) }];
};

const urgency = ({ due }: Turn): number => due ?? Infinity;

/** Who has the ball on a day, the most urgent first; nobody when no duty is open. A duty that waits for another is nobody's. */
export const whoHasTheBall = (duties: ReadonlyArray<Duty>, today: Day): ReadonlyArray<Turn> => {
  const open = duties.filter((duty) => isOpen(duty, today) && !duty.waits);
  const byHolder = Map.groupBy(open, ({ holder, party }) => `${holder} ${party ?? ""}`);
  return [...byHolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, duties_]) => turn(duties_))
    .sort((a, b) => (urgency(a) === urgency(b) ? 0 : urgency(a) - urgency(b)));
};
