import { absenceCases } from "./absence.cases.ts";
import { authorisationCases } from "./authorisation.cases.ts";
import { backdatingCases } from "./backdating.cases.ts";
import type { Case } from "./builder.cases.ts";
import { catalogueCases } from "./catalogue.cases.ts";
import { dateCases } from "./dates.cases.ts";
import { diagnosisCases } from "./diagnoses.cases.ts";
import { evaluationCases } from "./evaluation.cases.ts";
import { periodCases } from "./periods.cases.ts";
import { preCheckCases } from "./pre-checks.cases.ts";
import { validationCases } from "./validation.cases.ts";

/** Every case of the rules by subject. The mutation check runs them too: a rule that changes must fail one of them. */
export const allCases: Readonly<Record<string, ReadonlyArray<Case>>> = {
  validation: validationCases,
  periods: periodCases,
  authorisation: authorisationCases,
  diagnoses: diagnosisCases,
  dates: dateCases,
  backdating: backdatingCases,
  absence: absenceCases,
  evaluation: evaluationCases,
  "pre-checks": preCheckCases,
  catalogue: catalogueCases,
};
