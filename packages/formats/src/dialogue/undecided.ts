import type { DialogueCase } from "@samvirke/contracts";

/** The parts of `case` that a decision fills, or that other formats alone have. */
export const undecided: Pick<
  DialogueCase,
  | "sender"
  | "senderAliases"
  | "receiverAliases"
  | "clinicianReference"
  | "sendingSystem"
  | "dueOn"
  | "letterAt"
  | "reason"
  | "registryAnswers"
  | "addressAnswer"
  | "contentKey"
  | "receipt"
> = {
  sender: "",
  senderAliases: [],
  receiverAliases: [],
  clinicianReference: null,
  sendingSystem: null,
  dueOn: null,
  letterAt: null,
  reason: null,
  registryAnswers: null,
  addressAnswer: null,
  contentKey: null,
  receipt: null,
};
