import type { RuleAssessment, RuleHit as RecordedHit } from "@samvirke/contracts";
import type { PreCheckHit, RuleBasis, RuleFacts, RuleHit, RuleResult } from "../rules/index.ts";
import { ruleTrees } from "../rules/rule-trees.ts";

type Tree = (typeof ruleTrees)[number];

/** Pre-checks stand under this name among the trees. */
export const preCheckTree = "FORHANDSSJEKK";

/** A failed pre-check as the event tells it. */
export const preCheckHit = ({ rule, forSender, forPerson }: PreCheckHit): RecordedHit => ({
  tree: preCheckTree,
  rule,
  outcome: "INVALID",
  textForSender: forSender,
  textForPerson: forPerson,
});

/** A rule's hit as the event tells it. */
export const ruleHit = ({ tree, rule, outcome, forSender, forPerson }: RuleHit): RecordedHit => ({
  tree,
  rule,
  outcome,
  textForSender: forSender,
  textForPerson: forPerson,
});

// Only a tree with passes can end as OK by an entry of its own; which one is worth keeping.
const passOf = (tree: Tree, facts: RuleFacts, basis: RuleBasis): string | undefined => {
  if (!tree.entries.some(({ outcome }) => outcome === "OK")) return undefined;
  const entry = tree.entries.find(({ fires }) => fires(facts, basis));
  return entry?.outcome === "OK" ? entry.name : undefined;
};

const assess = (tree: Tree, hit: RuleHit | undefined, decidedBy: string | undefined): RuleAssessment => ({
  tree: tree.tree,
  outcome: hit?.outcome ?? "OK",
  steps: decidedBy === undefined ? [] : [{ rule: decidedBy, fired: true }],
});

/** The trees as they were walked, each with the entry that ended it; entries that did not fire follow from the rule set's version. */
export const assessmentsOf = (
  facts: RuleFacts,
  basis: RuleBasis,
  result: RuleResult,
): ReadonlyArray<RuleAssessment> => {
  const last = ruleTrees.findIndex(({ tree }) => tree === result.hits[0]?.tree);
  const walked = last < 0 ? ruleTrees : ruleTrees.slice(0, last + 1);
  return walked.map((tree) => {
    const hit = [...result.hits, ...result.waived].find((one) => one.tree === tree.tree);
    return assess(tree, hit, hit?.rule ?? passOf(tree, facts, basis));
  });
};
