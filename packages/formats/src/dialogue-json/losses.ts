import type { DialogueCase, DialogueMedical } from "@samvirke/contracts";
import type { Loss } from "../sykmelding-record/losses.ts";
import { kafkaCarriedPaths } from "../dialogue-fields/carried.ts";

interface Told {
  readonly case: DialogueCase;
  readonly medical: DialogueMedical;
}

const leavesOf = (value: unknown, path: string): ReadonlyArray<string> => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}.${key}`));
};

// The record has one note, one question in it, and one role in each: the first.
const isFirst = (path: string): boolean => !/\[[1-9]\d*\]/.test(path);

const generic = (path: string): string => path.replace(/\[\d+\]/g, "[]");

const isPlaced = (path: string): boolean => isFirst(path) && kafkaCarriedPaths.has(generic(path));

/** Everything that a message says and DialogmeldingForKafka has no place for; attachments are counted there, not lost. */
export const kafkaLosses = ({ case: shared, medical }: Told): ReadonlyArray<Loss> => {
  const { attachments: _, ...said } = medical;
  const heads = { notes: shared.notes, questions: shared.questions };
  const leaves = [...leavesOf(heads, "case"), ...leavesOf(said, "medical")];
  return leaves.filter((path) => !isPlaced(path)).map((path) => ({ path, reason: "NO_PLACE" }));
};
