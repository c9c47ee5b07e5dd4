type Leaves = ReadonlyArray<string>;

/** Leaves below a path, each named. */
export const below = (path: string, leaves: Leaves): Leaves => leaves.map((leaf) => `${path}.${leaf}`);

/** Leaves of the shared record Code. */
export const code: Leaves = ["system", "code", "text", "originalText"];

/** Leaves of the shared record Identifier. */
export const identifier: Leaves = ["value", ...below("type", code)];

/** Leaves of the shared record Name. */
export const name: Leaves = ["given", "middle", "family"];

/** Leaves of the shared record Address. */
export const address: Leaves = [
  ...below("type", code),
  "street",
  "postalCode",
  "city",
  "postBox",
  ...below("county", code),
  ...below("country", code),
];

/** Leaves of the shared record ContactPoint. */
export const contactPoint: Leaves = [...below("type", code), "address"];

/** Leaves of the shared record WirePerson. */
export const person: Leaves = [
  ...below("name", name),
  "bornOn",
  ...below("sex", code),
  ...below("nationality", code),
  ...below("identifiers[]", identifier),
  ...below("address", address),
  ...below("contactPoints[]", contactPoint),
];

/** Leaves of the shared record HealthcareProfessional. */
export const professional: Leaves = [...below("category", code), ...below("roleToPatient", code), ...person];

/** Leaves of the shared record Organisation. */
export const organisation: Leaves = [
  "name",
  ...below("type", code),
  ...below("identifiers[]", identifier),
  ...below("address", address),
  ...below("contactPoints[]", contactPoint),
  ...below("healthcareProfessional", professional),
];

/** Leaves of the shared record WireParty. */
export const party: Leaves = [...below("comMethod", code), ...below("organisations[]", organisation)];

/** Leaves of the shared record OtherReceiver. */
export const otherReceiver: Leaves = [
  ...below("comMethod", code),
  ...below("role", code),
  ...below("organisations[]", organisation),
  ...below("patient", person),
  ...below("person", person),
  ...below("healthcareProfessional", professional),
];

/** Leaves of the shared record ReceivingStation. */
export const station: Leaves = [
  "ediLogId",
  "sender",
  "ebXmlConversationId",
  "receiptId",
  "messageType",
  "senderReference",
  "signerNumber",
  "receivedAtText",
  "receivedAt",
  "organisationNumber",
  "signerOrganisationNumber",
  "partnerReference",
  "herId",
  "ebRole",
  "ebService",
  "ebAction",
];

/** Leaves of the shared record WireEnvelope. */
export const envelope: Leaves = [
  "format",
  ...below("messageType", code),
  "migVersion",
  "generatedAtText",
  "generatedAt",
  "messageId",
  ...below("processingStatus", code),
  ...below("requestedPriority", code),
  ...below("ack", code),
  "parentReference",
  "conversationReference",
  ...below("sender", party),
  ...below("receiver", party),
  ...below("otherReceivers[]", otherReceiver),
  ...below("receivingStation", station),
];

/** Leaves of the shared record ReceiptDue. */
export const receiptDue: Leaves = ["wanted", "status", "errors[].system", "errors[].code", "errors[].text"];

/** Leaves of the shared record PersonIdentity. */
export const identity: Leaves = [
  ...below("number", identifier),
  ...below("name", name),
  ...below("envelopeNumbers[]", identifier),
  ...below("envelopeName", name),
  ...below("currentNumber", identifier),
];
