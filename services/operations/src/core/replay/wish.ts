import type { Problem } from "@samvirke/contracts";
import { E, isUuid } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Grounds, Parameters } from "../parameters.ts";
import { readGrounds } from "../parameters.ts";
import { stageNamed } from "../stages.ts";

/** Whose records are replayed: always all of a person's, since what comes later rests on what came before. */
export type Selection =
  | { readonly by: "everybody" }
  /** A person, a message, a case: whom the id is about. */
  | { readonly by: "id"; readonly id: string }
  | { readonly by: "parked"; readonly stage: string }
  /** Whoever had something recorded within it; RFC 3339 times as milliseconds, both ends included. */
  | { readonly by: "window"; readonly from: number; readonly to: number }
  /** Whoever has a record at these positions of the topic that the first stage reads. */
  | { readonly by: "positions"; readonly partition: number; readonly from: number; readonly to: number };

/** Which code is run: what runs now, another checkout, or a commit of this one. */
export type Candidate =
  | { readonly kind: "present" }
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "ref"; readonly ref: string };

/** A wish to replay. */
export interface ReplayWish extends Grounds {
  readonly stages: ReadonlyArray<string>;
  readonly selection: Selection;
  readonly candidate: Candidate;
}

type Read<A> = Either<Problem, A>;

const invalid = (pointer: string, rule: string): Read<never> =>
  E.left({ name: "invalid-body", fields: [{ pointer, rule }] });

const isRecord = (value: unknown): value is Parameters =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readStages = (value: unknown): Read<ReadonlyArray<string>> => {
  const rule = "a list of names of stages";
  if (!Array.isArray(value) || value.length === 0) return invalid("/stages", rule);
  const names = value.map(String);
  return names.every((name) => stageNamed(name) !== undefined)
    ? E.right([...new Set(names)])
    : invalid("/stages", rule);
};

const instantOf = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : Number.NaN);

const readWindow = (value: Parameters): Read<Selection> => {
  const [from, to] = [instantOf(value["from"]), instantOf(value["to"])];
  return from <= to
    ? E.right({ by: "window", from, to })
    : invalid("/select/window", "RFC 3339 times `from` and `to`, in this order");
};

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const readPositions = ({ partition, from, to }: Parameters): Read<Selection> =>
  isWhole(partition) && isWhole(from) && isWhole(to) && from <= to
    ? E.right({ by: "positions", partition, from, to })
    : invalid("/select/positions", "whole numbers `partition`, `from` and `to`");

const readId = (value: unknown): Read<Selection> => {
  const id = typeof value === "string" ? value.toLowerCase() : "";
  return isUuid(id) ? E.right({ by: "id", id }) : invalid("/select/id", "the id of a person, a message or a case");
};

const readParked = (value: unknown): Read<Selection> =>
  typeof value === "string" && stageNamed(value) !== undefined
    ? E.right({ by: "parked", stage: value })
    : invalid("/select/parked", "the name of a stage");

const readSelection = (value: unknown): Read<Selection> => {
  const names = "one of `everybody`, `id`, `parked`, `window`, `positions`";
  if (!isRecord(value) || Object.keys(value).length !== 1) return invalid("/select", names);
  const { everybody, id, parked, window, positions } = value;
  if (everybody === true) return E.right({ by: "everybody" });
  if (id !== undefined) return readId(id);
  if (parked !== undefined) return readParked(parked);
  if (isRecord(window)) return readWindow(window);
  return isRecord(positions) ? readPositions(positions) : invalid("/select", names);
};

// What git takes for a name of a commit, and nothing that it would take for an option.
const refForm = /^[A-Za-z0-9][A-Za-z0-9_./~^@{}-]{0,199}$/;

const isRef = (value: unknown): value is string => typeof value === "string" && refForm.test(value);
const isFolder = (value: unknown): value is string => typeof value === "string" && value.startsWith("/");

const readCandidate = (value: unknown): Read<Candidate> => {
  if (value === undefined) return E.right({ kind: "present" });
  const { ref, folder } = isRecord(value) ? value : {};
  if (isRef(ref) && folder === undefined) return E.right({ kind: "ref", ref });
  if (isFolder(folder) && ref === undefined) return E.right({ kind: "folder", folder });
  return invalid("/candidate", "`ref` (a commit of this repository) or `folder` (another checkout)");
};

/** Reads `{"stages": […], "select": {…}, "candidate": {…}, "reason": …, "by": …}`. */
export const readReplayWish = (body: unknown): Read<ReplayWish> => {
  const grounds = readGrounds(body);
  if (E.isLeft(grounds)) return grounds;
  const given = body as Parameters;
  const [stages, selection, candidate] = [
    readStages(given["stages"]),
    readSelection(given["select"]),
    readCandidate(given["candidate"]),
  ];
  if (E.isLeft(stages)) return stages;
  if (E.isLeft(selection)) return selection;
  if (E.isLeft(candidate)) return candidate;
  return E.right({
    ...grounds.right,
    stages: stages.right,
    selection: selection.right,
    candidate: candidate.right,
  });
};
