import type { SickLeaveCertified } from "@samvirke/contracts";
import { decidedByWelfare } from "@samvirke/domain";
import type { Addressee, Document, Known, Of } from "./model.ts";

const isSubmitted = ({ wire }: Of<"SickLeaveCertified">): boolean =>
  wire.channel === "DIGITAL" && wire.ruleSetVersion !== decidedByWelfare;

const senderOf = ({ case: { envelope, senderAliases, sender } }: SickLeaveCertified): Addressee => ({
  party: envelope.sender ?? { comMethod: null, organisations: [] },
  aliases: senderAliases,
  name: sender,
});

/**
 * A certificate that was made in the clinician's own module, for the journal of the system that submitted it.
 *
 * Source: canonical model R4; navikt/syk-inn, docs/fhir.
 */
export const certificateTold = (fact: Of<"SickLeaveCertified">): Document | undefined => {
  if (fact.content.state !== "Open" || !isSubmitted(fact)) return undefined;
  const certificate = fact.content.value;
  return { document: "CERTIFICATE", certificate, to: senderOf(certificate) };
};

const isFirst =
  (sickLeaveId: string) =>
  (fact: Known): fact is Of<"SickLeaveCertified"> =>
    fact.type === "SickLeaveCertified" && fact.wire.sickLeaveId === sickLeaveId;

/** The same with other content, in place of what is in the journal already; it is put by the same id. */
export const revisionTold = (fact: Of<"SickLeaveRevised">, earlier: ReadonlyArray<Known>): Document | undefined => {
  const first = earlier.find(isFirst(fact.wire.sickLeaveId));
  if (fact.content.state !== "Open" || first?.content.state !== "Open" || !isSubmitted(first)) return undefined;
  const { identity, work, medical, case: shared } = fact.content.value;
  const certificate = { ...first.content.value, identity, work, medical, case: shared };
  return { document: "CERTIFICATE", certificate, to: senderOf(first.content.value) };
};
