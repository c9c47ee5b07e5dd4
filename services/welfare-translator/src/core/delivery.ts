import type { Fact } from "@samvirke/contracts";
import { readableByWelfare, restrictedFromWelfare } from "@samvirke/domain";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";

export type Decision = "SickLeaveCertified" | "SickLeaveRejected";
export type Known = Fact<Decision, "identity" | "work" | "case" | "medical">;

type Certified = Extract<Known, { readonly type: "SickLeaveCertified" }>["content"];
type Rejected = Extract<Known, { readonly type: "SickLeaveRejected" }>["content"];
type OpenValue<A> = A extends { readonly state: "Open"; readonly value: infer V } ? V : never;

/** A certificate that welfare is to get, and under which ids. */
export interface Delivery {
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly caseId: string;
  readonly writtenAt: Instant;
  readonly certificate: OpenValue<Certified> | OpenValue<Rejected>;
  /** Paths of what the sender keeps from welfare; it is not in the certificate any more. */
  readonly withheld: ReadonlyArray<string>;
}

// NAV shows the person a certificate that a rule refused; a duplicate or a message at fault concerns its sender only.
const concernsWelfare = (fact: Known): boolean =>
  fact.type === "SickLeaveCertified" || fact.wire.reasonClass === "RULE";

const withoutWithheld = (certificate: Delivery["certificate"]): Delivery["certificate"] =>
  "assessment" in certificate
    ? { ...certificate, medical: readableByWelfare(certificate.medical) }
    : { ...certificate, medical: certificate.medical && readableByWelfare(certificate.medical) };

/** What welfare gets of a decision, or nothing: without the answers that the sender keeps from it. */
export const deliveryOf = (fact: Known): Delivery | undefined => {
  if (fact.content.state !== "Open" || !concernsWelfare(fact)) return undefined;
  const { medical } = fact.content.value;
  return {
    messageId: uuid5("sykmelding-record", fact.wire.archiveId),
    inReplyTo: fact.wire.archiveId,
    caseId: fact.wire.sickLeaveId,
    writtenAt: fact.recordedAt,
    certificate: withoutWithheld(fact.content.value),
    withheld: medical ? restrictedFromWelfare(medical) : [],
  };
};
