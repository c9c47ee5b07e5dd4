/** What the gateway answers to a message that it took. */
export interface Accepted {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: string;
  readonly format: string;
  readonly repeat: boolean;
}

export interface RuleLine {
  readonly rule: string;
  readonly outcome: string;
}

export interface AppRec {
  readonly status: number;
  readonly errors: ReadonlyArray<{ readonly code: string; readonly text: string }>;
}

export interface HopLine {
  readonly stage: string;
  readonly state: string;
  readonly reason?: string;
}

/** A message's status, as the gateway tells it. */
export interface MessageStatus {
  readonly messageId: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly format: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly rules: ReadonlyArray<RuleLine>;
  readonly appRec: AppRec | null;
  readonly warnings: ReadonlyArray<{ readonly code: string; readonly path: string }>;
  readonly hops: ReadonlyArray<HopLine>;
}

/** A refusal by HTTP: problem details. Source: RFC 9457. */
export interface ProblemAnswer {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: ReadonlyArray<{ readonly pointer: string; readonly rule: string }>;
}

const fieldText = ({ pointer, rule }: { readonly pointer: string; readonly rule: string }): string =>
  pointer === "" ? rule : `${pointer}: ${rule}`;

/** A problem in one line. */
export const problemText = ({ status, title, detail, errors }: ProblemAnswer): string =>
  [`${status} ${title}`, ...(detail === undefined ? [] : [detail]), ...(errors ?? []).map(fieldText)].join(" ");
