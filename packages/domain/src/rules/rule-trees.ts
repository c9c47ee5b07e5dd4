import type { RuleTree } from "./rule.ts";
import { age } from "./trees/age.ts";
import { authorisation } from "./trees/authorisation.ts";
import { backdating } from "./trees/backdating.ts";
import { dates } from "./trees/dates.ts";
import { periodRules } from "./trees/periods.ts";
import { suspension } from "./trees/suspension.ts";
import { validation } from "./trees/validation.ts";
import { workIncapacity } from "./trees/work-incapacity.ts";

/** The rule trees in the order in which they are asked. */
export const ruleTrees: ReadonlyArray<RuleTree> = [
  suspension,
  validation,
  periodRules,
  authorisation,
  workIncapacity,
  age,
  dates,
  backdating,
];
