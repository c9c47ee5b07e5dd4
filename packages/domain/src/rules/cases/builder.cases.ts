import { addDays, parseDay, printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { publishedCodeLists } from "../published-code-lists.ts";
import { icpc2 } from "../diagnosis.ts";
import { evaluateRules } from "../evaluate.ts";
import type { Approval, EarlierCertificate, Period, RuleFacts, Signer } from "../facts.ts";
import { defaultPolicy } from "../policy.ts";
import type { RulePolicy } from "../policy.ts";
import type { RuleBasis } from "../rule.ts";

/** One assertion as data, read by the unit tests and by the mutation check alike. */
export interface Case {
  readonly title: string;
  readonly actual: () => unknown;
  readonly expected: unknown;
  /** States the tables as they stand; the mutation check leaves it out, since any change would fail it. */
  readonly listing?: boolean;
}

export const d = (text: string): Day => parseDay(text)!;
export const at = (text: string): number => Date.parse(text);
export const plus = (from: string, days: number): string => printDay(addDays(d(from), days));

/** A period; wholly sick unless told otherwise. */
export const period = (from: string, to: string, more: Partial<Period> = {}): Period => ({
  from: d(from),
  to: d(to),
  kind: "FULL",
  ...more,
});

export const graded = (from: string, to: string, grade: number): Period => period(from, to, { kind: "GRADED", grade });
export const awaiting = (from: string, to: string, input = "Kortere dager"): Period =>
  period(from, to, { kind: "AWAITING", input });
export const treatment = (from: string, to: string, daysPerWeek = 1): Period =>
  period(from, to, { kind: "TREATMENT_DAYS", daysPerWeek });

const code = (oid: number, value: string, active = true) => ({ oid, value, active });

/** An active approval of a category, with the authorisation to certify. */
export const approval = (category: string, more: Partial<Approval> = {}): Approval => ({
  authorisation: code(7704, "1"),
  category: code(9060, category),
  competences: [],
  ...more,
});

export const registerCode = code;

/** The certifying course, valid from a day on. */
export const course = { type: code(7702, "1"), from: d("2020-01-01") };

export const signedBy = (...approvals: ReadonlyArray<Approval>): Partial<RuleFacts> => ({
  signer: { ...physician, approvals },
});

const physician: Signer = { number: "02867012345", found: true, suspended: false, approvals: [approval("LE")] };

/** A Monday. */
export const monday = "2026-03-02";

/** A certificate that no rule objects to: two weeks from the Monday on which it is signed and received. */
export const certificate = (more: Partial<RuleFacts> = {}): RuleFacts => ({
  mode: "electronic",
  periods: [period(monday, "2026-03-15")],
  receivedAt: at("2026-03-02T10:05:00Z"),
  today: d(monday),
  generatedAt: at("2026-03-02T10:00:00Z"),
  treatedAt: at("2026-03-02T09:30:00Z"),
  signer: physician,
  clinicianNumber: "02867012345",
  patient: { number: "15889054321", birthDay: d("1990-08-15") },
  organisationNumber: "999888777",
  ruleSetVersion: "3",
  mainDiagnosis: { code: "L84", system: icpc2, text: "Ryggsyndrom" },
  secondDiagnoses: [],
  questionIds: [],
  earlier: [],
  ...more,
});

export const unset = (facts: RuleFacts, ...keys: ReadonlyArray<keyof RuleFacts>): RuleFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([key]) => !keys.includes(key as keyof RuleFacts)),
  ) as unknown as RuleFacts;

/** An approved earlier certificate with the same diagnosis. */
export const earlier = (
  periods: ReadonlyArray<Period>,
  more: Partial<EarlierCertificate> = {},
): EarlierCertificate => ({
  periods,
  mainDiagnosisCode: "L84",
  outcome: "OK",
  remarks: [],
  use: "sent",
  ...more,
});

export const basis = (policy: Partial<RulePolicy> = {}): RuleBasis => ({
  policy: { ...defaultPolicy, ...policy },
  codeLists: publishedCodeLists,
});

const verdict = (facts: RuleFacts, policy: Partial<RulePolicy>): string => {
  const { outcome, hits } = evaluateRules(facts, basis(policy));
  return [outcome, ...hits.map((hit) => hit.rule)].join(" ");
};

/** The rules' answer to a certificate, as `OUTCOME RULE`. */
export const says = (
  title: string,
  facts: Partial<RuleFacts>,
  expected: string,
  policy: Partial<RulePolicy> = {},
): Case => ({ title, actual: () => verdict(certificate(facts), policy), expected });

/** Like `says`, with some facts absent. */
export const saysWithout = (
  title: string,
  keys: ReadonlyArray<keyof RuleFacts>,
  expected: string,
  facts: Partial<RuleFacts> = {},
): Case => ({ title, actual: () => verdict(unset(certificate(facts), ...keys), {}), expected });
