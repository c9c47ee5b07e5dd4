import type { DiagnosisMismatch, SickLeaveMedical, Warning } from "@samvirke/contracts";
import type { DiagnosisFinding, RuleBasis, RuleResult } from "../rules/index.ts";
import { diagnosisFindings, findDiagnosis, identityNumberFindings } from "../rules/index.ts";
import { nationalNumbers, patientNumber, typeOf } from "./identifiers.ts";
import type { CertificateContent } from "./model.ts";
import { hasSender } from "./receipts.ts";
import { medicalFacts } from "./rule-facts.ts";

const secondPath = /^secondDiagnoses\/(\d+)$/;

/** 0 is the main diagnosis, n the n-th second one. */
const placeOf = ({ path }: DiagnosisFinding): number => {
  const second = secondPath.exec(path)?.[1];
  return second === undefined ? 0 : Number(second) + 1;
};

const elementOf = (place: number): string =>
  place === 0
    ? "HelseOpplysningerArbeidsuforhet/MedisinskVurdering/HovedDiagnose/Diagnosekode"
    : `HelseOpplysningerArbeidsuforhet/MedisinskVurdering/BiDiagnoser/Diagnosekode[${place}]`;

const listedText = (medical: SickLeaveMedical, place: number, basis: RuleBasis): string | null => {
  const sent = place === 0 ? medical.mainDiagnosis : medical.otherDiagnoses[place - 1];
  if (sent === null || sent === undefined) return null;
  return findDiagnosis({ code: sent.code ?? "", system: sent.system ?? "" }, basis)?.text ?? null;
};

/** Diagnoses whose code and text do not say the same. */
export const mismatchesOf = (content: CertificateContent, basis: RuleBasis): ReadonlyArray<DiagnosisMismatch> =>
  diagnosisFindings(medicalFacts(content), basis).map((finding) => ({
    diagnosis: placeOf(finding),
    finding: finding.code,
    listedText: listedText(content.medical, placeOf(finding), basis),
  }));

const numberWarnings = ({ identity }: CertificateContent): ReadonlyArray<Warning> => {
  const number = patientNumber(identity);
  if (number === undefined) return [];
  const path =
    number === identity.number
      ? "HelseOpplysningerArbeidsuforhet/Pasient/Fodselsnummer/Id"
      : "MsgHead/MsgInfo/Patient/Ident/Id";
  const odd = identityNumberFindings(number.value ?? "", typeOf(number)).map((code) => ({ code, path }));
  const others = nationalNumbers(identity.envelopeNumbers);
  const differs = others.length > 0 && others.every(({ value }) => value !== number.value);
  return differs ? [...odd, { code: "IDENTITY_NUMBERS_DIFFER", path: "MsgHead/MsgInfo/Patient/Ident/Id" }] : odd;
};

const senderWarnings = ({ case: { envelope } }: CertificateContent): ReadonlyArray<Warning> =>
  hasSender(envelope) ? [] : [{ code: "UNKNOWN_SENDER", path: "MsgHead/MsgInfo/Sender/Organisation" }];

const key = ({ code, path }: Warning): string => `${code} ${path}`;

const distinct = (warnings: ReadonlyArray<Warning>): ReadonlyArray<Warning> => [
  ...new Map(warnings.map((warning) => [key(warning), warning])).values(),
];

/** What was odd but did not stop the certificate: the parser's findings and the hub's own. */
export const warningsOf = (
  content: CertificateContent,
  mismatches: ReadonlyArray<DiagnosisMismatch>,
): ReadonlyArray<Warning> =>
  distinct([
    ...content.case.warnings,
    ...senderWarnings(content),
    ...numberWarnings(content),
    ...mismatches.map(({ diagnosis, finding }) => ({ code: finding, path: elementOf(diagnosis) })),
  ]);

/** A hit that policy set aside, told as a warning. */
export const waivedWarnings = ({ waived }: RuleResult): ReadonlyArray<Warning> =>
  waived.map(({ rule }) => ({
    code: `${rule}_WAIVED`,
    path: "HelseOpplysningerArbeidsuforhet/Aktivitet/Periode/Behandlingsdager",
  }));
