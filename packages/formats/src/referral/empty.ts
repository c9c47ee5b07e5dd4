import type {
  ReferralCase,
  ReferralMedical,
  ReferralPatient,
  ReferralRequest,
  WireEnvelope,
} from "@samvirke/contracts";

/** A message of which nothing is said. */
export const emptyEnvelope: WireEnvelope = {
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

/** A person of whom nothing is said. */
export const emptyPatient: ReferralPatient = {
  bornOn: null,
  bornText: null,
  sex: null,
  nationality: null,
  diedOn: null,
  idByRequester: null,
  basisForHealthServices: null,
  address: null,
  cityDistrict: null,
  contactPoints: [],
  maritalStatus: null,
  livesAlone: null,
  language: null,
  municipalServices: null,
  note: null,
};

/** A request that asks for nothing yet. */
export const emptyRequest: ReferralRequest = {
  kind: null,
  purpose: null,
  wantedOn: null,
  priority: null,
  comment: null,
  serviceId: null,
  specialty: null,
  category: null,
};

/** A referral of which nothing is said. */
export const emptyCase: ReferralCase = {
  envelope: emptyEnvelope,
  sender: "",
  senderAliases: [],
  format: "UNKNOWN",
  programme: "UNKNOWN",
  lifecycle: null,
  referralIdAsSent: null,
  refersTo: [],
  issuedAtText: null,
  issuedAt: null,
  contentType: null,
  contentTypeNote: null,
  paymentCategory: null,
  comment: null,
  messageVersion: null,
  urgency: "UNKNOWN",
  request: null,
  senderParty: null,
  receiverParty: null,
  copies: [],
  patient: emptyPatient,
  consents: [],
  relatives: [],
  contacts: [],
  providers: [],
  units: [],
  professionals: [],
  responsibles: [],
  institutions: [],
  interpreters: [],
  sentDocuments: [],
  individualPlan: null,
  cooperation: null,
  contentKey: null,
  warnings: [],
  receipt: null,
};

/** No medical content. */
export const emptyMedical: ReferralMedical = {
  diagnoses: [],
  reasons: [],
  comments: [],
  items: [],
  precautions: [],
  sickLeave: [],
  pathways: [],
  assessment: null,
  medicineReview: null,
  careSituation: null,
  attachments: [],
};
