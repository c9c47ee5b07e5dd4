import type { DialogueCase } from "@samvirke/contracts";

const silentEnvelope: DialogueCase["envelope"] = {
  format: "UNKNOWN",
  messageType: null,
  migVersion: null,
  generatedAtText: null,
  generatedAt: null,
  messageId: null,
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: null,
  receiver: null,
  otherReceivers: [],
  receivingStation: null,
};

/** The case part of a message that came without a head. */
export const blankCase: DialogueCase = {
  envelope: silentEnvelope,
  sender: "",
  senderAliases: [],
  receiverAliases: [],
  clinicianReference: null,
  sendingSystem: null,
  documentId: null,
  version: null,
  patient: { bornOn: null, sex: null, nationality: null, address: null, contactPoints: [] },
  questions: [],
  notes: [],
  answerCode: null,
  dueOn: null,
  letterAt: null,
  reason: null,
  signerNumbers: [],
  registryAnswers: null,
  addressAnswer: null,
  warnings: [],
  contentKey: null,
  receipt: null,
};
