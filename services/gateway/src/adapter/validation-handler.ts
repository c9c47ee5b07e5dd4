import type { MessageLimits, ParsedCertificate } from "@samvirke/formats";
import { guard, parseCertificate, readEnvelope } from "@samvirke/formats";
import type { Clock } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { apiName } from "../core/acceptance.ts";
import { stationTime } from "../core/arrival.ts";
import { classify } from "../core/classify.ts";
import type { Party } from "../core/party.ts";
import type { FindingLine, Findings } from "../core/validation.ts";
import { certificateFindings, linesOf } from "../core/validation.ts";
import type { Handlers } from "./exchange.ts";

const hostile = (reason: string): Findings => ({
  kind: "unknown",
  format: "unknown",
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

const findingsOf = ({ limits, clock }: ValidationDeps, party: Party, bytes: Uint8Array): Findings => {
  const guarded = guard(bytes, limits);
  if (E.isLeft(guarded)) return hostile(guarded.left.reason);
  const summary = readEnvelope(bytes, { limits });
  const { kind, format } = classify(summary);
  const head = { kind: apiName(kind), format: apiName(format) };
  const parsed = parseCertificate(bytes, limits);
  if (E.isLeft(parsed)) {
    const unreadable = { source: "parse", code: parsed.left.class, path: "" } as const;
    return { ...head, readable: false, findings: [unreadable, ...linesOf("parse", parsed.left.findings)] };
  }
  const receivedAt = stationTime(party, summary.receivedAt, undefined) ?? clock.now();
  return { ...head, readable: true, findings: ofCertificate(parsed.right, receivedAt) };
};

/** Tells what would be found in a message, and stores nothing. */
export const validationHandler = (deps: ValidationDeps): Pick<Handlers, "validate"> => ({
  validate: async (exchange) => {
    const body = await exchange.body();
    if (E.isLeft(body)) return body;
    const { bytes, release } = body.right;
    try {
      return E.right({ status: 200, content: { json: findingsOf(deps, exchange.caller.party, bytes) } });
    } finally {
      release();
    }
  },
});
