import type { SickLeaveRevised } from "@samvirke/contracts";

/** Stands for the version of the rules where the hub's own were not asked. */
export const decidedByWelfare = "WELFARE";

type Part = SickLeaveRevised["changedParts"][number];

/** HMACs over the texts of a register's record, one for each part and one for its outcome, hex. */
export interface RecordDigests {
  readonly identity: string;
  readonly work: string;
  readonly case: string;
  readonly medical: string;
  readonly outcome: string;
}

const order = ["identity", "work", "case", "medical", "outcome"] as const;
const names: ReadonlyArray<Part> = ["IDENTITY", "WORK", "CASE", "MEDICAL"];
const width = 16;

/** The key of a register's record: the register, a colon, and sixteen hex digits for each part in their order. */
export const recordKey = (register: "RECORD" | "RECEIVED", digests: RecordDigests): string =>
  `${register}:${order.map((part) => digests[part].slice(0, width)).join("")}`;

const sliceOf = (key: string, index: number): string => {
  const from = key.indexOf(":") + 1 + index * width;
  return key.slice(from, from + width);
};

/** The last key of the register that this key is of. */
export const lastKey = (keys: ReadonlyArray<string>, key: string): string | undefined =>
  keys.find((one) => one.startsWith(key.slice(0, key.indexOf(":") + 1)));

/** The parts in which two keys of one register differ. */
export const changedParts = (last: string, key: string): ReadonlyArray<Part> =>
  names.filter((_, index) => sliceOf(last, index) !== sliceOf(key, index));

/** Whether two keys of one register differ in their outcome. */
export const isOutcomeChanged = (last: string, key: string): boolean =>
  sliceOf(last, names.length) !== sliceOf(key, names.length);
