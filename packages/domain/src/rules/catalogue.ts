import type { Difference, RulePolicy } from "./policy.ts";
import { differences } from "./policy.ts";
import type { PreCheck } from "./pre-checks/pre-check.ts";
import { preChecks } from "./pre-checks.ts";
import type { Pass, Rule, RuleText, RuleTree } from "./rule.ts";
import { ruleTrees } from "./rule-trees.ts";

/** A difference from NAV and whether today's policy has turned it to NAV's way. */
export interface ListedDifference extends Difference {
  readonly turnedToNav: boolean;
}

/** One line of the rule list. */
export interface CatalogueEntry {
  readonly kind: "pre-check" | "rule";
  /** NAV's place of a pre-check; a rule has its tree. */
  readonly number?: string;
  readonly tree: string;
  readonly name: string;
  readonly outcome: "INVALID" | "MANUAL";
  readonly legalSource?: string;
  readonly source: "nav" | "hub";
  readonly forSender: string;
  readonly forPerson: string;
  readonly oddity?: string;
  readonly differsFromNav?: ListedDifference;
}

type Shared = Pick<CatalogueEntry, "name" | "forSender" | "forPerson" | "oddity" | "differsFromNav">;

const shared = ({ name, forSender, forPerson, oddity, differs }: RuleText, policy: RulePolicy): Shared => {
  const difference = differs === undefined ? undefined : differences[differs];
  return {
    name,
    forSender,
    forPerson,
    ...(oddity === undefined ? {} : { oddity }),
    ...(difference === undefined
      ? {}
      : { differsFromNav: { ...difference, turnedToNav: policy[difference.setting] === difference.nav } }),
  };
};

const ofPreCheck = (check: PreCheck, policy: RulePolicy): CatalogueEntry => ({
  kind: "pre-check",
  number: check.number,
  tree: "FORHANDSSJEKK",
  outcome: "INVALID",
  source: check.source,
  ...shared(check, policy),
});

const isRule = (entry: Rule | Pass): entry is Rule => entry.outcome !== "OK";

const ofTree = (tree: RuleTree, policy: RulePolicy): ReadonlyArray<CatalogueEntry> =>
  tree.entries.filter(isRule).map((rule) => {
    const legalSource = rule.legalSource ?? tree.legalSource;
    return {
      kind: "rule",
      tree: tree.tree,
      outcome: rule.outcome,
      source: "nav",
      ...(legalSource === undefined ? {} : { legalSource }),
      ...shared(rule, policy),
    };
  });

/** Everything that is checked, in the order in which it is asked, with the reasons and NAV's oddities. */
export const ruleCatalogue = (policy: RulePolicy): ReadonlyArray<CatalogueEntry> => [
  ...preChecks.map((check) => ofPreCheck(check, policy)),
  ...ruleTrees.flatMap((tree) => ofTree(tree, policy)),
];
