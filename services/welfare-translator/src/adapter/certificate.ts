import type { ReviewRule } from "@samvirke/contracts";
import { remarksOf } from "@samvirke/domain";
import { isReadable, printDigitalRecord, printReceivedSykmelding, printSykmeldingRecord } from "@samvirke/formats";
import type { JsonObject, RecordSource } from "@samvirke/formats";
import type { Certificate, Document } from "../core/model.ts";
import { findings } from "./printed.ts";
import type { Printed } from "./printed.ts";

/** The shapes that welfare's readers take a certificate in. */
export type CertificateShape = "record" | "legacy";
type Told = Extract<Document, { readonly document: "CERTIFICATE" }>;

const sourceOf = (certificate: Certificate): RecordSource | undefined => {
  if ("assessment" in certificate) return certificate;
  return isReadable(certificate) ? certificate : undefined;
};

const withheldBy = ({ withheld }: Told): Printed["lost"] =>
  withheld.map((path) => ({ path, rule: "RESTRICTED_FROM_WELFARE" }));

// Made in the digital solution: a pair of the record of its own, and the older readers never knew it.
const isDigital = ({ channel }: RecordSource): boolean => channel === "DIGITAL";

const recordOf = (told: Told, source: RecordSource): Printed => {
  const { json, losses } = isDigital(source) ? printDigitalRecord(source) : printSykmeldingRecord(source);
  return {
    shape: "SykmeldingRecord 27",
    kind: "SICK_LEAVE",
    body: json,
    isMedical: true,
    wireMsgId: source.case.envelope.messageId,
    lost: [...findings(losses), ...withheldBy(told)],
  };
};

// A review puts remarks on the certificate; what came first has none but that it is under review.
const withRemarks = (json: JsonObject, rules: ReadonlyArray<ReviewRule>): JsonObject => {
  const remarks = remarksOf(rules);
  if (remarks.length === 0) return json;
  return { ...json, merknader: remarks.map((type) => ({ type, beskrivelse: null, tidspunkt: null })) };
};

/**
 * The older shape. The received document is not in it: it holds what the sender keeps from welfare, and every attachment.
 */
const legacyOf = (told: Told, source: RecordSource): Printed => ({
  shape: "ReceivedSykmelding",
  kind: "SICK_LEAVE",
  body: withRemarks(printReceivedSykmelding(source, ""), told.remarks),
  isMedical: true,
  wireMsgId: source.case.envelope.messageId,
  lost: [{ path: "", rule: "ORIGINAL_NOT_PASSED_ON" }, ...withheldBy(told)],
});

const printers: Readonly<Record<CertificateShape, (told: Told, source: RecordSource) => Printed>> = {
  record: recordOf,
  legacy: legacyOf,
};

/** A certificate in each shape asked for; none where a refused one was not read far enough to be one. */
export const printCertificate = (told: Told, shapes: ReadonlyArray<CertificateShape>): ReadonlyArray<Printed> => {
  const source = sourceOf(told.certificate);
  if (!source) return [];
  const wanted = isDigital(source) ? shapes.filter((shape) => shape === "record") : shapes;
  return wanted.map((shape) => printers[shape](told, source));
};
