import { daysBetween } from "@samvirke/kernel";
import type { RuleFacts } from "../facts.ts";
import type { RuleTree } from "../rule.ts";

const organisationNumberLength = 9;
const ruleSetVersions: ReadonlyArray<string> = ["", "1", "2", "3"];
const week39 = 273;
const questionsOfWeek39: ReadonlyArray<string> = ["6.5.1", "6.5.2", "6.5.3", "6.5.4"];

const hasOddOrganisationNumber = ({ signer, organisationNumber }: RuleFacts): boolean =>
  signer.found &&
  organisationNumber !== undefined &&
  organisationNumber.replaceAll(" ", "").length !== organisationNumberLength;

const lacksQuestions = (facts: RuleFacts): boolean =>
  facts.ruleSetVersion === "2" &&
  facts.periods.some((p) => daysBetween(p.from, p.to) > week39) &&
  questionsOfWeek39.some((id) => !facts.questionIds.includes(id));

/** Source: regulus-regula v52, VALIDERING. */
export const validation: RuleTree = {
  tree: "VALIDERING",
  entries: [
    {
      name: "UGYLDIG_ORGNR_LENGDE",
      outcome: "INVALID",
      forSender: "Organisasjonsnummeret til avsenderen har ikke ni tegn.",
      forPerson: "Organisasjonsnummeret til legekontoret er feil.",
      oddity: "Bare lengden prøves: ni vilkårlige tegn godtas. Er behandleren ukjent i HPR, prøves det ikke.",
      fires: hasOddOrganisationNumber,
    },
    { name: "PAPIRSYKMELDING", outcome: "OK", fires: ({ mode }) => mode === "paper" },
    {
      name: "UGYLDIG_REGELSETTVERSJON",
      outcome: "INVALID",
      forSender: "Sykmeldingen viser til en versjon av regelsettet som ikke finnes.",
      forPerson: "Sykmeldingen er laget med en utgave av skjemaet som ikke kan brukes.",
      fires: ({ ruleSetVersion }) => ruleSetVersion !== undefined && !ruleSetVersions.includes(ruleSetVersion),
    },
    {
      name: "MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39",
      outcome: "INVALID",
      forSender: "En periode på mer enn 39 uker krever svar på spørsmålene 6.5.1 til 6.5.4.",
      forPerson: "Sykmeldingen mangler opplysninger som kreves etter 39 uker.",
      oddity: "Et tomt svar regnes som svar, og bare én lang periode teller, ikke flere til sammen.",
      fires: lacksQuestions,
    },
    {
      name: "AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
      outcome: "INVALID",
      forSender: "Sykmeldingen er signert av den som sykmeldes. Ingen kan sykmelde seg selv.",
      forPerson: "Sykmeldingen er sendt inn av deg selv. Du kan ikke sykmelde deg selv.",
      fires: ({ signer, patient }) => signer.number === patient.number,
    },
    {
      name: "BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR",
      outcome: "INVALID",
      forSender: "Behandleren og den som sykmeldes er samme person. Ingen kan sykmelde seg selv.",
      forPerson: "Du står selv som behandler. Du kan ikke sykmelde deg selv.",
      fires: ({ signer, clinicianNumber, patient }) => signer.found && clinicianNumber === patient.number,
    },
  ],
};
