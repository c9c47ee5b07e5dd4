import type { ReviewRule, SickLeaveReviewed, RuleHit } from "@samvirke/contracts";
import { decidedByWelfare, readableByWelfare, restrictedFromWelfare } from "@samvirke/domain";
import type { Certificate, Document, Known, Of, UseStep } from "./model.ts";

type Told = Extract<Document, { readonly document: "CERTIFICATE" }>;

const withoutWithheld = (certificate: Certificate): Certificate =>
  "assessment" in certificate
    ? { ...certificate, medical: readableByWelfare(certificate.medical) }
    : { ...certificate, medical: certificate.medical && readableByWelfare(certificate.medical) };

const told = (certificate: Certificate, remarks: ReadonlyArray<ReviewRule>): Told => ({
  document: "CERTIFICATE",
  certificate: withoutWithheld(certificate),
  withheld: certificate.medical ? restrictedFromWelfare(certificate.medical) : [],
  remarks,
});

const isOfHealth = ({ ruleSetVersion }: Pick<Certificate, "ruleSetVersion">): boolean =>
  ruleSetVersion !== decidedByWelfare;

// NAV shows the person a certificate that a rule refused; a duplicate or a message at fault concerns its sender only.
const concernsWelfare = (certificate: Certificate): boolean =>
  isOfHealth(certificate) && ("assessment" in certificate || certificate.reasonClass === "RULE");

/** A certificate as welfare first gets it; nothing of one that welfare's own register told. */
export const certificateTold = (fact: Of<"SickLeaveCertified" | "SickLeaveRejected">): Told | undefined => {
  if (fact.content.state !== "Open" || !concernsWelfare(fact.content.value)) return undefined;
  return told(fact.content.value, []);
};

const isCertificate = (fact: Known): fact is Of<"SickLeaveCertified" | "SickLeaveRejected"> =>
  fact.type === "SickLeaveCertified" || fact.type === "SickLeaveRejected";

const revisedBy = (certificate: Certificate, fact: Known): Certificate => {
  if (fact.type !== "SickLeaveRevised" || fact.content.state !== "Open") return certificate;
  const { sickLeaveId, identity, work, medical, case: shared } = fact.content.value;
  if (sickLeaveId !== certificate.sickLeaveId) return certificate;
  return { ...certificate, identity, work, medical, case: shared };
};

/** A certificate that welfare has from the hub, as it was last known; undefined for those that welfare told itself. */
export const certificateKnown = (earlier: ReadonlyArray<Known>, sickLeaveId: string): Certificate | undefined => {
  const first = earlier.filter(isCertificate).find(({ wire }) => wire.sickLeaveId === sickLeaveId);
  if (first === undefined || first.content.state !== "Open" || !concernsWelfare(first.content.value)) return undefined;
  return earlier.reduce<Certificate>(revisedBy, first.content.value);
};

const outcomes: Readonly<Record<ReviewRule["outcome"], RuleHit["outcome"]>> = {
  UNKNOWN: "UNKNOWN",
  OK: "OK",
  PENDING: "MANUAL",
  INVALID: "INVALID",
};

const hitOf = ({ name, outcome, textForSender, textForPerson }: ReviewRule): RuleHit => ({
  tree: "",
  rule: name,
  outcome: outcomes[outcome],
  textForSender: textForSender ?? "",
  textForPerson: textForPerson ?? "",
});

const judged = (certificate: Certificate, { outcome, case: review }: SickLeaveReviewed): Certificate => {
  const shared = certificate.case && { ...certificate.case, ruleHits: review.rules.map(hitOf) };
  const {
    assessment: _a,
    reasonClass: _r,
    duplicateOf: _d,
    ...rest
  } = { assessment: 0, reasonClass: 0, duplicateOf: 0, ...certificate };
  if (outcome === "INVALID") return { ...rest, case: shared, reasonClass: "RULE", duplicateOf: null };
  return { ...rest, case: shared, assessment: "OK" } as Certificate;
};

/**
 * A certificate told again with the outcome of its review.
 *
 * Source: canonical model R8. One that welfare told itself is not told back.
 */
export const reviewTold = (fact: Of<"SickLeaveReviewed">, earlier: ReadonlyArray<Known>): Told | undefined => {
  if (fact.content.state !== "Open" || fact.wire.standing !== "APPLIED" || fact.wire.outcome === "UNKNOWN")
    return undefined;
  const certificate = certificateKnown(earlier, fact.wire.sickLeaveId);
  return certificate && told(judged(certificate, fact.content.value), fact.content.value.case.rules);
};

type Using = Of<UseStep["type"]>;

const personNumberOf = ({ identity }: Certificate): string =>
  identity?.currentNumber?.value ?? identity?.number?.value ?? "";

/** The status of a certificate that welfare has from the hub. Source: canonical model R10-R12. */
export const statusTold = (fact: Using, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || fact.wire.standing !== "APPLIED") return undefined;
  const certificate = certificateKnown(earlier, fact.wire.sickLeaveId);
  if (certificate === undefined) return undefined;
  const use = { type: fact.type, value: fact.content.value } as UseStep;
  return { document: "STATUS", use, personNumber: personNumberOf(certificate) };
};

/** The removal of a certificate that welfare has from the hub. Source: canonical model R7 and R13. */
export const removalTold = (fact: Of<"SickLeaveDeleted">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const { standing, sickLeaveId } = fact.wire;
  if (fact.content.state !== "Open" || standing !== "APPLIED") return undefined;
  return certificateKnown(earlier, sickLeaveId) && { document: "REMOVAL", certificateId: sickLeaveId };
};
