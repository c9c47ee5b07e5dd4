import type { CatalogueEntry, RulePolicy } from "../rules/index.ts";
import { ruleCatalogue } from "../rules/index.ts";
import { otherError, preCheckText } from "../sick-leave/receipts.ts";
import type { Advice } from "./advice.ts";
import { preCheckAdvice } from "./pre-check-advice.ts";
import type { RefusalEntry } from "./refusal.ts";
import { ruleAdvice } from "./rule-advice.ts";

const root = "HelseOpplysningerArbeidsuforhet";
const outside = /^(MsgHead|MottakenhetBlokk)\//;

const adviceOn = ({ kind, name }: Pick<CatalogueEntry, "kind" | "name">): Advice | undefined =>
  (kind === "rule" ? ruleAdvice : preCheckAdvice)[name];

const fromRoot = (path: string): string => (path === "" || outside.test(path) ? path : `${root}/${path}`);

/** Where in the certificate a rule or pre-check looks; empty where it looks at the message as a whole. */
export const elementOfRule = (asked: Pick<CatalogueEntry, "kind" | "name">): string =>
  fromRoot(adviceOn(asked)?.path ?? "");

const textOf = (entry: CatalogueEntry): string =>
  entry.kind === "rule" ? entry.forSender : preCheckText({ rule: entry.name, forSender: entry.forSender });

const refusal = (entry: CatalogueEntry): RefusalEntry => ({
  kind: "sick-leave",
  step: entry.kind,
  name: entry.name,
  outcome: entry.outcome,
  class: null,
  path: elementOfRule(entry),
  error: entry.outcome === "MANUAL" ? null : otherError(textOf(entry)),
  remedy: adviceOn(entry)?.remedy ?? "",
  ...(entry.legalSource === undefined ? {} : { legalSource: entry.legalSource }),
});

/** Every rule and pre-check of the certificate. */
export const certificateRefusals = (policy: RulePolicy): ReadonlyArray<RefusalEntry> =>
  ruleCatalogue(policy).map(refusal);
