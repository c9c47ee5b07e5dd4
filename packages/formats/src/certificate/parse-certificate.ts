import type {
  PersonIdentity,
  SickLeaveCase,
  SickLeaveMedical,
  SickLeaveWork,
  Warning,
  WireEnvelope,
} from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { WireDocument } from "../envelope/document.ts";
import { certificatesIn, wireDocument } from "../envelope/document.ts";
import { envelopeOf } from "../envelope/msg-head.ts";
import { personIn } from "../envelope/party.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { descend } from "../xml/tree.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import { attachmentsOf } from "./attachments.ts";
import { businessContent } from "./content.ts";
import { medicalIn } from "./medical.ts";
import { activityIn } from "./periods.ts";
import { identityIn, patientContactIn } from "./person.ts";
import { checkShape } from "./shape.ts";
import { certificateShape } from "./shapes.ts";
import { sharedCaseIn } from "./shared-case.ts";
import { signerOf } from "./signer.ts";
import { undecided } from "./undecided.ts";
import { workIn } from "./work.ts";

/** HOSTILE: refused by the guard; NO_CERTIFICATE: an XML document that carries none of edition 2013-10-01. */
export type UnreadableClass = "HOSTILE" | "NOT_WELL_FORMED" | "NO_CERTIFICATE" | "SEVERAL_CERTIFICATES";

export interface Unreadable {
  readonly _tag: "Unreadable";
  readonly class: UnreadableClass;
  readonly findings: ReadonlyArray<Warning>;
  /** The message head as far as it was read; what a negative receipt is addressed by. */
  readonly envelope: WireEnvelope | undefined;
}

/** A certificate in the shapes of the events; what only a decision can say is left blank. */
export interface ParsedCertificate {
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly case: SickLeaveCase;
  readonly medical: SickLeaveMedical;
  readonly warnings: ReadonlyArray<Warning>;
  /** The business content as one text, for the content key. */
  readonly content: string;
}

const unreadable = (
  reason: UnreadableClass,
  document: WireDocument | undefined,
  findings: ReadonlyArray<Warning> = [],
): Either<Unreadable, never> => {
  const envelope = document?.msgHead && envelopeOf(document, collectFindings());
  return E.left({ _tag: "Unreadable", class: reason, findings, envelope });
};

const documentIdOf = (certificate: XmlNode): string | null =>
  certificate.parent?.name === "Content" ? textIn(certificate.parent.parent, "Id") : null;

const translate = (document: WireDocument, certificate: XmlNode, findings: Findings): ParsedCertificate => {
  checkShape(certificate, certificateShape, findings);
  const envelope = envelopeOf(document, findings);
  const head = personIn(descend(document.msgHead, "MsgInfo"), "Patient", findings);
  const activity = activityIn(certificate, findings);
  const identity = identityIn(certificate, head, findings);
  const work = { periods: activity.periods, ...workIn(certificate, envelope.generatedAt, findings) };
  const medical = {
    ...medicalIn(certificate, findings),
    medicalCauses: activity.medicalCauses,
    attachments: attachmentsOf(document.documents, certificate, findings),
    mismatches: [],
  };
  const shared = {
    envelope,
    documentId: documentIdOf(certificate),
    patient: patientContactIn(certificate, head, findings),
    signer: signerOf(envelope),
    ...sharedCaseIn(certificate, findings),
    unreadablePeriods: activity.unreadable,
    ...undecided,
    warnings: findings.list,
  };
  return { identity, work, case: shared, medical, warnings: findings.list, content: businessContent(certificate) };
};

const theCertificate = (document: WireDocument): Either<Unreadable, ParsedCertificate> => {
  const [certificate, second] = certificatesIn(document);
  if (!certificate) return unreadable("NO_CERTIFICATE", document);
  if (second) return unreadable("SEVERAL_CERTIFICATES", document);
  return E.right(translate(document, certificate, collectFindings()));
};

/**
 * A whole certificate from the bytes that arrived. Lenient: whatever can be read is, and what is odd becomes a finding
 * with a path and no value; there is no schema gate.
 *
 * Rejects: HOSTILE, NOT_WELL_FORMED, NO_CERTIFICATE, SEVERAL_CERTIFICATES.
 * Source:  HelseOpplysningerArbeidsuforhet 2013-10-01, MsgHead 1.2, EI_fellesformat.
 */
export const parseCertificate = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<Unreadable, ParsedCertificate> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return unreadable("HOSTILE", undefined, [{ code: guarded.left.reason, path: "" }]);
  const { root, outcome } = guarded.right;
  const document = root && wireDocument(root);
  const readable = outcome === "done" && isWellFormed(guarded.right);
  return document && readable ? theCertificate(document) : unreadable("NOT_WELL_FORMED", document);
};
