import type { Warning } from "@samvirke/contracts";

/** Who found something. */
export type FindingSource = "guard" | "parse" | "pre-check" | "rule";

export interface FindingLine {
  readonly source: FindingSource;
  readonly code: string;
  readonly path: string;
}

/** What would be found in a message if it were sent. */
export interface Findings {
  readonly kind: string;
  readonly format: string;
  readonly readable: boolean;
  readonly findings: ReadonlyArray<FindingLine>;
}

/** Warnings as lines of one source. */
export const linesOf = (source: FindingSource, warnings: ReadonlyArray<Warning>): ReadonlyArray<FindingLine> =>
  warnings.map(({ code, path }) => ({ source, code, path }));
