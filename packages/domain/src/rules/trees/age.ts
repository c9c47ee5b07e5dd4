import { addYears } from "@samvirke/kernel";
import { lastDay } from "../days.ts";
import type { RuleTree } from "../rule.ts";

const youngest = 13;

/** Source: regulus-regula v52, UNDER_13. */
export const age: RuleTree = {
  tree: "UNDER_13",
  legalSource: "ftrl. § 8-3 første ledd",
  entries: [
    {
      name: "PASIENT_YNGRE_ENN_13",
      outcome: "INVALID",
      forSender: "Den sykmeldte er under 13 år i hele perioden.",
      forPerson: "Du må ha fylt 13 år for å få sykmelding.",
      fires: (facts) =>
        facts.patient.birthDay !== undefined && lastDay(facts) < addYears(facts.patient.birthDay, youngest),
    },
  ],
};
