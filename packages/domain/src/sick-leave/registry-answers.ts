import type {
  AdditionalCompetence,
  Approval as RecordedApproval,
  RegisterCode as RecordedCode,
  RegistryAnswer,
  RegistryAnswers,
} from "@samvirke/contracts";
import type { Approval, Competence, RegisterCode } from "../rules/index.ts";
import { nationalNumbers } from "./identifiers.ts";
import type { DecisionBasis, RegistryReplies } from "./model.ts";

const listRoot = "2.16.578.1.12.4.1.1";

const answer = (yes: boolean): RegistryAnswer => (yes ? "YES" : "NO");

const code = (one: RegisterCode | undefined): RecordedCode | null =>
  one === undefined ? null : { active: one.active, system: `${listRoot}.${one.oid}`, code: one.value };

const competence = ({ type, from, to, ended }: Competence): AdditionalCompetence => ({
  kind: code(type),
  from: from ?? null,
  to: to ?? null,
  ended: ended !== undefined,
});

const approval = ({ authorisation, category, competences }: Approval): RecordedApproval => ({
  authorisation: code(authorisation),
  category: code(category),
  competences: competences.map(competence),
});

/** The registers' answers as the event keeps them. */
export const recordedAnswers = (replies: RegistryReplies, { codeLists }: DecisionBasis): RegistryAnswers => ({
  askedAt: replies.askedAt,
  personFound: answer(replies.patient.found),
  personBornOn: replies.patient.birthDay ?? null,
  signerFound: answer(replies.signer.found),
  signerFoundToday: answer(replies.signerIsRegistered),
  signerIsPerson: answer(replies.signerIsKnown),
  signerSuspended: answer(replies.signerIsSuspended),
  clinicianNumber: nationalNumbers(replies.clinician.numbers)[0] ?? null,
  approvals: replies.signer.approvals.map(approval),
  codeListVersion: codeLists.version,
});
