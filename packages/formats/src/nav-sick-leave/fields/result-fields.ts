import { fieldTable } from "./nav-field.ts";

/** Where each leaf of a ValidationResult goes. Source: fact sheet 10.2. */
export const resultFields = fieldTable(`
status -> status
timestamp -> at
ruleHits[].ruleName -> rules[].name
ruleHits[].messageForSender -> rules[].textForSender
ruleHits[].messageForUser -> rules[].textForPerson
ruleHits[].ruleStatus -> rules[].outcome
`);
