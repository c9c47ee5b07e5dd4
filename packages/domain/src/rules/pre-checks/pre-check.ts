import type { DifferenceSetting, RulePolicy } from "../policy.ts";
import type { RuleText } from "../rule.ts";
import type { PreCheckFacts, WrittenCertificate } from "./facts.ts";

/**
 * One check before the rules. All are INVALID.
 *
 * Shape: `number` is the place in NAV's order (a, b, 1 to 17, with a letter where NAV's place holds several checks); h1 and on are the hub's own.
 */
export interface PreCheck extends RuleText {
  readonly number: string;
  readonly source: "nav" | "hub";
  readonly differs?: DifferenceSetting;
  readonly fires: (facts: PreCheckFacts, policy: RulePolicy) => boolean;
}

type OnCertificate = (certificate: WrittenCertificate, policy: RulePolicy) => boolean;

/** A condition on the certificate; a message without one is another check's matter. */
export const onCertificate =
  (holds: OnCertificate): PreCheck["fires"] =>
  ({ certificate }, policy) =>
    certificate !== undefined && holds(certificate, policy);

/** Absent or without a single character; blanks count as characters. */
export const isEmpty = (text: string | undefined): boolean => (text ?? "") === "";

/** Absent or nothing but blanks. */
export const isBlank = (text: string | undefined): boolean => isEmpty(text?.trim());

/** Whether a code that is there stands outside its list. */
export const hasCodeOutside = (codes: ReadonlyArray<string | undefined>, list: ReadonlyArray<string>): boolean =>
  codes.some((code) => !list.includes((code ?? "").trim()));
