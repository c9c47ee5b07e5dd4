import type { ConstraintFailure } from "@samvirke/kernel";

/** A rejection of the store that carries no value of a row: PostgreSQL quotes values in its messages. */
export interface StoreFailure extends Error {
  /** SQLSTATE, or the network's code. */
  readonly code: string;
}

interface Reported {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly column?: unknown;
  readonly table?: unknown;
  readonly message?: unknown;
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const reported = (error: unknown): Reported => (typeof error === "object" && error !== null ? error : {});

const codeOf = (error: unknown): string => textOf(reported(error).code) ?? "unknown";

// Classes whose messages speak of the connection, the statement or the server, never of a row.
const tellable = new Set(["08", "25", "26", "28", "3D", "3F", "40", "42", "53", "55", "57", "58"]);

/** The failure of one statement, without values. */
export const storeFailure = (operation: string, error: unknown): StoreFailure => {
  const code = codeOf(error);
  const message = tellable.has(code.slice(0, 2)) ? `: ${textOf(reported(error).message) ?? ""}` : "";
  return Object.assign(new Error(`${operation} failed (${code})${message}`), { code });
};

// String data right truncation; a row too large for an index.
const tooLong: ReadonlySet<string> = new Set(["22001", "54000"]);

/** True where the row is at fault: integrity (23), data (22), or a value too large for an index (54000). */
export const isConstraint = (error: unknown): boolean => {
  const code = codeOf(error);
  return code.startsWith("23") || code.startsWith("22") || code === "54000";
};

/** The failure of a refused row: table and rule, never a value. */
export const constraintFailure = (table: string, error: unknown): ConstraintFailure => {
  const { constraint, column } = reported(error);
  const rule = textOf(constraint) ?? textOf(column) ?? codeOf(error);
  const isTooLong = tooLong.has(codeOf(error));
  return Object.assign(new Error(`${table}: ${codeOf(error)} ${rule}`), { constraint: rule, isTooLong });
};
