import type { DialogueCase, DialogueWarning } from "@samvirke/contracts";
import { identityNumberFindings } from "../rules/identity-number.ts";
import { typeOf } from "../sick-leave/identifiers.ts";
import type { RegistryReplies } from "../sick-leave/index.ts";
import { personNumberIn } from "./identity.ts";
import type { DialogueBasis, RegisterDialogue } from "./model.ts";
import { acceptedReceipt } from "./receipts.ts";

const answer = (yes: boolean): "YES" | "NO" => (yes ? "YES" : "NO");

const recordedAnswers = (
  replies: RegistryReplies,
  { policyVersion }: DialogueBasis,
): DialogueCase["registryAnswers"] => ({
  askedAt: replies.askedAt,
  policyVersion,
  personFound: answer(replies.patient.found),
  signerFound: answer(replies.signer.found),
  signerIsPerson: answer(replies.signerIsKnown),
  signerSuspended: answer(replies.signerIsSuspended),
  categories: replies.signer.approvals.flatMap(({ authorisation, category }) =>
    authorisation?.active === true && category?.active === true ? [category.value] : [],
  ),
});

const numberPath = "MsgHead/MsgInfo/Patient/Ident/Id";

const identityWarnings = ({ content }: RegisterDialogue): ReadonlyArray<DialogueWarning> => {
  const number = personNumberIn(content.identity);
  if (number === undefined) return [{ code: "PERSON_WITHOUT_NUMBER", path: "MsgHead/MsgInfo/Patient" }];
  return identityNumberFindings(number.value ?? "", typeOf(number)).map((code) => ({ code, path: numberPath }));
};

/** Everything odd that did not stop the message: the reader's findings and the hub's own. */
export const warningsOf = (command: RegisterDialogue): ReadonlyArray<DialogueWarning> => [
  ...command.content.case.warnings,
  ...identityWarnings(command),
  ...(command.address?.found === false ? [{ code: "CLINICIAN_NOT_FOUND", path: "behandlerRef" }] : []),
];

/** The case part with what the decision adds. */
export const recordedCase = (command: RegisterDialogue): DialogueCase => ({
  ...command.content.case,
  sender: command.received.sender,
  senderAliases: command.received.senderAliases,
  registryAnswers: command.replies === null ? null : recordedAnswers(command.replies, command.basis),
  addressAnswer:
    command.address === undefined ? null : { askedAt: command.address.askedAt, found: answer(command.address.found) },
  warnings: warningsOf(command),
  contentKey: command.contentKey,
  receipt: acceptedReceipt(command),
});
