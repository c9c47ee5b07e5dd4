import type { MessageLimits, ParsedCertificate } from "@samvirke/formats";
import { guardMessage, parseCertificate, readEnvelope } from "@samvirke/formats";
import type { Clock } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { apiName } from "../core/acceptance.ts";
import { mediaType, stationTime } from "../core/arrival.ts";
import { classify } from "../core/classify.ts";
import type { Party } from "../core/party.ts";
import type { FindingLine, Findings } from "../core/validation.ts";
import { certificateFindings, linesOf } from "../core/validation.ts";
import type { DocumentFindings } from "./document-findings.ts";
import { documentFindings } from "./document-findings.ts";
import type { Handlers } from "./exchange.ts";

const hostile = (reason: string): Findings => ({
  kind: "unknown",
  format: "unknown",
  document: "unknown",
  readable: false,
  findings: [{ source: "guard", code: reason, path: "" }],
});

const lacksAssessment = ({ code, path }: { readonly code: string; readonly path: string }): boolean =>
  code === "MISSING_ELEMENT" && path === "HelseOpplysningerArbeidsuforhet/MedisinskVurdering";

const ofCertificate = (parsed: ParsedCertificate, receivedAt: number): ReadonlyArray<FindingLine> => {
  const { identity, work, case: shared, medical, warnings } = parsed;
  return certificateFindings(
    { identity, work, case: shared, medical, hasMedicalAssessment: !warnings.some(lacksAssessment) },
    receivedAt,
  );
};

export interface ValidationDeps {
  readonly limits: MessageLimits;
  readonly clock: Clock;
}

const certificate = (bytes: Uint8Array, limits: MessageLimits, receivedAt: number): DocumentFindings => {
  const parsed = parseCertificate(bytes, limits);
  if (E.isRight(parsed)) return { readable: true, findings: ofCertificate(parsed.right, receivedAt) };
  const unreadable = { source: "parse", code: parsed.left.class, path: "" } as const;
  return { readable: false, findings: [unreadable, ...linesOf("parse", parsed.left.findings)] };
};

const noReader: DocumentFindings = {
  readable: false,
  findings: [{ source: "parse", code: "NO_READER", path: "" }],
};

// What the door could not tell may be a certificate all the same.
const mayBeCertificate: ReadonlySet<string> = new Set(["CERTIFICATE", "UNKNOWN"]);

const findingsOf = ({ limits, clock }: ValidationDeps, { party, media }: Asked, bytes: Uint8Array): Findings => {
  const guarded = guardMessage(bytes, media, limits);
  if (E.isLeft(guarded)) return hostile(guarded.left.reason);
  const summary = readEnvelope(bytes, { limits, media });
  const { kind, format, document } = classify(summary);
  const head = { kind: apiName(kind), format: apiName(format), document: apiName(document) };
  const receivedAt = stationTime(party, summary.receivedAt, undefined) ?? clock.now();
  const isXml = format !== "JSON" && format !== "AVRO" && format !== "FHIR";
  if (isXml && mayBeCertificate.has(document)) return { ...head, ...certificate(bytes, limits, receivedAt) };
  return { ...head, ...(documentFindings(document, bytes, receivedAt) ?? noReader) };
};

interface Asked {
  readonly party: Party;
  readonly media: string;
}

/** Tells what would be found in a message, and stores nothing. */
export const validationHandler = (deps: ValidationDeps): Pick<Handlers, "validate"> => ({
  validate: async (exchange) => {
    const contentType = String(exchange.header("content-type"));
    const body = await exchange.body();
    if (E.isLeft(body)) return body;
    const { bytes, release } = body.right;
    try {
      return E.right({
        status: 200,
        content: { json: findingsOf(deps, { party: exchange.caller.party, media: mediaType(contentType) }, bytes) },
      });
    } finally {
      release();
    }
  },
});
