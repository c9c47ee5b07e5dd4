/** What a document has no place for. */
export interface Loss {
  /** Path in the event. */
  readonly path: string;
  readonly reason: LossReason;
}

/**
 * NO_PLACE: the record has no field for it; UNLISTED_CODE: the code is in no list of the record, which says UGYLDIG or
 * nothing; NEEDS_EMPLOYER: only printed for a person with an employer; NEEDS_INJURY: a day of injury without an injury;
 * OTHER_KIND: the period counts as another kind; REPEATED_ID: a later answer under the same id stands in its place;
 * NOT_SENT: a required field that the sender left out is printed empty or from what the hub knows.
 */
export type LossReason =
  | "NO_PLACE"
  | "UNLISTED_CODE"
  | "NEEDS_EMPLOYER"
  | "NEEDS_INJURY"
  | "OTHER_KIND"
  | "REPEATED_ID"
  | "NOT_SENT";

export interface LossReport {
  readonly lose: (path: string, reason: LossReason) => void;
  readonly list: ReadonlyArray<Loss>;
}

export const lossReport = (): LossReport => {
  const list: Array<Loss> = [];
  return { lose: (path, reason) => void list.push({ path, reason }), list };
};

/** Where in the event the printer stands, and the report it writes to. */
export interface Place {
  readonly at: string;
  readonly report: LossReport;
}

/** The same report, further down. */
export const below = ({ at, report }: Place, step: string | number): Place => ({
  at: typeof step === "number" ? `${at}[${step}]` : at === "" ? step : `${at}.${step}`,
  report,
});

/** Reports what stands here as lost. */
export const lose = ({ at, report }: Place, reason: LossReason): void => report.lose(at, reason);
