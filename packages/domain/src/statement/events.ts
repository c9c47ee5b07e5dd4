import type { Finding, ReceiptDue, StatementAnswer, StatementRegistryAnswers } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { hasActiveApproval, hasCertifyingApproval } from "../rules/clinician.ts";
import { identityNumberFindings } from "../rules/identity-number.ts";
import { patientNumber, typeOf } from "../sick-leave/identifiers.ts";
import { acceptance, hasSender, refusal } from "../sick-leave/receipts.ts";
import { nationalNumber } from "../sick-leave/signer.ts";
import type { StatementCheck } from "./checks.ts";
import type { RegisterStatement, StatementEvent } from "./model.ts";

const errorList = "2.16.578.1.12.4.1.1.8221";

/** The id of a statement. */
export const statementIdOf = (archiveId: string): string => uuid5("statement", archiveId);

const answer = (yes: boolean): StatementAnswer => (yes ? "YES" : "NO");

const recordedAnswers = ({ replies }: RegisterStatement): StatementRegistryAnswers => {
  const signer = { number: "", found: true, suspended: false, approvals: replies.signer.approvals };
  return {
    askedAt: replies.askedAt,
    personFound: answer(replies.patient.found),
    personBornOn: replies.patient.birthDay ?? null,
    signerFound: answer(replies.signerIsRegistered),
    signerAuthorised: answer(hasActiveApproval(signer) && hasCertifyingApproval(signer)),
    signerSuspended: answer(replies.signerIsSuspended),
  };
};

const warningsOf = ({ content }: RegisterStatement): ReadonlyArray<Finding> => {
  const number = patientNumber(content.identity);
  const odd = number === undefined ? [] : identityNumberFindings(number.value ?? "", typeOf(number) || "FNR");
  const path = "Legeerklaring/Pasientopplysninger/Pasient/@fodselsnummer";
  return [...content.case.warnings, ...odd.map((rule) => ({ path, rule }))];
};

const accepted = ({ content }: RegisterStatement): ReceiptDue | null =>
  hasSender(content.case.envelope) ? acceptance(content.case.envelope) : null;

/** The fact that a statement stands. */
export const assessed = (command: RegisterStatement): StatementEvent => {
  const { received, content, replies, basis, aliases, contentKey } = command;
  const { found, currentNumber } = replies.patient;
  const warnings = warningsOf(command);
  return {
    type: "WorkAbilityAssessed",
    value: {
      statementId: statementIdOf(received.archiveId),
      archiveId: received.archiveId,
      aliases,
      receivedAt: received.receivedAt,
      policyVersion: basis.policyVersion,
      warnings: warnings.length,
      occasions: content.occasions,
      identity: {
        ...content.identity,
        currentNumber: found && currentNumber !== undefined ? nationalNumber(currentNumber) : null,
      },
      case: {
        ...content.case,
        sender: received.sender,
        senderAliases: received.senderAliases,
        registryAnswers: recordedAnswers(command),
        warnings,
        contentKey,
        receipt: accepted(command),
      },
      medical: content.medical,
    },
  };
};

const refusedReceipt = ({ content }: RegisterStatement, checks: ReadonlyArray<StatementCheck>): ReceiptDue | null => {
  const { envelope } = content.case;
  const errors = checks.map(({ code, text }) => ({ system: errorList, code, text }));
  return hasSender(envelope) ? refusal(envelope, errors) : null;
};

/** The fact that a statement is not taken, with the receipt that says why. */
export const refused = (command: RegisterStatement, checks: ReadonlyArray<StatementCheck>): StatementEvent => {
  const { received } = command;
  const reason = checks[0]?.class ?? "UNKNOWN";
  return {
    type: "MessageRefused",
    value: {
      archiveId: received.archiveId,
      class: reason,
      receivedAt: received.receivedAt,
      conflictsWith: reason === "CONFLICT" ? received.conflictsWith : null,
      case: {
        sender: received.sender,
        senderAliases: received.senderAliases,
        wireMsgId: received.wireMsgId,
        envelope: received.envelope,
        findings: checks.map(({ path, rule }) => ({ path, rule })),
        receipt: refusedReceipt(command, checks),
      },
    },
  };
};
