import type { Problem } from "@samvirke/contracts";
import { Busy } from "./committer.ts";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

// 08 connection, 53 resources, 57 operator, 58 system, 40 rollback, 25 a transaction cut off by a time-out;
// 42P01 and 3F000: a view that its projector has not made yet.
const passing = /^(08|53|57|58|40|25)|^(42P01|3F000)$/;

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code);

const isStoreFailure = (error: unknown): boolean => error instanceof Error && "code" in error;

/** Whether the database could not be asked, or asks to be asked again. */
export const isUnavailable = (error: unknown): boolean => {
  if (!isStoreFailure(error)) return false;
  const code = codeOf(error);
  return passing.test(code) || !isSqlState(code);
};

/** The problem that a failure is told as; the failure itself goes no further. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Busy) return { name: "busy" };
  return { name: isUnavailable(error) ? "unavailable" : "internal" };
};

/** After a rollback for a deadlock, a row at fault or a defect, the other items of a batch deserve their own attempt. */
export const isWorthRetrying = (error: unknown): boolean => !isUnavailable(error) || codeOf(error).startsWith("40");
