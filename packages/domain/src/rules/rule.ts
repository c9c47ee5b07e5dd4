import type { CodeLists } from "./code-lists.ts";
import type { RuleFacts } from "./facts.ts";
import type { DifferenceSetting, RulePolicy } from "./policy.ts";

/** The rule set that is followed. */
export const ruleSet = "regulus-regula v52";

/** What the rules decide by, besides the facts. */
export interface RuleBasis {
  readonly policy: RulePolicy;
  readonly codeLists: CodeLists;
}

export type Outcome = "OK" | "MANUAL" | "INVALID";

/** Texts are our own Norwegian ones; names are NAV's. */
export interface RuleText {
  readonly name: string;
  readonly forSender: string;
  readonly forPerson: string;
  /** An oddity of NAV's that is kept. */
  readonly oddity?: string;
  readonly differs?: DifferenceSetting;
}

type Fires = (facts: RuleFacts, basis: RuleBasis) => boolean;

/** A rule that ends its tree with a hit. */
export interface Rule extends RuleText {
  readonly outcome: "MANUAL" | "INVALID";
  readonly legalSource?: string;
  readonly fires: Fires;
}

/** A condition that ends its tree as OK. */
export interface Pass {
  readonly name: string;
  readonly outcome: "OK";
  readonly legalSource?: string;
  readonly fires: Fires;
}

/** Entries are tried from the top; the first that fires ends the tree. None: OK on the tree's own legal source. */
export interface RuleTree {
  readonly tree: string;
  readonly legalSource?: string;
  readonly entries: ReadonlyArray<Rule | Pass>;
}

export interface RuleHit {
  readonly rule: string;
  readonly tree: string;
  readonly outcome: "MANUAL" | "INVALID";
  readonly forSender: string;
  readonly forPerson: string;
}

/** The juridical assessment of one executed tree. */
export interface Assessment {
  readonly tree: string;
  readonly legalSource: string;
  readonly conclusion: "VILKAR_OPPFYLT" | "VILKAR_IKKE_OPPFYLT" | "VILKAR_UAVKLART";
}

export interface RuleResult {
  readonly outcome: Outcome;
  readonly hits: ReadonlyArray<RuleHit>;
  /** Hits that policy set aside; shown to those who ask, without effect. */
  readonly waived: ReadonlyArray<RuleHit>;
  readonly assessments: ReadonlyArray<Assessment>;
  readonly ruleSet: string;
  readonly codeLists: string;
}
