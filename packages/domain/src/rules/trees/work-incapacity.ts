import { findDiagnosis, isZDiagnosis } from "../diagnosis.ts";
import type { RuleFacts } from "../facts.ts";
import type { RuleTree } from "../rule.ts";

const hasOtherReason = ({ otherAbsence }: RuleFacts): boolean =>
  otherAbsence !== undefined && (otherAbsence.codes.length > 0 || (otherAbsence.text ?? "").trim() !== "");

/** Source: regulus-regula v52, ARBEIDSUFORHET. */
export const workIncapacity: RuleTree = {
  tree: "ARBEIDSUFORHET",
  legalSource: "ftrl. § 8-4 første ledd",
  entries: [
    {
      name: "FRAVAERSGRUNN_MANGLER",
      outcome: "INVALID",
      forSender: "Sykmeldingen har verken hoveddiagnose eller en annen lovfestet fraværsgrunn.",
      forPerson: "Det står ikke hvorfor du er sykmeldt.",
      fires: (facts) => facts.mainDiagnosis === undefined && !hasOtherReason(facts),
    },
    {
      name: "UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE",
      outcome: "INVALID",
      forSender: "Hoveddiagnosen har et ukjent kodeverk, eller koden finnes ikke i det oppgitte kodeverket.",
      forPerson: "Diagnosekoden i sykmeldingen er ikke gyldig.",
      differs: "icpc2b",
      fires: ({ mainDiagnosis }, basis) =>
        mainDiagnosis !== undefined && findDiagnosis(mainDiagnosis, basis) === undefined,
    },
    {
      name: "ICPC_2_Z_DIAGNOSE",
      outcome: "INVALID",
      forSender: "Hoveddiagnosen er en Z-diagnose i ICPC-2. Sosiale problemer alene gir ikke rett til sykepenger.",
      forPerson: "Diagnosen i sykmeldingen gir ikke rett til sykepenger.",
      fires: ({ mainDiagnosis }) => mainDiagnosis !== undefined && isZDiagnosis(mainDiagnosis),
    },
    {
      name: "UGYLDIG_KODEVERK_FOR_BIDIAGNOSE",
      outcome: "INVALID",
      forSender: "En bidiagnose har et ukjent kodeverk, eller koden finnes ikke i det oppgitte kodeverket.",
      forPerson: "En av diagnosekodene i sykmeldingen er ikke gyldig.",
      differs: "icpc2b",
      fires: ({ secondDiagnoses }, basis) => secondDiagnoses.some((d) => findDiagnosis(d, basis) === undefined),
    },
  ],
};
