import { addMonths, daysBetween } from "@samvirke/kernel";
import { firstDay, signingDay } from "../days.ts";
import { icd10 } from "../diagnosis.ts";
import { isProlongation, isSentAgain, isWithinEmployerPeriod } from "../earlier.ts";
import type { RuleFacts } from "../facts.ts";
import type { RuleBasis, RuleTree } from "../rule.ts";

const firstParagraph = "ftrl. § 8-7 første ledd første punktum";
const secondParagraph = "ftrl. § 8-7 andre ledd andre punktum";
const section = "ftrl. § 8-7";

const fewDays = 4;
const someDays = 8;
const goodReason = 3;

const daysBack = (facts: RuleFacts, { policy }: RuleBasis): number =>
  daysBetween(firstDay(facts), signingDay(facts, policy));

const isWithinMonth = (facts: RuleFacts, { policy }: RuleBasis): boolean =>
  signingDay(facts, policy) <= addMonths(firstDay(facts), 1);

// Only the space splits, and only A-Z makes a word: NAV's reading of field 11.2.
const reasonWords = ({ backdatingReason }: RuleFacts): number =>
  (backdatingReason ?? "").split(" ").filter((token) => /[A-Za-z]/.test(token)).length;

const hasReason = (facts: RuleFacts): boolean => reasonWords(facts) > 0;
const wordOddity = "Et ord er en bit mellom mellomrom med minst én av bokstavene A til Z; «ø» alene er ikke et ord.";

/** Source: regulus-regula v52, TILBAKEDATERING; steps in order, each an end. */
export const backdating: RuleTree = {
  tree: "TILBAKEDATERING",
  entries: [
    {
      name: "IKKE_TILBAKEDATERT",
      outcome: "OK",
      legalSource: firstParagraph,
      fires: (facts, basis) => daysBack(facts, basis) <= 0,
    },
    {
      name: "SPESIALISTHELSETJENESTEN",
      outcome: "OK",
      legalSource: firstParagraph,
      fires: ({ mainDiagnosis }) => mainDiagnosis?.system === icd10,
    },
    { name: "ETTERSENDING", outcome: "OK", legalSource: firstParagraph, fires: isSentAgain },
    {
      name: "INNTIL_4_DAGER",
      outcome: "OK",
      legalSource: secondParagraph,
      fires: (facts, basis) => daysBack(facts, basis) <= fewDays,
    },
    {
      name: "INNTIL_8_DAGER_MED_BEGRUNNELSE",
      outcome: "OK",
      legalSource: secondParagraph,
      fires: (facts, basis) => daysBack(facts, basis) <= someDays && hasReason(facts),
    },
    {
      name: "INNTIL_8_DAGER_FORLENGELSE",
      outcome: "OK",
      legalSource: firstParagraph,
      fires: (facts, basis) => daysBack(facts, basis) <= someDays && isProlongation(facts),
    },
    {
      name: "INNTIL_8_DAGER",
      outcome: "INVALID",
      legalSource: firstParagraph,
      forSender: "Sykmeldingen er tilbakedatert mer enn 4 dager uten at felt 11.2 sier hvorfor.",
      forPerson: "Sykmeldingen begynner før du var hos behandleren, og det står ikke hvorfor.",
      differs: "signingDay",
      oddity: wordOddity,
      fires: (facts, basis) => daysBack(facts, basis) <= someDays,
    },
    {
      name: "MINDRE_ENN_1_MAANED",
      outcome: "INVALID",
      legalSource: firstParagraph,
      forSender: "Sykmeldingen er tilbakedatert mer enn 8 dager uten at felt 11.2 sier hvorfor.",
      forPerson: "Sykmeldingen begynner mer enn 8 dager før du var hos behandleren, og det står ikke hvorfor.",
      differs: "signingDay",
      oddity: "Gjelder også når sykmeldingen er en forlengelse.",
      fires: (facts, basis) => isWithinMonth(facts, basis) && !hasReason(facts),
    },
    {
      name: "MINDRE_ENN_1_MAANED_FORLENGELSE",
      outcome: "OK",
      legalSource: firstParagraph,
      fires: (facts, basis) => isWithinMonth(facts, basis) && isProlongation(facts),
    },
    {
      name: "MINDRE_ENN_1_MAANED_ARBEIDSGIVERPERIODE",
      outcome: "OK",
      legalSource: secondParagraph,
      fires: (facts, basis) => isWithinMonth(facts, basis) && isWithinEmployerPeriod(facts),
    },
    {
      name: "MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE",
      outcome: "MANUAL",
      legalSource: section,
      forSender: "Sykmeldingen er tilbakedatert. En saksbehandler vurderer begrunnelsen.",
      forPerson: "Sykmeldingen er tilbakedatert og vurderes av en saksbehandler.",
      differs: "signingDay",
      fires: isWithinMonth,
    },
    {
      name: "OVER_1_MND_MED_BEGRUNNELSE",
      outcome: "MANUAL",
      legalSource: section,
      forSender: "Sykmeldingen er tilbakedatert mer enn én måned. En saksbehandler vurderer begrunnelsen.",
      forPerson: "Sykmeldingen er tilbakedatert mer enn én måned og vurderes av en saksbehandler.",
      differs: "signingDay",
      oddity: wordOddity,
      fires: (facts) => reasonWords(facts) >= goodReason,
    },
    {
      name: "OVER_1_MND",
      outcome: "INVALID",
      legalSource: section,
      forSender: "Sykmeldingen er tilbakedatert mer enn én måned uten en begrunnelse på minst tre ord i felt 11.2.",
      forPerson: "Sykmeldingen er tilbakedatert mer enn én måned uten at behandleren har begrunnet det godt nok.",
      differs: "signingDay",
      fires: () => true,
    },
  ],
};
