import type { Code } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import type { Diagnosis, EarlierCertificate, RuleFacts } from "../rules/index.ts";
import { birthDayOfNumber } from "./birth-day.ts";
import { nationalNumbers, ofType, patientNumber } from "./identifiers.ts";
import type { CertificateContent, RegisterCertificate } from "./model.ts";
import { rulePeriod } from "./periods.ts";
import { knownSignerNumbers, senderOrganisation } from "./signer.ts";

const diagnosisOf = ({ code, system, text }: Code): Diagnosis => ({
  code: code ?? "",
  system: system ?? "",
  ...(text === null ? {} : { text }),
});

type MedicalFacts = Pick<RuleFacts, "mainDiagnosis" | "secondDiagnoses" | "otherAbsence" | "questionIds">;

// 0 is what some systems send as other absence when there is none; NAV drops it too.
const absenceCodes = (codes: ReadonlyArray<Code>): ReadonlyArray<string> =>
  codes.map(({ code }) => (code ?? "").trim()).filter((code) => code !== "" && code !== "0");

/** Diagnoses and the other medical content that the rules look at. */
export const medicalFacts = ({ medical }: CertificateContent): MedicalFacts => {
  const { mainDiagnosis, otherDiagnoses, otherAbsence, answerGroups } = medical;
  return {
    ...(mainDiagnosis === null ? {} : { mainDiagnosis: diagnosisOf(mainDiagnosis) }),
    secondDiagnoses: otherDiagnoses.map(diagnosisOf),
    ...(otherAbsence === null
      ? {}
      : {
          otherAbsence: {
            codes: absenceCodes(otherAbsence.codes),
            ...(otherAbsence.text === null ? {} : { text: otherAbsence.text }),
          },
        }),
    questionIds: answerGroups.flatMap(({ answers }) => answers.flatMap(({ questionId }) => questionId ?? [])),
  };
};

const signerFacts = ({ content, replies }: RegisterCertificate): RuleFacts["signer"] => ({
  number: nationalNumbers(knownSignerNumbers(content, replies.signer))[0]?.value ?? "",
  found: replies.signer.found,
  suspended: replies.signerIsSuspended,
  approvals: replies.signer.approvals,
});

const clinicianFacts = (command: RegisterCertificate): Pick<RuleFacts, "clinicianNumber"> => {
  const { clinician } = command.replies;
  const number = nationalNumbers(clinician.numbers)[0]?.value ?? signerFacts(command).number;
  return number === "" ? {} : { clinicianNumber: number };
};

const patientFacts = ({ content, replies }: RegisterCertificate): RuleFacts["patient"] => {
  const number = replies.patient.currentNumber ?? patientNumber(content.identity)?.value ?? "";
  const birthDay = replies.patient.birthDay ?? birthDayOfNumber(number);
  return { number, ...(birthDay === undefined ? {} : { birthDay }) };
};

const organisationFacts = ({ case: { envelope } }: CertificateContent): Pick<RuleFacts, "organisationNumber"> => {
  const number = ofType(senderOrganisation(envelope)?.identifiers ?? [], "ENH")[0]?.value ?? null;
  return number === null ? {} : { organisationNumber: number.replaceAll(" ", "") };
};

const sentFacts = ({ work, case: shared }: CertificateContent): Partial<RuleFacts> => ({
  ...(work.treatedClock === null ? {} : { treatedAt: work.treatedClock }),
  ...(shared.ruleSetVersionAsSent === null ? {} : { ruleSetVersion: shared.ruleSetVersionAsSent }),
  ...(shared.lateContactReason === null ? {} : { backdatingReason: shared.lateContactReason }),
});

/** What a certificate is judged by besides itself. */
export interface Circumstances {
  readonly generatedAt: Instant;
  readonly earlier: ReadonlyArray<EarlierCertificate>;
}

/** What the rules look at. Source: NAV's input service for how each value is found. */
export const ruleFactsOf = (command: RegisterCertificate, { generatedAt, earlier }: Circumstances): RuleFacts => {
  const { content, received } = command;
  return {
    mode: "electronic",
    periods: content.work.periods.map(rulePeriod),
    receivedAt: received.receivedAt,
    today: osloDay(received.receivedAt),
    generatedAt,
    signer: signerFacts(command),
    patient: patientFacts(command),
    earlier,
    ...clinicianFacts(command),
    ...medicalFacts(content),
    ...organisationFacts(content),
    ...sentFacts(content),
  };
};
