import type { Problem } from "@samvirke/contracts";
import type { Either, ParkReason } from "@samvirke/kernel";
import { E, isUuid, parkReasons } from "@samvirke/kernel";
import type { Grounds, Parameters } from "./parameters.ts";
import { invalid, isObject, readGrounds } from "./parameters.ts";
import { stageNamed } from "./stages.ts";

/** Which of those who are parked; what is absent does not matter. */
export interface Selection {
  readonly stage: string | undefined;
  /** Why the first parked record of a person is parked. */
  readonly reason: ParkReason | undefined;
  /** Ids of persons or of parked records. */
  readonly ids: ReadonlyArray<string> | undefined;
}

/** Most ids of one list. */
export const mostIds = 20_000;

const isReason = (value: unknown): value is ParkReason => parkReasons.some((reason) => reason === value);

/** A class of parked records; undefined where it is absent. */
export const readClass = (value: unknown, pointer: string): Either<Problem, ParkReason | undefined> => {
  if (value === undefined || isReason(value)) return E.right(value);
  return invalid(pointer, `one of ${parkReasons.join(", ")}`);
};

const readStage = (value: unknown): Either<Problem, string | undefined> => {
  if (value === undefined) return E.right(undefined);
  const isStage = typeof value === "string" && stageNamed(value) !== undefined;
  return isStage ? E.right(value) : invalid("/stage", "the name of a stage");
};

const lowerId = (value: unknown): string => (typeof value === "string" ? value.toLowerCase() : "");

const isList = (ids: unknown): ids is ReadonlyArray<unknown> =>
  Array.isArray(ids) && ids.length > 0 && ids.length <= mostIds;

const readList = (ids: unknown): Either<Problem, ReadonlyArray<string>> => {
  if (!isList(ids)) return invalid("/ids", `1 to ${mostIds} ids`);
  const read = ids.map(lowerId);
  const wrong = read.findIndex((id) => !isUuid(id));
  return wrong < 0 ? E.right(read) : invalid(`/ids/${wrong}`, "the id of a person or of a parked record");
};

const readIds = ({ personId, ids }: Parameters): Either<Problem, ReadonlyArray<string> | undefined> => {
  if (personId === undefined) return ids === undefined ? E.right(undefined) : readList(ids);
  if (ids !== undefined) return invalid("/personId", "either a person id or a list of ids");
  return isUuid(lowerId(personId)) ? E.right([lowerId(personId)]) : invalid("/personId", "a person id");
};

// Somebody must be named, or everybody wanted in so many words.
const asWide = (selection: Selection, all: unknown): Either<Problem, Selection> => {
  const isNarrow = selection.reason !== undefined || selection.ids !== undefined;
  if (all !== true) return isNarrow ? E.right(selection) : invalid("/all", "a person, a class, a list, or true");
  return selection.ids === undefined ? E.right(selection) : invalid("/all", "not together with ids");
};

/** Reads `{"stage"?, "class"?, "personId"? | "ids"?, "all"?}`. */
export const readSelection = (body: unknown): Either<Problem, Selection> => {
  if (!isObject(body)) return invalid("", "a JSON object");
  const [stage, reason, ids] = [readStage(body["stage"]), readClass(body["class"], "/class"), readIds(body)];
  if (E.isLeft(stage)) return stage;
  if (E.isLeft(reason)) return reason;
  if (E.isLeft(ids)) return ids;
  return asWide({ stage: stage.right, reason: reason.right, ids: ids.right }, body["all"]);
};

/** Who is to be redriven, by whom and why. */
export interface RedriveWish extends Grounds {
  readonly selection: Selection;
}

/** Reads a selection with its grounds. */
export const readRedrive = (body: unknown): Either<Problem, RedriveWish> => {
  const [grounds, selection] = [readGrounds(body), readSelection(body)];
  if (E.isLeft(grounds)) return grounds;
  return E.isLeft(selection) ? selection : E.right({ ...grounds.right, selection: selection.right });
};

/** One parked record that is to be given up. */
export interface DiscardAsked extends Grounds {
  readonly stage: string;
  readonly eventId: string;
}

/** Reads `{"stage", "eventId", "reason", "by"}`. */
export const readDiscard = (body: unknown): Either<Problem, DiscardAsked> => {
  const grounds = readGrounds(body);
  if (E.isLeft(grounds)) return grounds;
  const { stage: named, eventId } = body as Parameters;
  const stage = readStage(named);
  if (E.isLeft(stage)) return stage;
  if (stage.right === undefined) return invalid("/stage", "the name of a stage");
  const id = lowerId(eventId);
  return isUuid(id)
    ? E.right({ ...grounds.right, stage: stage.right, eventId: id })
    : invalid("/eventId", "the id of a parked record, as parked records tell it");
};
