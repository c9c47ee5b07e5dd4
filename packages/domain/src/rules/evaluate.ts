import type { RuleFacts } from "./facts.ts";
import type { Assessment, Outcome, Pass, Rule, RuleBasis, RuleHit, RuleResult, RuleTree } from "./rule.ts";
import { ruleSet } from "./rule.ts";
import { ruleTrees } from "./rule-trees.ts";

const conclusions = {
  OK: "VILKAR_OPPFYLT",
  INVALID: "VILKAR_IKKE_OPPFYLT",
  MANUAL: "VILKAR_UAVKLART",
} as const;

interface TreeResult {
  readonly hit?: RuleHit;
  readonly assessment: ReadonlyArray<Assessment>;
}

const assessmentOf = (tree: RuleTree, entry: Rule | Pass | undefined): ReadonlyArray<Assessment> => {
  const legalSource = entry?.legalSource ?? tree.legalSource;
  const conclusion = conclusions[entry?.outcome ?? "OK"];
  return legalSource === undefined ? [] : [{ tree: tree.tree, legalSource, conclusion }];
};

const hitOf = ({ tree }: RuleTree, rule: Rule): RuleHit => ({
  rule: rule.name,
  tree,
  outcome: rule.outcome,
  forSender: rule.forSender,
  forPerson: rule.forPerson,
});

const evaluateTree = (tree: RuleTree, facts: RuleFacts, basis: RuleBasis): TreeResult => {
  const entry = tree.entries.find(({ fires }) => fires(facts, basis));
  const assessment = assessmentOf(tree, entry);
  return entry === undefined || entry.outcome === "OK" ? { assessment } : { hit: hitOf(tree, entry), assessment };
};

type Evaluation = Pick<RuleResult, "hits" | "waived" | "assessments">;

const treatmentDaysRule = "SYKMELDING_MED_BEHANDLINGSDAGER";

const isWaived = (hit: RuleHit, facts: RuleFacts, { policy }: RuleBasis): boolean =>
  hit.rule === treatmentDaysRule && policy.treatmentDays === "only-hit-automatic" && facts.mode === "electronic";

const evaluateTrees = (facts: RuleFacts, basis: RuleBasis): Evaluation =>
  ruleTrees.reduce<Evaluation>(
    (sofar, tree) => {
      if (sofar.hits.length > 0) return sofar;
      const { hit, assessment } = evaluateTree(tree, facts, basis);
      const assessments = [...sofar.assessments, ...assessment];
      if (hit === undefined) return { ...sofar, assessments };
      if (isWaived(hit, facts, basis)) return { ...sofar, assessments, waived: [hit] };
      return { ...sofar, assessments, hits: [hit] };
    },
    { hits: [], waived: [], assessments: [] },
  );

const outcomeOf = (facts: RuleFacts, hits: ReadonlyArray<RuleHit>): Outcome => {
  const outcome = hits[0]?.outcome ?? "OK";
  return facts.mode === "paper" && outcome === "INVALID" ? "MANUAL" : outcome;
};

const isAlwaysOk = ({ mode, periods }: RuleFacts, { policy }: RuleBasis): boolean =>
  mode === "electronic" && policy.treatmentDays === "always-ok" && periods.some((p) => p.kind === "TREATMENT_DAYS");

/**
 * What the rules say of a certificate.
 *
 * Shape:  trees in order; the first tree that is not OK ends the run, so there is at most one hit. On paper INVALID counts as MANUAL.
 * Source: regulus-regula v52; treatment days by design 6.4.
 */
export const evaluateRules = (facts: RuleFacts, basis: RuleBasis): RuleResult => {
  const { hits, waived, assessments } = evaluateTrees(facts, basis);
  const versions = { ruleSet, codeLists: basis.codeLists.version };
  if (isAlwaysOk(facts, basis)) return { outcome: "OK", hits: [], waived: hits, assessments, ...versions };
  return { outcome: outcomeOf(facts, hits), hits, waived, assessments, ...versions };
};
