import type {
  PersonIdentity,
  ReceiptDue,
  RelatedMessage,
  RuleAssessment,
  RuleHit,
  SickLeaveCase,
  SickLeaveCertified,
  SickLeaveRejected,
  Warning,
} from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { ruleSet } from "../rules/index.ts";
import { mismatchesOf, warningsOf } from "./findings.ts";
import type { RegisterCertificate, SickLeaveEvent } from "./model.ts";
import { recordedAnswers } from "./registry-answers.ts";
import { nationalNumber, signerOf } from "./signer.ts";

/** The id of a certificate's stream. */
export const sickLeaveIdOf = (archiveId: string): string => uuid5("sick-leave", archiveId);

/** What the checks and rules found. */
export interface Verdict {
  readonly hits: ReadonlyArray<RuleHit>;
  readonly assessments: ReadonlyArray<RuleAssessment>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly related: ReadonlyArray<RelatedMessage>;
  readonly receipt: ReceiptDue;
}

const identityOf = ({ content, replies }: RegisterCertificate): PersonIdentity => {
  const { found, currentNumber } = replies.patient;
  const current = found && currentNumber !== undefined ? nationalNumber(currentNumber) : null;
  return { ...content.identity, currentNumber: current };
};

const caseOf = (command: RegisterCertificate, verdict: Verdict): SickLeaveCase => ({
  ...command.content.case,
  sender: command.received.sender,
  senderAliases: command.received.senderAliases,
  signer: signerOf(command.content, command.replies.signer),
  ruleHits: verdict.hits,
  assessments: verdict.assessments,
  registryAnswers: recordedAnswers(command.replies, command.basis),
  warnings: verdict.warnings,
  contentKey: command.contentKey,
  related: verdict.related,
  receipt: verdict.receipt,
});

type Shared = Omit<SickLeaveCertified, "assessment">;

const sharedBy = (command: RegisterCertificate, verdict: Verdict): Shared => {
  const { received, content, basis } = command;
  const mismatches = mismatchesOf(content, basis);
  const warnings = [...warningsOf(content, mismatches), ...verdict.warnings];
  return {
    sickLeaveId: sickLeaveIdOf(received.archiveId),
    archiveId: received.archiveId,
    aliases: command.aliases,
    channel: command.channel ?? "XML",
    receivedAt: received.receivedAt,
    ruleSetVersion: ruleSet,
    policyVersion: basis.policyVersion,
    warnings: warnings.length,
    identity: identityOf(command),
    work: content.work,
    case: caseOf(command, { ...verdict, warnings }),
    medical: { ...content.medical, mismatches },
  };
};

/** The fact that a certificate stands. */
export const certified = (
  command: RegisterCertificate,
  verdict: Verdict,
  assessment: "OK" | "PENDING",
): SickLeaveEvent => ({ type: "SickLeaveCertified", value: { ...sharedBy(command, verdict), assessment } });

type Reason = Pick<SickLeaveRejected, "reasonClass" | "duplicateOf">;

/** The fact that a certificate was refused. */
export const rejected = (command: RegisterCertificate, verdict: Verdict, reason: Reason): SickLeaveEvent => ({
  type: "SickLeaveRejected",
  value: { ...sharedBy(command, verdict), ...reason },
});
