import { causes, diagnosis, enumCode } from "./composite.ts";
import type { CertificateField } from "./field.ts";
import { carried, changed, kept } from "./field.ts";

const assessment = "sykmelding.medisinskVurdering";
const group = "UtdypendeOpplysninger/SpmGruppe";
const answers = "sykmelding.utdypendeOpplysninger{}";

/** Medical assessment, questions and answers. */
export const medicalFields: ReadonlyArray<CertificateField> = [
  ...diagnosis({
    leaf: "MedisinskVurdering/HovedDiagnose/Diagnosekode",
    event: "medical.mainDiagnosis",
    record: `${assessment}.hovedDiagnose`,
  }),
  ...diagnosis({
    leaf: "MedisinskVurdering/BiDiagnoser/Diagnosekode",
    event: "medical.otherDiagnoses[]",
    record: `${assessment}.biDiagnoser[]`,
  }),
  ...causes({
    leaf: "MedisinskVurdering/AnnenFraversArsak",
    event: "medical.otherAbsence",
    record: `${assessment}.annenFraversArsak`,
  }),
  carried("MedisinskVurdering/Svangerskap", "medical.pregnancy", `${assessment}.svangerskap`),
  changed(
    "ONLY_WHEN_TRUE",
    carried("MedisinskVurdering/Yrkesskade", "medical.occupationalInjury", [
      `${assessment}.yrkesskade`,
      `${assessment}.yrkesskade.yrkesskadeDato`,
    ]),
  ),
  carried(
    "MedisinskVurdering/YrkesskadeDato",
    "medical.occupationalInjuryOn",
    `${assessment}.yrkesskade.yrkesskadeDato`,
  ),
  carried("MedisinskVurdering/SkjermesForPasient", "medical.shieldedFromPerson", `${assessment}.skjermetForPasient`),
  changed("AS_KEY", carried(`${group}/SpmGruppeId`, "medical.answerGroups[].groupId", `${answers}.key`)),
  kept(`${group}/SpmGruppeTekst`, "medical.answerGroups[].groupText", "NO_PLACE"),
  changed(
    "AS_KEY",
    carried(`${group}/SpmSvar/SpmId`, "medical.answerGroups[].answers[].questionId", `${answers}{}.key`),
  ),
  carried(`${group}/SpmSvar/SpmTekst`, "medical.answerGroups[].answers[].question", `${answers}{}.sporsmal`),
  ...enumCode({
    leaf: `${group}/SpmSvar/Restriksjon/Restriksjonskode`,
    event: "medical.answerGroups[].answers[].restrictions[]",
    record: `${answers}{}.restriksjoner[]`,
  }),
  carried(`${group}/SpmSvar/SvarTekst`, "medical.answerGroups[].answers[].answer", `${answers}{}.svar`),
];
