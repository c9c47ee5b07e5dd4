import {
  leftToDocument,
  printCertificateAnswers,
  printCertificateDocument,
  printCertificatePdf,
} from "@samvirke/formats";
import type { Document } from "../core/model.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

type Submitted = Extract<Document, { readonly document: "CERTIFICATE" }>;

/**
 * A submitted certificate for the journal that it came from: its answers, then its text, which refers to them. Both are put by
 * the certificate's id.
 *
 * Source: navikt/syk-inn, docs/fhir; canonical model R4.
 */
export const printSubmitted = (
  { certificate, to }: Submitted,
  { address, writtenAt }: Printing,
): ReadonlyArray<Printed> => {
  const at = address(to);
  if (at === undefined) return [];
  const { sickLeaveId } = certificate;
  const document = { mediaType: "application/pdf", bytes: printCertificatePdf(certificate) };
  const back = { sykmeldingId: sickLeaveId, writtenAt, document };
  const shared = {
    address: at,
    kind: "SICK_LEAVE",
    contentType: "application/fhir+json",
    wireMsgId: sickLeaveId,
  } as const;
  return [
    {
      ...shared,
      shape: "FHIR R4 QuestionnaireResponse",
      body: printCertificateAnswers(certificate, back, "JSON"),
      lost: leftToDocument(certificate),
    },
    {
      ...shared,
      shape: "FHIR R4 DocumentReference",
      body: printCertificateDocument(certificate, back, "JSON"),
      lost: [],
    },
  ];
};
