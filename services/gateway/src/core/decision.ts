import type { Contracts, MessageRefused, PublicOf, ReceiptDue, SickLeaveCase } from "@samvirke/contracts";

export type Outcome = "accepted" | "rejected" | "duplicate" | "conflict" | "malformed" | "unsupported";

export const decisionTypes = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "MessageUnreadable",
  "MessageRefused",
] as const;
export type DecisionType = (typeof decisionTypes)[number];

/** An event that takes a message in, of any other type, with as much of it as the status tells. */
export interface TakenEvent {
  readonly type: "Taken";
  readonly event: Readonly<Record<string, unknown>>;
}

/** An event that decides a received message, its case compartment opened; null once the person is erased. */
export type DecisionEvent = TakenEvent | WrittenDecision;

type WrittenDecision = {
  readonly [N in DecisionType]: {
    readonly type: N;
    readonly event: PublicOf<N> & { readonly case: Contracts[N]["case"] | null };
  };
}[DecisionType];

export interface RuleLine {
  readonly rule: string;
  readonly outcome: "INVALID" | "MANUAL_PROCESSING";
}

export interface WarningLine {
  readonly code: string;
  readonly path: string;
}

/** What a decision says to the sender. */
export interface Decision {
  readonly outcome: Outcome;
  readonly route: "automatic" | "manual" | null;
  readonly caseId: string | null;
  readonly rules: ReadonlyArray<RuleLine>;
  readonly warnings: ReadonlyArray<WarningLine>;
  readonly receiptDue: ReceiptDue | null;
}

/** A sender's receipt as the status tells it. Source: AppRec status, list 8258. */
export interface AppRecLine {
  readonly status: 1 | 2 | 3;
  readonly errors: ReadonlyArray<{ readonly code: string; readonly text: string }>;
}

const ruleOutcomes = { INVALID: "INVALID", MANUAL: "MANUAL_PROCESSING" } as const;

const rulesOf = (part: SickLeaveCase | null): ReadonlyArray<RuleLine> =>
  (part?.ruleHits ?? []).flatMap(({ rule, outcome }) =>
    outcome === "INVALID" || outcome === "MANUAL" ? [{ rule, outcome: ruleOutcomes[outcome] }] : [],
  );

const ofCase = (part: SickLeaveCase | null): Pick<Decision, "rules" | "warnings" | "receiptDue"> => ({
  rules: rulesOf(part),
  warnings: (part?.warnings ?? []).map(({ code, path }) => ({ code, path })),
  receiptDue: part?.receipt ?? null,
});

const ofRefusal = (part: MessageRefused["case"]): Omit<Decision, "outcome"> => ({
  route: null,
  caseId: null,
  rules: [],
  warnings: (part?.findings ?? []).map(({ rule, path }) => ({ code: rule, path })),
  receiptDue: part?.receipt ?? null,
});

const refusals: Partial<Record<MessageRefused["class"], Outcome>> = {
  CONFLICT: "conflict",
  UNSUPPORTED: "unsupported",
};

/** Where the id of its case lies, in whichever event; the first that is there counts. */
const caseIds = [
  "sickLeaveId",
  "referralId",
  "meetingId",
  "conversationId",
  "statementId",
  "planId",
  "decisionId",
  "spellId",
  "effortId",
] as const;

const isRepeat = ({ reason, copyKind }: TakenEvent["event"]): boolean =>
  reason === "REPEATED" || copyKind === "DUPLICATE";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const warningsOf = (part: TakenEvent["event"]): ReadonlyArray<WarningLine> => {
  const found = part["warnings"] ?? part["findings"];
  if (!Array.isArray(found)) return [];
  return (found as ReadonlyArray<TakenEvent["event"]>).map(({ code, rule, path }) => ({
    code: textOf(code ?? rule),
    path: textOf(path),
  }));
};

const taken = (event: TakenEvent["event"]): Decision => {
  const part = (event["case"] ?? {}) as TakenEvent["event"];
  const id = caseIds.map((name) => event[name]).find((value) => typeof value === "string");
  return {
    outcome: isRepeat(event) ? "duplicate" : "accepted",
    route: "automatic",
    caseId: typeof id === "string" ? id : null,
    rules: [],
    warnings: warningsOf(part),
    receiptDue: (part["receipt"] ?? null) as ReceiptDue | null,
  };
};

/** What a decision event tells; an erased compartment tells nothing. */
export const decisionOf = (decided: DecisionEvent): Decision => {
  switch (decided.type) {
    case "SickLeaveCertified": {
      const route = decided.event.assessment === "PENDING" ? "manual" : "automatic";
      return { outcome: "accepted", route, caseId: decided.event.sickLeaveId, ...ofCase(decided.event.case) };
    }
    case "SickLeaveRejected": {
      const outcome = decided.event.reasonClass === "DUPLICATE" ? "duplicate" : "rejected";
      return { outcome, route: "automatic", caseId: decided.event.sickLeaveId, ...ofCase(decided.event.case) };
    }
    case "MessageUnreadable":
      return { outcome: "malformed", ...ofRefusal(decided.event.case) };
    case "MessageRefused":
      return { outcome: refusals[decided.event.class] ?? "rejected", ...ofRefusal(decided.event.case) };
    default:
      return taken(decided.event);
  }
};

const statuses: Partial<Record<ReceiptDue["status"], AppRecLine["status"]>> = { OK: 1, REFUSED: 2, PARTIAL: 3 };

/** The receipt that a decision calls for, as the status tells it; null where none is sent. */
export const appRecOf = (due: ReceiptDue | null): AppRecLine | null => {
  const status = due?.wanted ? statuses[due.status] : undefined;
  if (!due || status === undefined) return null;
  return { status, errors: due.errors.map(({ code, text }) => ({ code, text })) };
};
