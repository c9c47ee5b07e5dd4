/** What kind of fault the data shows. */
export type Fault = "lost" | "duplicated" | "reordered" | "wrong";

/** One thing that is not as the ledger says, and where. No personal value is in it. */
export interface Finding {
  readonly fault: Fault;
  /** The place: a topic with partition and position, a table with its key, or the ledger. */
  readonly where: string;
  readonly what: string;
  /** The message that it concerns, by its place in the ledger's plan. */
  readonly message?: number | undefined;
}

/** Takes findings as they come. */
export interface Report {
  readonly note: (fault: Fault, where: string, what: string, message?: number) => void;
  readonly findings: ReadonlyArray<Finding>;
}

export const makeReport = (): Report => {
  const findings: Array<Finding> = [];
  return {
    findings,
    note: (fault, where, what, message) => void findings.push({ fault, where, what, message }),
  };
};
