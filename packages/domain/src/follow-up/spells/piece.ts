import type { Day, Instant } from "@samvirke/kernel";
import type { BitFact } from "../facts.ts";
import { rankOf } from "./ranks.ts";

/** What a piece says of each of its days. */
export type PieceKind = "SICK" | "GRADED" | "HOLIDAY" | "WORK";

/** Days that one source says the same of, both inclusive. */
export interface Piece {
  /** Certificate or piece of welfare's. */
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly kind: PieceKind;
  /** Whether it says how much the person works: all, a part, or nothing of that. */
  readonly grading: "AWAY" | "PARTLY" | null;
  readonly employer: string | null;
  readonly state: "SENT" | "CONFIRMED" | "NEW" | "OTHER";
  readonly rank: number;
  readonly happenedAt: Instant;
}

const partly = ["GRADERT_AKTIVITET", "FULL_AKTIVITET", "BEHANDLINGSDAG", "BEHANDLINGSDAGER"];
const work = ["FULL_AKTIVITET", "ARBEID_GJENNOPPTATT", "BEHANDLINGSDAGER", "REISETILSKUDD"];

type Says = (...tags: ReadonlyArray<string>) => boolean;

const kindOf = (says: Says): PieceKind => {
  if (says(...work)) return "WORK";
  if (says("SYKEPENGESOKNAD") && says("FERIE", "PERMISJON")) return "HOLIDAY";
  return says("GRADERT_AKTIVITET") ? "GRADED" : "SICK";
};

const gradingOf = (says: Says): Piece["grading"] => {
  if (says(...partly)) return "PARTLY";
  return says("INGEN_AKTIVITET") ? "AWAY" : null;
};

const stateOf = (says: Says): Piece["state"] => {
  if (says("SYKMELDING") && says("NY")) return "NEW";
  if (says("SENDT")) return "SENT";
  return says("BEKREFTET") ? "CONFIRMED" : "OTHER";
};

/** What a piece of welfare's says; nothing when its tags say nothing about a day, or when it ends before it begins. */
export const pieceOf = (bit: BitFact): ReadonlyArray<Piece> => {
  const rank = rankOf(bit.tags);
  if (rank === undefined || bit.from > bit.to) return [];
  const says: Says = (...tags) => tags.some((tag) => bit.tags.includes(tag));
  const { id, from, to, employer, happenedAt } = bit;
  const meaning = { kind: kindOf(says), grading: gradingOf(says), state: stateOf(says) };
  return [{ id, from, to, employer, happenedAt, rank, ...meaning }];
};

/** The source that counts: highest place, then the latest, then by id, so that order of arrival does not matter. */
export const before = (a: Piece, b: Piece): number =>
  a.rank - b.rank || b.happenedAt - a.happenedAt || (a.id < b.id ? -1 : 1);
