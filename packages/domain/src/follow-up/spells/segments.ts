import type { Day } from "@samvirke/kernel";
import { addDays } from "@samvirke/kernel";
import type { Piece } from "./piece.ts";
import { before } from "./piece.ts";

/** Days in a row of which every source says the same. */
export interface Segment {
  readonly from: Day;
  readonly to: Day;
  readonly day: "SICK" | "HOLIDAY" | "WORK";
  /** At work with none of the employers. */
  readonly whollyAway: boolean;
  /** The source that counts. */
  readonly winner: Piece | undefined;
  /** The source that counts for how much the person works. */
  readonly grading: Piece | undefined;
  /** Per employer the source that counts. */
  readonly employers: ReadonlyArray<Piece>;
  readonly pieces: ReadonlyArray<Piece>;
}

const dayOf = (winner: Piece | undefined, employers: ReadonlyArray<Piece>): Segment["day"] => {
  const counting = employers.length > 0 ? employers : [winner].filter((piece) => piece !== undefined);
  if (counting.every(({ kind }) => kind === "WORK")) return "WORK";
  return winner?.kind === "HOLIDAY" ? "HOLIDAY" : "SICK";
};

const isAway = ({ kind }: Piece): boolean => kind === "SICK" || kind === "HOLIDAY";

/** Per employer the first of the sorted pieces; a certificate that is not sent speaks for no employer. */
const perEmployer = (sorted: ReadonlyArray<Piece>): ReadonlyArray<Piece> =>
  [
    ...Map.groupBy(
      sorted.filter(({ employer, state }) => employer !== null && state !== "NEW"),
      (p) => p.employer,
    ).values(),
  ].flatMap(([first]) => first ?? []);

const segment = (pieces: ReadonlyArray<Piece>, from: Day, to: Day): Segment => {
  const sorted = pieces.filter((piece) => piece.from <= from && from <= piece.to).sort(before);
  const [winner] = sorted;
  const employers = perEmployer(sorted);
  const day = dayOf(winner, employers);
  return {
    from,
    to,
    day,
    whollyAway:
      day !== "WORK" && (employers.length > 0 ? employers.every(isAway) : winner !== undefined && isAway(winner)),
    winner,
    grading: sorted.find(({ grading }) => grading !== null),
    employers,
    pieces: sorted,
  };
};

/** The calendar cut where anything begins or ends; its size follows the pieces, not the days. */
export const segmentsOf = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Segment> => {
  const cuts = [...new Set(pieces.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => segment(pieces, from, addDays(cuts[index + 1] ?? from, -1)));
};
