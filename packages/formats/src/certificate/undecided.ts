import type { RegistryAnswers, SickLeaveCase } from "@samvirke/contracts";

const notAsked: RegistryAnswers = {
  askedAt: null,
  personFound: "UNKNOWN",
  personBornOn: null,
  signerFound: "UNKNOWN",
  signerFoundToday: "UNKNOWN",
  signerIsPerson: "UNKNOWN",
  signerSuspended: "UNKNOWN",
  clinicianNumber: null,
  approvals: [],
  codeListVersion: null,
};

/** The parts of `case` that a decision fills, before there is one, and those that only other formats have. */
export const undecided: Pick<
  SickLeaveCase,
  | "sender"
  | "senderAliases"
  | "ruleHits"
  | "assessments"
  | "registryAnswers"
  | "contentKey"
  | "related"
  | "receipt"
  | "journalPostId"
  | "abroad"
> = {
  sender: "",
  senderAliases: [],
  ruleHits: [],
  assessments: [],
  registryAnswers: notAsked,
  contentKey: null,
  related: [],
  receipt: null,
  journalPostId: null,
  abroad: null,
};
