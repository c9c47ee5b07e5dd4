import { answerRows } from "./answer-rows.ts";
import { fhirFields } from "./fhir-field.ts";
import type { FhirField } from "./fhir-field.ts";
import { personRows } from "./person-rows.ts";
import { referralRows } from "./referral-rows.ts";

/**
 * Every leaf of FHIR that is read and where it goes. `party` is whoever stands there: sender, receiver, copy receiver, who
 * decided, who got it next.
 */
export const fhirFieldTable: ReadonlyArray<FhirField> = fhirFields([referralRows, personRows, answerRows].join("\n"));
