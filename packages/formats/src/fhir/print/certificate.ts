import type { Code, SickLeavePeriod } from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import { printInstant } from "../../xml/print-time.ts";
import type { RecordSource } from "../../sykmelding-record/source.ts";
import { lists, systemOfType, systemUri } from "../systems.ts";
import type { FhirNotation, FhirOut } from "./out.ts";
import { printResource } from "./out.ts";
import { dayText, uuidIdentifier } from "./parts.ts";

/** What a certificate does not say itself when it goes back to the EHR that it came from. */
export interface CertificateBack {
  /** Welfare's id of the certificate, by which the EHR puts both resources. */
  readonly sykmeldingId: string;
  readonly writtenAt: Instant;
  /** The certificate as a person reads it. */
  readonly document: { readonly mediaType: string; readonly bytes: Uint8Array };
}

// Source: navikt/syk-inn, docs/fhir/questionnaire-response.md.
const questionnaire = "https://www.nav.no/samarbeidspartner/sykmelding/fhir/R4/Questionnaire/V1";

const kinds: Readonly<Record<SickLeavePeriod["kind"], string | null>> = {
  FULL: "AKTIVITET_IKKE_MULIG",
  GRADED: "GRADERT",
  AWAITING: "AVVENTENDE",
  TREATMENT_DAYS: "BEHANDLINGSDAGER",
  TRAVEL_SUPPORT: "REISETILSKUDD",
  UNKNOWN: null,
};

const answer = (linkId: string, value: FhirOut): ReadonlyArray<FhirOut> =>
  Object.values(value).every((one) => one === null || one === undefined) ? [] : [{ linkId, answer: [value] }];

const codingOf = ({ system, code, text }: Code): FhirOut => ({
  system: system === null ? null : systemUri(system),
  code,
  display: text,
});

const diagnosis = (linkId: string, code: Code | null): ReadonlyArray<FhirOut> =>
  code === null ? [] : answer(linkId, { valueCoding: codingOf(code) });

const activity = ({ from, to, kind, grade }: SickLeavePeriod): FhirOut => ({
  linkId: "aktivitet",
  item: [
    ...(kinds[kind] === null ? [] : answer("aktivitet-type", { valueCoding: { code: kinds[kind] } })),
    ...answer("aktivitet-fom", { valueDate: dayText(from) }),
    ...answer("aktivitet-tom", { valueDate: dayText(to) }),
    ...(kind === "GRADED" ? answer("aktivitet-grad", { valueInteger: grade }) : []),
  ],
});

const subjectOf = ({ identity: { number } }: RecordSource): FhirOut | null =>
  number?.value ? { identifier: { system: systemOfType(number.type.code ?? "FNR"), value: number.value } } : null;

const authorOf = ({ work: { clinician } }: RecordSource): FhirOut | null =>
  clinician.hprNumber ? { identifier: { system: systemOfType("HPR"), value: clinician.hprNumber } } : null;

const injury = ({ occupationalInjury, occupationalInjuryOn }: RecordSource["medical"]): ReadonlyArray<FhirOut> =>
  occupationalInjury === null
    ? []
    : [
        {
          linkId: "yrkesskade",
          item: [
            ...answer("yrkesskade-er-yrkesskade", { valueBoolean: occupationalInjury }),
            ...answer("yrkesskade-skadedato", { valueDate: dayText(occupationalInjuryOn) }),
          ],
        },
      ];

const employment = ({ employment: { employerName } }: RecordSource["work"]): ReadonlyArray<FhirOut> =>
  employerName === null
    ? []
    : [{ linkId: "arbeidsforhold", item: answer("arbeidsforhold-arbeidsgivernavn", { valueString: employerName }) }];

const itemsOf = ({ work, medical }: RecordSource): ReadonlyArray<FhirOut> => [
  ...diagnosis("hoveddiagnose", medical.mainDiagnosis),
  ...medical.otherDiagnoses.flatMap((code) => diagnosis("bidiagnose", code)),
  ...work.periods.map(activity),
  ...answer("svangerskapsrelatert", { valueBoolean: medical.pregnancy }),
  ...injury(medical),
  ...employment(work),
];

/**
 * The structured part of a certificate, for the EHR to put by the certificate's id.
 *
 * Source: navikt/syk-inn, docs/fhir/questionnaire-response.md; canonical model R4.
 */
export const printCertificateAnswers = (
  source: RecordSource,
  { sykmeldingId, writtenAt }: CertificateBack,
  notation: FhirNotation,
): Uint8Array =>
  printResource(
    {
      resourceType: "QuestionnaireResponse",
      id: sykmeldingId,
      questionnaire,
      status: "completed",
      subject: subjectOf(source),
      authored: printInstant(writtenAt),
      author: authorOf(source),
      item: itemsOf(source),
    },
    notation,
  );

const documentType = {
  coding: [{ system: systemUri(lists.documentType), code: "J01-2", display: "Sykmeldinger og trygdesaker" }],
};

const titleOf = ({ work: { periods } }: RecordSource): string => {
  const days = periods.flatMap(({ from, to }) => [from, to]);
  return days.length === 0
    ? "Sykmelding"
    : `Sykmelding ${dayText(Math.min(...days) as Day)} - ${dayText(Math.max(...days) as Day)}`;
};

const contentOf = (source: RecordSource, { document }: CertificateBack): FhirOut => ({
  attachment: {
    contentType: document.mediaType,
    language: "nb-NO",
    data: Buffer.from(document.bytes).toString("base64"),
    title: titleOf(source),
  },
});

/**
 * The readable part of a certificate, for the EHR to put by the same id; it names the structured part.
 *
 * Source: navikt/syk-inn, docs/fhir/document-reference.md; list 9602, J01-2; canonical model R4.
 */
export const printCertificateDocument = (
  source: RecordSource,
  back: CertificateBack,
  notation: FhirNotation,
): Uint8Array =>
  printResource(
    {
      resourceType: "DocumentReference",
      id: back.sykmeldingId,
      masterIdentifier: uuidIdentifier(back.sykmeldingId),
      status: "current",
      type: documentType,
      category: [documentType],
      subject: subjectOf(source),
      date: printInstant(back.writtenAt),
      author: [authorOf(source)],
      description: "Sykmelding",
      content: [contentOf(source, back)],
      context: { related: [{ reference: `QuestionnaireResponse/${back.sykmeldingId}` }] },
    },
    notation,
  );
