import type { RuleHit, SickLeaveCase, Warning } from "@samvirke/contracts";
import type { CertificateContent, ClinicianAnswer, RegisterCertificate } from "@samvirke/domain";
import { attachmentsOf, defaultPolicy, elementOfRule, sickLeave } from "@samvirke/domain";
import { publishedCodeLists } from "@samvirke/domain/published-code-lists";
import { E } from "@samvirke/kernel";

/** Who found something. */
export type FindingSource = "guard" | "parse" | "pre-check" | "rule";

export interface FindingLine {
  readonly source: FindingSource;
  readonly code: string;
  readonly path: string;
}

/** What would be found in a message if it were sent. */
export interface Findings {
  readonly kind: string;
  readonly format: string;
  /** Which document of its kind. */
  readonly document: string;
  readonly readable: boolean;
  readonly findings: ReadonlyArray<FindingLine>;
}

/** Warnings as lines of one source. */
export const linesOf = (source: FindingSource, warnings: ReadonlyArray<Warning>): ReadonlyArray<FindingLine> =>
  warnings.map(({ code, path }) => ({ source, code, path }));

// A doctor with an active authorisation, lists 7704 and 9060: no rule about the signer fires on the registers' account.
const qualified: ClinicianAnswer = {
  found: true,
  numbers: [],
  approvals: [
    {
      authorisation: { active: true, oid: 7704, value: "1" },
      category: { active: true, oid: 9060, value: "LE" },
      competences: [],
    },
  ],
};

const noMessage = "00000000-0000-0000-0000-000000000000";

const commandOf = (content: CertificateContent, at: number): RegisterCertificate => ({
  type: "RegisterCertificate",
  received: {
    archiveId: noMessage,
    receivedAt: at,
    conflictsWith: null,
    sender: "",
    senderAliases: [],
    wireMsgId: content.case.envelope.messageId,
    envelope: content.case.envelope,
  },
  content,
  contentKey: "",
  aliases: [],
  replies: {
    askedAt: at,
    patient: { found: true },
    signer: qualified,
    signerIsRegistered: true,
    signerIsKnown: true,
    signerIsSuspended: false,
    clinician: qualified,
    scans: attachmentsOf(content).map(() => "OK"),
  },
  basis: { policy: defaultPolicy, policyVersion: "", codeLists: publishedCodeLists },
});

// The tree under which the domain records failed pre-checks.
const preCheckTree = "FORHANDSSJEKK";

const hitLine = ({ tree, rule }: RuleHit): FindingLine => {
  const source = tree === preCheckTree ? "pre-check" : "rule";
  return { source, code: rule, path: elementOfRule({ kind: source, name: rule }) };
};

const decidedCase = (content: CertificateContent, at: number): SickLeaveCase | null => {
  const decided = sickLeave.decide(commandOf(content, at), sickLeave.initial);
  const [event] = E.isRight(decided) ? decided.right : [];
  const isDecision = event?.type === "SickLeaveCertified" || event?.type === "SickLeaveRejected";
  return isDecision ? event.value.case : null;
};

/**
 * What checks and rules would say of a certificate that the person's first one and all registers speak for.
 *
 * Shape: at most one failed pre-check or rule, since the first one decides; the warnings stand beside it.
 */
export const certificateFindings = (content: CertificateContent, receivedAt: number): ReadonlyArray<FindingLine> => {
  const decided = decidedCase(content, receivedAt);
  return [...(decided?.ruleHits ?? []).map(hitLine), ...linesOf("parse", decided?.warnings ?? [])];
};
