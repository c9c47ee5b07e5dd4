import type { Case } from "./builder.cases.ts";
import { approval, certificate, monday, period, plus, says, saysWithout } from "./builder.cases.ts";

const { signer, patient } = certificate();
const unknownSigner = { ...signer, found: false };
const questions = ["6.5.1", "6.5.2", "6.5.3", "6.5.4"];
const backed = { mainDiagnosis: { code: "M545", system: "2.16.578.1.12.4.1.1.7110" } };
const overWeek39 = [period(monday, plus(monday, 274))];

const suspension: ReadonlyArray<Case> = [
  says("a suspended signer is refused", { signer: { ...signer, suspended: true } }, "INVALID BEHANDLER_SUSPENDERT"),
  says("a signer who is not suspended passes", { signer }, "OK"),
  says(
    "a signer whom the register does not know counts as not suspended",
    { signer: { ...unknownSigner, suspended: true } },
    "INVALID BEHANDLER_IKKE_I_HPR",
  ),
];

const organisation: ReadonlyArray<Case> = [
  says(
    "eight characters are no organisation number",
    { organisationNumber: "12345678" },
    "INVALID UGYLDIG_ORGNR_LENGDE",
  ),
  says(
    "ten characters are no organisation number",
    { organisationNumber: "1234567890" },
    "INVALID UGYLDIG_ORGNR_LENGDE",
  ),
  says("an empty organisation number is refused", { organisationNumber: "" }, "INVALID UGYLDIG_ORGNR_LENGDE"),
  says("any nine characters pass", { organisationNumber: "ABCDEFGHI" }, "OK"),
  says("spaces in an organisation number do not count", { organisationNumber: "999 888 777" }, "OK"),
  saysWithout("an absent organisation number passes", ["organisationNumber"], "OK"),
  says(
    "the organisation number of an unknown signer is not looked at",
    { organisationNumber: "1", signer: unknownSigner },
    "INVALID BEHANDLER_IKKE_I_HPR",
  ),
];

const ruleSets: ReadonlyArray<Case> = [
  ...["", "1", "2", "3"].map((v) => says(`rule set version "${v}" passes`, { ruleSetVersion: v }, "OK")),
  saysWithout("an absent rule set version passes", ["ruleSetVersion"], "OK"),
  says("another rule set version is refused", { ruleSetVersion: "4" }, "INVALID UGYLDIG_REGELSETTVERSJON"),
  says("rule set version with a blank is refused", { ruleSetVersion: " 3" }, "INVALID UGYLDIG_REGELSETTVERSJON"),
  says("paper is not asked for its rule set version", { ruleSetVersion: "4", mode: "paper" }, "OK"),
];

const week39: ReadonlyArray<Case> = [
  says(
    "rule set 2 beyond 39 weeks without questions is refused",
    { ...backed, ruleSetVersion: "2", periods: overWeek39 },
    "INVALID MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39",
  ),
  says(
    "rule set 2 on the last day of 39 weeks needs no questions",
    { ...backed, ruleSetVersion: "2", periods: [period(monday, plus(monday, 273))] },
    "OK",
  ),
  says("rule set 3 beyond 39 weeks needs no questions", { ...backed, periods: overWeek39 }, "OK"),
  says(
    "rule set 2 beyond 39 weeks with the four questions passes",
    { ...backed, ruleSetVersion: "2", periods: overWeek39, questionIds: questions },
    "OK",
  ),
  ...questions.map((missing) =>
    says(
      `rule set 2 beyond 39 weeks without question ${missing} is refused`,
      {
        ...backed,
        ruleSetVersion: "2",
        periods: overWeek39,
        questionIds: questions.filter((id) => id !== missing),
      },
      "INVALID MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39",
    ),
  ),
  says(
    "two periods that only together pass 39 weeks need no questions",
    {
      ...backed,
      ruleSetVersion: "2",
      periods: [period(monday, plus(monday, 140)), period(plus(monday, 141), plus(monday, 300))],
    },
    "OK",
  ),
  says(
    "one long period among short ones needs the questions",
    {
      ...backed,
      ruleSetVersion: "2",
      periods: [period(monday, plus(monday, 10)), period(plus(monday, 11), plus(monday, 300))],
    },
    "INVALID MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39",
  ),
];

const selfCertified: ReadonlyArray<Case> = [
  says(
    "nobody signs a certificate for himself",
    { signer: { ...signer, number: patient.number } },
    "INVALID AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
  ),
  says(
    "an unknown signer who is the person is refused as such",
    { signer: { ...unknownSigner, number: patient.number } },
    "INVALID AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
  ),
  says(
    "nobody is his own clinician",
    { clinicianNumber: patient.number },
    "INVALID BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR",
  ),
  says(
    "the clinician's number of an unknown signer is not looked at",
    { clinicianNumber: patient.number, signer: unknownSigner },
    "INVALID BEHANDLER_IKKE_I_HPR",
  ),
  saysWithout("an unknown clinician's number passes", ["clinicianNumber"], "OK"),
  says("paper is not asked who signed", { mode: "paper", signer: { ...signer, number: patient.number } }, "OK"),
  says("a certificate signed by a dentist passes", { signer: { ...signer, approvals: [approval("TL")] } }, "OK"),
];

export const validationCases: ReadonlyArray<Case> = [
  ...suspension,
  ...organisation,
  ...ruleSets,
  ...week39,
  ...selfCertified,
];
