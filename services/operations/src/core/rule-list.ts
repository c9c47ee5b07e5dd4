import { defaultPolicy, ruleCatalogue } from "@samvirke/domain";
import type { CatalogueEntry } from "@samvirke/domain";

/** One line of the rule list, with every field always there. */
export interface RuleLine {
  readonly kind: CatalogueEntry["kind"];
  readonly number: string | null;
  readonly tree: string;
  readonly name: string;
  readonly outcome: "INVALID" | "MANUAL_PROCESSING";
  readonly legalSource: string | null;
  /** Who has it: NAV's rule, or the hub's own. */
  readonly source: CatalogueEntry["source"];
  readonly textForSender: string;
  readonly textForPerson: string;
  readonly oddity: string | null;
  readonly differsFromNav: CatalogueEntry["differsFromNav"] | null;
}

const outcomes = { INVALID: "INVALID", MANUAL: "MANUAL_PROCESSING" } as const;

const ruleLine = (entry: CatalogueEntry): RuleLine => ({
  kind: entry.kind,
  number: entry.number ?? null,
  tree: entry.tree,
  name: entry.name,
  outcome: outcomes[entry.outcome],
  legalSource: entry.legalSource ?? null,
  source: entry.source,
  textForSender: entry.forSender,
  textForPerson: entry.forPerson,
  oddity: entry.oddity ?? null,
  differsFromNav: entry.differsFromNav ?? null,
});

/** Everything that is checked, in the order in which it is asked. */
export const ruleList = (): ReadonlyArray<RuleLine> => ruleCatalogue(defaultPolicy).map(ruleLine);
