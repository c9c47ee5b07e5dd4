// Generated from schemas/ by `npm run generate`; never edited.
import type { Day, Instant } from "@samvirke/kernel";

/** A postal address as sent. */
export interface Address {
  /** Kind of address, list 3401. */
  readonly type: Code | null;
  /** Street and number. */
  readonly street: string | null;
  /** Postal code with leading zeros. */
  readonly postalCode: string | null;
  /** Postal town. */
  readonly city: string | null;
  /** Post office box. */
  readonly postBox: string | null;
  /** Municipality or county. */
  readonly county: Code | null;
  /** Country, list 9043. */
  readonly country: Code | null;
}

/** A coded value exactly as the sender wrote it, known or not. */
export interface Code {
  /** Code system, an OID as sent. */
  readonly system: string | null;
  /** Code value as sent, outer blanks cut. */
  readonly code: string | null;
  /** Display text as sent. */
  readonly text: string | null;
  /** The sender's own words behind the code. */
  readonly originalText: string | null;
}

/** A telephone number, mail address or the like, as sent. */
export interface ContactPoint {
  /** Kind of contact point. */
  readonly type: Code | null;
  /** Number or address with its prefix (tel:, mailto:) as sent. */
  readonly address: string | null;
}

/** What health and welfare share about a dialogue message that is not medical: parties, roles, codes, ids and days. */
export interface DialogueCase {
  /** The message head and what the receiving station added. */
  readonly envelope: WireEnvelope;
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first; whoever holds one of them sees this on the health side. */
  readonly senderAliases: ReadonlyArray<string>;
  /** HMACs of the receivers' identifiers, lower-case hex, for the row filter on the health side. */
  readonly receiverAliases: ReadonlyArray<string>;
  /** Welfare's own reference to the clinician that a letter is for. */
  readonly clinicianReference: string | null;
  /** The system in welfare that a letter comes from. */
  readonly sendingSystem: string | null;
  /** Id of the document in the message head. */
  readonly documentId: string | null;
  /** Version of the format, 1.0 or 1.1; null where it was no Dialogmelding. */
  readonly version: string | null;
  /** What is said of the person beyond name and number. */
  readonly patient: DialoguePatient;
  /** Questions in the order sent. */
  readonly questions: ReadonlyArray<DialogueQuestionHead>;
  /** Notes in the order sent. */
  readonly notes: ReadonlyArray<DialogueNoteHead>;
  /** How a question was answered, list 9069; null where the message is no answer. */
  readonly answerCode: Code | null;
  /** Day on which an answer is wanted; null where the message names none. */
  readonly dueOn: Day | null;
  /** When the letter that is answered was sent, UTC, which tells the call where that comes later. */
  readonly letterAt: Instant | null;
  /** Why, in the words of worker or employer who answers a meeting call; never a clinician's words. */
  readonly reason: string | null;
  /** Numbers of whoever signed, as far as the message alone tells, national numbers first. */
  readonly signerNumbers: ReadonlyArray<Identifier>;
  /** The registers' answers that the decision rests on; null where none were asked. */
  readonly registryAnswers: DialogueRegistryAnswers | null;
  /** The address register's answer; null where it was not asked. */
  readonly addressAnswer: DialogueAddressAnswer | null;
  /** Findings that did not stop the message. */
  readonly warnings: ReadonlyArray<DialogueWarning>;
  /** HMAC over the business content, lower-case hex; equal for the same content under another message id. */
  readonly contentKey: string | null;
  /** The receipt that the decision calls for; null until it is decided or where the format has none. */
  readonly receipt: ReceiptDue | null;
}

/** The message head and what the receiving station added, without the person's name and numbers. */
export interface WireEnvelope {
  /** What the document was wrapped in. */
  readonly format: WireFormat;
  /** Message type, list 8279; null without a message head. */
  readonly messageType: Code | null;
  /** Version of the message head as written. */
  readonly migVersion: string | null;
  /** When the sender made the message, exactly as written; receipts repeat it. */
  readonly generatedAtText: string | null;
  /** The same as an instant; without zone it is Oslo time. */
  readonly generatedAt: Instant | null;
  /** The sender's own message id, as written. */
  readonly messageId: string | null;
  /** Production, test or the like. */
  readonly processingStatus: Code | null;
  /** Priority wished for. */
  readonly requestedPriority: Code | null;
  /** Whether a receipt is wanted: J, N, F. */
  readonly ack: Code | null;
  /** Message that this one answers. */
  readonly parentReference: string | null;
  /** First message of the conversation. */
  readonly conversationReference: string | null;
  /** Sender. */
  readonly sender: WireParty | null;
  /** Receiver. */
  readonly receiver: WireParty | null;
  /** Further receivers in the order sent. */
  readonly otherReceivers: ReadonlyArray<OtherReceiver>;
  /** What the receiving station added; null where the message came without it. */
  readonly receivingStation: ReceivingStation | null;
}

/** EI_fellesformat eiff/1 or eiff/2, MsgHead alone, the certificate alone, the Message root of referrals before 2.0, the hub's own contract, or FHIR R4. */
export type WireFormat =
  | "UNKNOWN"
  | "FELLESFORMAT_1"
  | "FELLESFORMAT_2"
  | "MSGHEAD"
  | "PAYLOAD"
  | "MESSAGE"
  | "HUB_JSON"
  | "FHIR";

/** Sender or receiver of a message. */
export interface WireParty {
  /** How to reach the party. */
  readonly comMethod: Code | null;
  /** The organisation and the units nested in it, outermost first; the wire nests them, this list does not. */
  readonly organisations: ReadonlyArray<Organisation>;
}

/** One level of an organisation as the message head names it. */
export interface Organisation {
  /** Name. */
  readonly name: string | null;
  /** Kind of organisation, list 9041 as sent. */
  readonly type: Code | null;
  /** Identifiers in the order sent, the first is the main one. */
  readonly identifiers: ReadonlyArray<Identifier>;
  /** Address. */
  readonly address: Address | null;
  /** Contact points in the order sent. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
  /** The professional who acts for this level. */
  readonly healthcareProfessional: HealthcareProfessional | null;
}

/** An identifier with its type, as sent. */
export interface Identifier {
  /** The identifier, outer blanks cut; not checked. */
  readonly value: string | null;
  /** What kind of identifier. */
  readonly type: Code;
}

/** A healthcare professional as the message head names one. */
export interface HealthcareProfessional {
  /** Professional category, list 9060. */
  readonly category: Code | null;
  /** Role towards the person, list 9034. */
  readonly roleToPatient: Code | null;
  /** Name of the professional. */
  readonly name: Name | null;
  /** Date of birth, literal calendar day. */
  readonly bornOn: Day | null;
  /** Sex, list 3101. */
  readonly sex: Code | null;
  /** Nationality, list 9043. */
  readonly nationality: Code | null;
  /** Identifiers in the order sent. */
  readonly identifiers: ReadonlyArray<Identifier>;
  /** Address. */
  readonly address: Address | null;
  /** Contact points in the order sent. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}

/** A person's name in parts, as sent. */
export interface Name {
  /** Given name. */
  readonly given: string | null;
  /** Middle name. */
  readonly middle: string | null;
  /** Family name. */
  readonly family: string | null;
}

/** A further receiver of a message. */
export interface OtherReceiver {
  /** How to reach the receiver. */
  readonly comMethod: Code | null;
  /** Role of the receiver. */
  readonly role: Code | null;
  /** Organisation and nested units, outermost first. */
  readonly organisations: ReadonlyArray<Organisation>;
  /** The patient as a receiver. */
  readonly patient: WirePerson | null;
  /** Another person as a receiver. */
  readonly person: WirePerson | null;
  /** A professional as a receiver. */
  readonly healthcareProfessional: HealthcareProfessional | null;
}

/** A person named in a message head as a receiver. */
export interface WirePerson {
  /** Name of the person. */
  readonly name: Name | null;
  /** Date of birth, literal calendar day. */
  readonly bornOn: Day | null;
  /** Sex, list 3101. */
  readonly sex: Code | null;
  /** Nationality, list 9043. */
  readonly nationality: Code | null;
  /** Identifiers in the order sent. */
  readonly identifiers: ReadonlyArray<Identifier>;
  /** Address. */
  readonly address: Address | null;
  /** Contact points in the order sent. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}

/** What the receiving station put beside the message; attributes as written. */
export interface ReceivingStation {
  /** Id that the receiving station gave the message. */
  readonly ediLogId: string | null;
  /** Sender as the receiving station knows it. */
  readonly sender: string | null;
  /** Conversation id of the transport. */
  readonly ebXmlConversationId: string | null;
  /** Id of the reception. */
  readonly receiptId: string | null;
  /** Message type by the receiving station. */
  readonly messageType: string | null;
  /** Subject of the sender's certificate. */
  readonly senderReference: string | null;
  /** National identity number of whoever signed. */
  readonly signerNumber: string | null;
  /** When the receiving station took the message, as written. */
  readonly receivedAtText: string | null;
  /** The same as an instant; without zone it is UTC. */
  readonly receivedAt: Instant | null;
  /** Organisation number of the sender. */
  readonly organisationNumber: string | null;
  /** Organisation number in the sender's certificate. */
  readonly signerOrganisationNumber: string | null;
  /** Partner reference of the sender. */
  readonly partnerReference: string | null;
  /** HER-id of the sender. */
  readonly herId: string | null;
  /** Role in the transport. */
  readonly ebRole: string | null;
  /** Service in the transport; SykmeldingVirksomhet marks a hospital's message. */
  readonly ebService: string | null;
  /** Action in the transport. */
  readonly ebAction: string | null;
}

/** What the sender says of the person beyond name and number. */
export interface DialoguePatient {
  /** Date of birth, literal calendar day. */
  readonly bornOn: Day | null;
  /** Sex, list 3101. */
  readonly sex: Code | null;
  /** Nationality, list 9043. */
  readonly nationality: Code | null;
  /** Address. */
  readonly address: Address | null;
  /** Contact points in the order sent. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}

/** What a question is, without what it asks. */
export interface DialogueQuestionHead {
  /** Kind of question as sent, list 8125, 8129 or one of health's own. */
  readonly theme: Code | null;
  /** Id of the question's document. */
  readonly documentId: string | null;
  /** Urgency, list 9067 as sent. */
  readonly urgency: Code | null;
  /** Who had which part in it, in the order sent. */
  readonly roles: ReadonlyArray<DialogueRole>;
}

/** Who had which part in a note or a question. */
export interface DialogueRole {
  /** Part in the document, list 9057: 1 author, 2 co-author, 3 approved by, 4 shown to. */
  readonly role: Code | null;
  /** Role towards the person, list 9034. */
  readonly roleToPatient: Code | null;
  /** The unit behind the role; 1.1 only. */
  readonly unit: DialogueUnit | null;
  /** A professional. */
  readonly professional: HealthcareProfessional | null;
  /** Somebody who is no professional. */
  readonly person: WirePerson | null;
}

/** A unit that a role belongs to. */
export interface DialogueUnit {
  /** The unit and the units nested in it, outermost first. */
  readonly organisations: ReadonlyArray<Organisation>;
  /** Remark about the unit. */
  readonly remark: string | null;
  /** A professional of the unit. */
  readonly professional: HealthcareProfessional | null;
  /** Another person of the unit. */
  readonly person: WirePerson | null;
}

/** What a note is, without what it says. */
export interface DialogueNoteHead {
  /** Kind of note as sent, list 8126, 8127, 8128, 9069 or one of health's own. */
  readonly theme: Code | null;
  /** Id of the note's document. */
  readonly documentId: string | null;
  /** Day of the note, literal calendar day. */
  readonly datedOn: Day | null;
  /** Who had which part in it, in the order sent. */
  readonly roles: ReadonlyArray<DialogueRole>;
  /** The question that the note repeats. */
  readonly question: DialogueQuestionHead | null;
}

/** The registers' answers that a decision rests on; a replay uses these and asks nobody. */
export interface DialogueRegistryAnswers {
  /** When the registers were asked. */
  readonly askedAt: Instant;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Whether the person register knows the number. */
  readonly personFound: DialogueRegistryAnswer;
  /** Whether the personnel register knows the signer. */
  readonly signerFound: DialogueRegistryAnswer;
  /** Whether the person register knows the signer. */
  readonly signerIsPerson: DialogueRegistryAnswer;
  /** Whether the signer was suspended. */
  readonly signerSuspended: DialogueRegistryAnswer;
  /** Professional categories of the signer's approvals in force, list 9060. */
  readonly categories: ReadonlyArray<string>;
}

/** What a register answered; UNKNOWN when it was not asked. */
export type DialogueRegistryAnswer = "UNKNOWN" | "YES" | "NO";

/** What the address register said of the clinician whom welfare names by a reference of its own; the office stands as receiver in the envelope. */
export interface DialogueAddressAnswer {
  /** When the register was asked. */
  readonly askedAt: Instant;
  /** Whether the register knows the reference. */
  readonly found: DialogueRegistryAnswer;
}

/** A finding that did not stop the message: what and where, never a value. */
export interface DialogueWarning {
  /** Kind of finding, upper case with underscores. */
  readonly code: string;
  /** Element path as in the standard. */
  readonly path: string;
}

/** The receipt that this decision calls for. */
export interface ReceiptDue {
  /** Whether the sender is to get one. */
  readonly wanted: boolean;
  /** Status. */
  readonly status: ReceiptStatus;
  /** Reasons when refused. */
  readonly errors: ReadonlyArray<ReceiptError>;
}

/** Status by list 8258. */
export type ReceiptStatus = "UNKNOWN" | "OK" | "REFUSED" | "PARTIAL";

/** One reason on a receipt. */
export interface ReceiptError {
  /** Code system, list 8221. */
  readonly system: string | null;
  /** Error code. */
  readonly code: string;
  /** Norwegian text; no personal value in it. */
  readonly text: string;
}

/** What a dialogue message says, with everything that came with it. */
export interface DialogueMedical {
  /** Kind of case. */
  readonly caseType: Code | null;
  /** Kind of case in words. */
  readonly caseTypeText: string | null;
  /** Questions, in the order of those in the case part. */
  readonly questions: ReadonlyArray<DialogueQuestion>;
  /** Notes, in the order of those in the case part. */
  readonly notes: ReadonlyArray<DialogueNote>;
  /** Documents beside the message. */
  readonly attachments: ReadonlyArray<DialogueAttachment>;
}

/** What a question asks. */
export interface DialogueQuestion {
  /** Heading; 1.1 only. */
  readonly subject: string | null;
  /** The question; marked-up text as plain text. */
  readonly text: string | null;
  /** Purpose. */
  readonly purpose: Code | null;
  /** Why it is asked. */
  readonly grounds: string | null;
  /** First day that it is about. */
  readonly from: Day | null;
  /** Last day that it is about. */
  readonly to: Day | null;
  /** Parts of the health record asked for; 1.0 has one at most. */
  readonly recordParts: ReadonlyArray<Code>;
  /** Coded content; 1.1 only. */
  readonly codedContent: Code | null;
}

/** What a note says. */
export interface DialogueNote {
  /** Theme in words. */
  readonly heading: string | null;
  /** The text; marked-up text as plain text. */
  readonly text: string | null;
  /** Remark. */
  readonly remark: string | null;
  /** The question that the note repeats. */
  readonly question: DialogueQuestion | null;
}

/** A document that came beside the message; its content stays in the archive. */
export interface DialogueAttachment {
  /** Place among the documents of the message, from 0. */
  readonly index: number;
  /** What the document is. */
  readonly kind: DialogueDocumentKind;
  /** Id of the document. */
  readonly id: string | null;
  /** How it belongs to the message. */
  readonly connection: Code | null;
  /** Type of document. */
  readonly messageType: Code | null;
  /** MIME type as sent. */
  readonly mimeType: string | null;
  /** Description, often a file name. */
  readonly description: string | null;
  /** When the document was issued, as written. */
  readonly issuedText: string | null;
  /** Reference to a file outside the message. */
  readonly reference: string | null;
  /** Number of elements in Content; more than one breaks the practice of the field. */
  readonly contentElements: number;
  /** Size of the content in bytes: decoded where it is base64, else of its text. */
  readonly contentBytes: number;
  /** Whether the first bytes are those of the MIME type; null where the type has no such mark or nothing is there. */
  readonly isItsType: boolean | null;
}

/** ATTACHMENT by DocumentConnection V or MsgType A, SIGNATURE for application/jwt, else OTHER. */
export type DialogueDocumentKind = "UNKNOWN" | "ATTACHMENT" | "SIGNATURE" | "OTHER";

/** What was found wrong in a message, and where; never a value. */
export interface Finding {
  /** Element path as in the standard; empty when it is the whole. */
  readonly path: string;
  /** The rule that is broken. */
  readonly rule: string;
}

/** Who the person is: names and numbers, nothing else. */
export interface PersonIdentity {
  /** The number that the document is about. */
  readonly number: Identifier | null;
  /** Name in the document. */
  readonly name: Name | null;
  /** Numbers in the message head. */
  readonly envelopeNumbers: ReadonlyArray<Identifier>;
  /** Name in the message head. */
  readonly envelopeName: Name | null;
  /** The number that the person register holds today, which may be another; null when it was not asked or found nobody. */
  readonly currentNumber: Identifier | null;
}

/** What the parties of a referral share that is not medical. */
export interface ReferralCase {
  /** The message as its head names it; for the formats without message head the same parts of the document. */
  readonly envelope: WireEnvelope;
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Format the content came in. */
  readonly format: ReferralFormat;
  /** What sort of help it is; not public, since it hints at the illness. */
  readonly programme: ReferralProgramme;
  /** New, change, cancellation and so on, list 7309. */
  readonly lifecycle: Code | null;
  /** The sender's own id of the referral. */
  readonly referralIdAsSent: string | null;
  /** Ids of documents that it names as earlier ones. */
  readonly refersTo: ReadonlyArray<string>;
  /** When it was written, as written. */
  readonly issuedAtText: string | null;
  /** The same as an instant; without zone it is Oslo time. */
  readonly issuedAt: Instant | null;
  /** Kind of content, list 8455. */
  readonly contentType: Code | null;
  /** Remark. */
  readonly contentTypeNote: string | null;
  /** Who pays. */
  readonly paymentCategory: Code | null;
  /** The requester's remark. */
  readonly comment: string | null;
  /** Version of the message as written. */
  readonly messageVersion: string | null;
  /** Urgency as the hub sorts it. */
  readonly urgency: ReferralUrgency;
  /** What is asked for. */
  readonly request: ReferralRequest | null;
  /** More of the sender. */
  readonly senderParty: ReferralParty | null;
  /** More of the receiver. */
  readonly receiverParty: ReferralParty | null;
  /** More of the copy receivers, in the order of the envelope's other receivers. */
  readonly copies: ReadonlyArray<ReferralCopy>;
  /** The person beside name and number. */
  readonly patient: ReferralPatient;
  /** What was consented to, in the order sent. */
  readonly consents: ReadonlyArray<ReferralConsent>;
  /** Relatives and guardians. */
  readonly relatives: ReadonlyArray<ReferralRelative>;
  /** Other persons. */
  readonly contacts: ReadonlyArray<ReferralContact>;
  /** Providers of care with a relation to the person. */
  readonly providers: ReadonlyArray<ReferralProvider>;
  /** Units that the person belongs to. */
  readonly units: ReadonlyArray<ReferralUnit>;
  /** Professionals to contact. */
  readonly professionals: ReadonlyArray<ReferralProfessional>;
  /** Professionals responsible for the content. */
  readonly responsibles: ReadonlyArray<ReferralResponsible>;
  /** Institutions outside health care. */
  readonly institutions: ReadonlyArray<ReferralInstitution>;
  /** Needs for help to communicate. */
  readonly interpreters: ReadonlyArray<ReferralInterpreter>;
  /** Documents sent to others. */
  readonly sentDocuments: ReadonlyArray<ReferralSentDocument>;
  /** Individual plan. */
  readonly individualPlan: ReferralIndividualPlan | null;
  /** Work, where the referral crosses the sectors. */
  readonly cooperation: ReferralCooperation | null;
  /** HMAC over the business content, lower-case hex. */
  readonly contentKey: string | null;
  /** What was odd and did not stop the message; paths, never values. */
  readonly warnings: ReadonlyArray<Finding>;
  /** The receipt to write; null where the receiver answers. */
  readonly receipt: ReceiptDue | null;
}

/** Format the content came in. */
export type ReferralFormat = "UNKNOWN" | "KITH_0_9" | "KITH_1_0" | "KITH_1_1" | "KITH_2_0" | "HUB_JSON" | "FHIR";

/** What sort of help it is. */
export type ReferralProgramme =
  | "UNKNOWN"
  | "TREATMENT"
  | "CLARIFICATION"
  | "REHABILITATION"
  | "JOB_SUPPORT"
  | "WORK_HEALTH_CLINIC"
  | "WORK_HELP"
  | "OTHER";

/** Urgency as the hub sorts it. */
export type ReferralUrgency = "UNKNOWN" | "EMERGENCY" | "URGENT" | "NORMAL" | "BY_DATE";

/** What is asked for. */
export interface ReferralRequest {
  /** Kind of order, list 7309. */
  readonly kind: Code | null;
  /** Purpose. */
  readonly purpose: Code | null;
  /** When it is wanted. */
  readonly wantedOn: ReferralTime | null;
  /** Urgency, list 8306 or 7303 as sent. */
  readonly priority: Code | null;
  /** Remark. */
  readonly comment: string | null;
  /** The service. */
  readonly serviceId: Code | null;
  /** Specialty of the service. */
  readonly specialty: Code | null;
  /** Administrative category of the service. */
  readonly category: Code | null;
}

/** A day or time as a referral writes it. */
export interface ReferralTime {
  /** As written; may be a year or a time of day alone. */
  readonly text: string | null;
  /** The literal calendar day of it; null where it names none. */
  readonly day: Day | null;
}

/** What a referral says of a party beside its name and identifiers. */
export interface ReferralParty {
  /** Role of the party. */
  readonly role: Code | null;
  /** Medical specialty. */
  readonly specialty: Code | null;
  /** What the requester calls the party. */
  readonly idByRequester: string | null;
  /** What the service provider calls the party. */
  readonly idByServiceProvider: string | null;
  /** District of the party's address. */
  readonly cityDistrict: Code | null;
  /** Persons at the party after the first. */
  readonly otherProfessionals: ReadonlyArray<HealthcareProfessional>;
}

/** What is said of one copy receiver; the party itself stands at the same place in the envelope. */
export interface ReferralCopy {
  /** More of the party. */
  readonly party: ReferralParty;
  /** Documents it gets. */
  readonly documents: ReadonlyArray<ReferralCopyRole>;
}

/** Which documents a copy receiver gets, and how. */
export interface ReferralCopyRole {
  /** Document. */
  readonly messageType: Code | null;
  /** Wanted way. */
  readonly wantedMethod: Code | null;
  /** Actual way. */
  readonly actualMethod: Code | null;
}

/** What a referral says of the person beside name and number. */
export interface ReferralPatient {
  /** Birth day as stated. */
  readonly bornOn: Day | null;
  /** The same as written. */
  readonly bornText: string | null;
  /** Sex, list 3101. */
  readonly sex: Code | null;
  /** Nationality, list 9043. */
  readonly nationality: Code | null;
  /** Day of death. */
  readonly diedOn: ReferralTime | null;
  /** The requester's own number of the person. */
  readonly idByRequester: string | null;
  /** On what ground the person has a right to care. */
  readonly basisForHealthServices: Code | null;
  /** Address. */
  readonly address: Address | null;
  /** District. */
  readonly cityDistrict: Code | null;
  /** Telephone and the like. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
  /** Marital status. */
  readonly maritalStatus: Code | null;
  /** Whether the person lives alone. */
  readonly livesAlone: boolean | null;
  /** Language. */
  readonly language: Code | null;
  /** Whether the person has municipal services. */
  readonly municipalServices: boolean | null;
  /** Remark. */
  readonly note: string | null;
}

/** What the person has consented to. */
export interface ReferralConsent {
  /** Consent, list 9064. */
  readonly status: Code | null;
  /** Day of the consent. */
  readonly on: ReferralTime | null;
  /** Remark. */
  readonly note: string | null;
  /** Who gave it. */
  readonly givenBy: string | null;
}

/** A relative or guardian. */
export interface ReferralRelative {
  /** Relation. */
  readonly relation: Code | null;
  /** Part in the care. */
  readonly care: Code | null;
  /** Year of birth of a minor relative. */
  readonly bornYear: string | null;
  /** Whether it is the nearest one. */
  readonly nearest: boolean | null;
  /** Whether it is a guardian. */
  readonly guardian: boolean | null;
  /** The relative. */
  readonly person: WirePerson | null;
  /** Remark. */
  readonly note: string | null;
  /** Occupation. */
  readonly occupation: Code | null;
  /** Role in words. */
  readonly role: string | null;
  /** Ethnic belonging as sent. */
  readonly belonging: Code | null;
  /** Relation in words. */
  readonly relationText: string | null;
  /** District. */
  readonly cityDistrict: Code | null;
  /** The relative's consent. */
  readonly consent: ReferralConsent | null;
}

/** A person outside health care and family. */
export interface ReferralContact {
  /** Role or position. */
  readonly role: string | null;
  /** Place of work. */
  readonly workplace: string | null;
  /** The person. */
  readonly person: WirePerson | null;
  /** Remark. */
  readonly note: string | null;
}

/** A provider of care that the person has a relation to. */
export interface ReferralProvider {
  /** Relation. */
  readonly relation: Code | null;
  /** From. */
  readonly from: ReferralTime | null;
  /** To. */
  readonly to: ReferralTime | null;
  /** The provider, outermost first. */
  readonly organisations: ReadonlyArray<Organisation>;
  /** More of the provider. */
  readonly party: ReferralParty;
}

/** A unit that the person belongs to. */
export interface ReferralUnit {
  /** The unit, outermost first. */
  readonly organisations: ReadonlyArray<Organisation>;
  /** Remark. */
  readonly note: string | null;
}

/** A health professional to contact. */
export interface ReferralProfessional {
  /** Who. */
  readonly professional: HealthcareProfessional | null;
  /** Remark. */
  readonly note: string | null;
}

/** A professional responsible for the content. */
export interface ReferralResponsible {
  /** Who. */
  readonly professional: HealthcareProfessional | null;
  /** When it was approved. */
  readonly approvedOn: ReferralTime | null;
  /** Relation, list 8254. */
  readonly relation: Code | null;
  /** Remark. */
  readonly note: string | null;
}

/** An institution outside health care. */
export interface ReferralInstitution {
  /** Name. */
  readonly name: string | null;
  /** Role. */
  readonly role: string | null;
  /** Contact. */
  readonly contactPerson: string | null;
  /** Working time. */
  readonly workingTime: string | null;
  /** Remark. */
  readonly note: string | null;
  /** Address. */
  readonly address: Address | null;
  /** District. */
  readonly cityDistrict: Code | null;
  /** Telephone and the like. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}

/** Need for an interpreter or help to communicate. */
export interface ReferralInterpreter {
  /** Who needs it. */
  readonly person: WirePerson | null;
  /** The same as a number. */
  readonly personReference: string | null;
  /** Source: Horselsvikt, IsDeaf. */
  readonly hearingLoss: boolean | null;
  /** Source: Synsvikt, IsBlind. */
  readonly sightLoss: boolean | null;
  /** Language. */
  readonly language: Code | null;
  /** Preferred interpreter. */
  readonly preferred: WirePerson | null;
  /** The same as a number. */
  readonly preferredReference: string | null;
  /** When the need ends. */
  readonly endsOn: ReferralTime | null;
  /** Remark. */
  readonly note: string | null;
}

/** A document said to be sent to others. */
export interface ReferralSentDocument {
  /** Kind. */
  readonly information: Code | null;
  /** Whether it was sent. */
  readonly sent: boolean | null;
  /** When. */
  readonly sentOn: ReferralTime | null;
  /** Kind of receiver. */
  readonly receiverType: Code | null;
  /** Receiver. */
  readonly receiverName: string | null;
  /** Remark. */
  readonly note: string | null;
}

/** Whether there is an individual plan. */
export interface ReferralIndividualPlan {
  /** Source: IndividuellPlanForeligger. */
  readonly exists: boolean | null;
  /** Whether a coordinator is named. */
  readonly coordinator: boolean | null;
  /** Remark. */
  readonly note: string | null;
}

/** What a referral between the sectors carries of work. */
export interface ReferralCooperation {
  /** The goal for work. */
  readonly workGoal: string | null;
  /** What was tried. */
  readonly tried: string | null;
  /** What is asked. */
  readonly asked: string | null;
  /** Whether the person wishes ordinary work. */
  readonly ordinaryWorkWished: boolean | null;
  /** Function in work. */
  readonly functionAtWork: string | null;
  /** Capacity for work that remains. */
  readonly remainingCapacity: string | null;
  /** Reference to the legal ground for sharing. */
  readonly legalBasis: string | null;
}

/** Who a referral is about. */
export interface ReferralIdentity {
  /** The number that the referral is about. */
  readonly number: Identifier | null;
  /** Further numbers in the order sent. */
  readonly otherNumbers: ReadonlyArray<Identifier>;
  /** Name in parts; a name in one text is split at its comma. */
  readonly name: Name | null;
  /** Birth day as stated, only where no number says who it is. */
  readonly bornOn: Day | null;
  /** Sex as stated, only where no number says who it is. */
  readonly sex: Code | null;
  /** The number that the person register holds today; null when it was not asked or found nobody. */
  readonly currentNumber: Identifier | null;
}

/** The medical content of a referral. */
export interface ReferralMedical {
  /** Diagnoses, the first is the main one; may be none. */
  readonly diagnoses: ReadonlyArray<ReferralDiagnosis>;
  /** Reasons in words. */
  readonly reasons: ReadonlyArray<ReferralText>;
  /** Further words. */
  readonly comments: ReadonlyArray<ReferralText>;
  /** Clinical information. */
  readonly items: ReadonlyArray<ReferralItem>;
  /** Cautions. */
  readonly precautions: ReadonlyArray<ReferralPrecaution>;
  /** Sick leave. */
  readonly sickLeave: ReadonlyArray<ReferralSickLeave>;
  /** Package pathways. */
  readonly pathways: ReadonlyArray<ReferralPathway>;
  /** Assessment of an onward referral. */
  readonly assessment: ReferralAssessment | null;
  /** Review of medicines. */
  readonly medicineReview: ReferralMedicineReview | null;
  /** A child's care situation. */
  readonly careSituation: ReferralCareSituation | null;
  /** Documents beside the referral. */
  readonly attachments: ReadonlyArray<ReferralAttachment>;
}

/** A diagnosis. */
export interface ReferralDiagnosis {
  /** The code. */
  readonly concept: Code | null;
  /** What narrows it. */
  readonly modifiers: ReadonlyArray<ReferralModifier>;
}

/** What narrows a diagnosis. */
export interface ReferralModifier {
  /** What it says something of. */
  readonly name: Code | null;
  /** What it says. */
  readonly values: ReadonlyArray<Code>;
}

/** A text under a heading. */
export interface ReferralText {
  /** Heading, list 8231 as sent. */
  readonly heading: Code | null;
  /** Text. */
  readonly text: string | null;
  /** Coded content. */
  readonly codes: ReadonlyArray<Code>;
}

/** A piece of clinical information. */
export interface ReferralItem {
  /** Kind, list 8233. */
  readonly kind: Code | null;
  /** From. */
  readonly from: ReferralTime | null;
  /** To. */
  readonly to: ReferralTime | null;
  /** When it was recorded. */
  readonly recordedOn: ReferralTime | null;
  /** In words. */
  readonly observation: ReferralObservation | null;
  /** A medicine. */
  readonly medication: ReferralMedication | null;
  /** A result. */
  readonly result: ReferralResult | null;
}

/** Information in words. */
export interface ReferralObservation {
  /** Text. */
  readonly description: string | null;
  /** Remark. */
  readonly comment: string | null;
}

/** A medicine. */
export interface ReferralMedication {
  /** The medicine. */
  readonly drug: Code | null;
  /** Remark. */
  readonly comment: string | null;
  /** Status. */
  readonly status: Code | null;
  /** For how long. */
  readonly duration: ReferralQuantity | null;
  /** How much was supplied. */
  readonly supplied: ReferralQuantity | null;
  /** Dose. */
  readonly unitDose: ReferralQuantity | null;
  /** Dosage in words. */
  readonly dosage: string | null;
}

/** A number with its unit, as sent. */
export interface ReferralQuantity {
  /** The number as written. */
  readonly value: string | null;
  /** The unit as written. */
  readonly unit: string | null;
}

/** The result of an examination. */
export interface ReferralResult {
  /** Heading of a text. */
  readonly heading: Code | null;
  /** Text. */
  readonly text: string | null;
  /** Coded text. */
  readonly textCode: Code | null;
  /** Lower end. */
  readonly low: ReferralQuantity | null;
  /** Upper end. */
  readonly high: ReferralQuantity | null;
  /** A day as result. */
  readonly day: ReferralTime | null;
  /** How the number compares. */
  readonly comparator: Code | null;
  /** A number as result. */
  readonly number: ReferralQuantity | null;
  /** New or changed. */
  readonly kind: Code | null;
  /** When. */
  readonly examinedOn: ReferralTime | null;
  /** Remark. */
  readonly comment: string | null;
  /** Outside of the normal. */
  readonly deviation: Code | null;
  /** What was examined. */
  readonly examination: Code | null;
  /** What narrows it. */
  readonly specifications: ReadonlyArray<Code>;
}

/** A caution. */
export interface ReferralPrecaution {
  /** Text. */
  readonly text: string | null;
  /** From. */
  readonly from: ReferralTime | null;
  /** To. */
  readonly to: ReferralTime | null;
}

/** Sick leave as the referral tells it. */
export interface ReferralSickLeave {
  /** First day. */
  readonly from: Day | null;
  /** Last day. */
  readonly to: Day | null;
  /** Percent; only in the hub's own contract. */
  readonly grade: number | null;
  /** In words. */
  readonly text: string | null;
}

/** A package pathway. */
export interface ReferralPathway {
  /** Code. */
  readonly code: Code | null;
  /** Remark. */
  readonly note: string | null;
}

/** The assessment that an onward referral carries. */
export interface ReferralAssessment {
  /** Dates. */
  readonly dates: ReadonlyArray<ReferralAssessmentDate>;
  /** Source: FrittSykehusvalg. */
  readonly freeChoice: boolean | null;
  /** Why the waiting ended, list 8445. */
  readonly waitEnd: Code | null;
  /** Id of the course of care. */
  readonly courseId: string | null;
  /** Right to care. */
  readonly right: boolean | null;
  /** Outcome. */
  readonly outcome: Code | null;
}

/** A date of an onward referral. */
export interface ReferralAssessmentDate {
  /** Which. */
  readonly kind: Code | null;
  /** When. */
  readonly on: ReferralTime | null;
}

/** Review of medicines. */
export interface ReferralMedicineReview {
  /** Source: DatoLegemiddelgjennomgang. */
  readonly reviewedOn: ReferralTime | null;
  /** Source: DatoSamstemming. */
  readonly reconciledOn: ReferralTime | null;
  /** Remark. */
  readonly note: string | null;
}

/** A child's care situation. */
export interface ReferralCareSituation {
  /** In words. */
  readonly description: string | null;
  /** Kind of custody. */
  readonly custody: Code | null;
  /** Who has it. */
  readonly custodyOwner: string | null;
  /** Kind of situation. */
  readonly situation: Code | null;
  /** Native language. */
  readonly nativeLanguage: Code | null;
}

/** A document beside the referral; its content stays in the archive. */
export interface ReferralAttachment {
  /** Place among the message's documents, from 0. */
  readonly index: number;
  /** Source: Id. */
  readonly id: string | null;
  /** Source: MsgType. */
  readonly messageType: Code | null;
  /** Source: MimeType. */
  readonly mimeType: string | null;
  /** Source: Description. */
  readonly description: string | null;
  /** Source: Compression. */
  readonly compression: Code | null;
  /** As written. */
  readonly issuedText: string | null;
  /** Where it lies. */
  readonly reference: string | null;
  /** Number of elements in its content. */
  readonly contentElements: number;
  /** Bytes of its content, decoded. */
  readonly contentBytes: number;
  /** The appointment it belongs to. */
  readonly booking: ReferralBooking | null;
}

/** An appointment that a document belongs to. */
export interface ReferralBooking {
  /** Unit. */
  readonly name: string | null;
  /** Its id. */
  readonly id: string | null;
  /** Kind of id. */
  readonly idType: string | null;
  /** From. */
  readonly from: ReferralTime | null;
  /** To. */
  readonly to: ReferralTime | null;
  /** Resource. */
  readonly resource: string | null;
  /** Number. */
  readonly index: string | null;
  /** Service. */
  readonly service: Code | null;
  /** Unit below. */
  readonly unitName: string | null;
  /** Its id. */
  readonly unitId: string | null;
  /** Kind of id. */
  readonly unitIdType: string | null;
}

/** What the hub answers to a message that it could not take, and why. */
export interface Refusal {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first; whoever holds one of them sees this on the health side. */
  readonly senderAliases: ReadonlyArray<string>;
  /** The sender's own message id, as written. */
  readonly wireMsgId: string | null;
  /** Message head and receiving station; null where they could not be read. */
  readonly envelope: WireEnvelope | null;
  /** What was found where, in document order. */
  readonly findings: ReadonlyArray<Finding>;
  /** The receipt to write; null where no sender can be answered. */
  readonly receipt: ReceiptDue | null;
}

/** What health and welfare share about a certificate that is neither medical nor the employer's. */
export interface SickLeaveCase {
  /** The message head and what the receiving station added. */
  readonly envelope: WireEnvelope;
  /** Id of the certificate's document. */
  readonly documentId: string | null;
  /** What is said of the person beyond name and number. */
  readonly patient: PatientContact;
  /** Every number of the clinician in the order sent. */
  readonly clinicianNumbers: ReadonlyArray<Identifier>;
  /** Whoever signed; null when nothing says who. */
  readonly signer: Signer | null;
  /** Size of the position in percent. */
  readonly positionPercent: number | null;
  /** Outlook with an employer. */
  readonly employedOutlook: EmployedOutlook | null;
  /** Outlook without an employer. */
  readonly unemployedOutlook: UnemployedOutlook | null;
  /** Whether the outlook section is there at all. */
  readonly forecastGiven: boolean;
  /** What welfare is asked to do. */
  readonly helpAsked: HelpAsked | null;
  /** Measures asked of welfare. */
  readonly welfareMeasures: string | null;
  /** Other measures. */
  readonly otherMeasures: string | null;
  /** The clinician's word on plan and meeting. */
  readonly planDialogue: PlanDialogue | null;
  /** Why contact or certificate came late. */
  readonly lateContactReason: string | null;
  /** The sending system. */
  readonly sendingSystem: SendingSystem;
  /** Form version by the sender. */
  readonly ruleSetVersionAsSent: string | null;
  /** Barcode of the printed form. */
  readonly barcode: string | null;
  /** Periods that could not be placed in time. */
  readonly unreadablePeriods: ReadonlyArray<UnreadablePeriod>;
  /** Rules and pre-checks that fired. */
  readonly ruleHits: ReadonlyArray<RuleHit>;
  /** Trees of rules as they were walked. */
  readonly assessments: ReadonlyArray<RuleAssessment>;
  /** The registers' answers that the decision rests on. */
  readonly registryAnswers: RegistryAnswers;
  /** Findings that did not stop the message. */
  readonly warnings: ReadonlyArray<Warning>;
  /** HMAC over the business content, lower-case hex; equal for the same content under another message id. */
  readonly contentKey: string | null;
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first; whoever holds one of them sees this on the health side. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Earlier messages with the same content. */
  readonly related: ReadonlyArray<RelatedMessage>;
  /** The receipt that the decision calls for; null until it is decided. */
  readonly receipt: ReceiptDue | null;
  /** Where welfare filed the paper, for certificates on paper or from abroad. */
  readonly journalPostId: string | null;
  /** Address of a person with a certificate from abroad. */
  readonly abroad: AbroadInfo | null;
}

/** What sender says of the person beyond name and number. */
export interface PatientContact {
  /** Contact points in the certificate. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
  /** Name of the family doctor. */
  readonly familyDoctor: string | null;
  /** Welfare office. */
  readonly welfareOffice: string | null;
  /** Date of birth in the message head. */
  readonly bornOn: Day | null;
  /** Sex in the message head. */
  readonly sex: Code | null;
  /** Nationality in the message head. */
  readonly nationality: Code | null;
  /** Address in the message head. */
  readonly address: Address | null;
  /** Contact points in the message head. */
  readonly envelopeContactPoints: ReadonlyArray<ContactPoint>;
}

/** Whoever signed the certificate. */
export interface Signer {
  /** Numbers of the signer, national identity number first. */
  readonly numbers: ReadonlyArray<Identifier>;
  /** Name, where the message gives one. */
  readonly name: Name | null;
  /** Professional category, list 9060, by the personnel register, else as sent. */
  readonly category: Code | null;
}

/** Outlook for a person with an employer. */
export interface EmployedOutlook {
  /** Back in own work in time. */
  readonly ownWork: boolean | null;
  /** From when. */
  readonly fromDay: Day | null;
  /** In other work in time. */
  readonly otherWork: boolean | null;
  /** When this will be assessed. */
  readonly assessedOn: Day | null;
}

/** Outlook for a person without an employer. */
export interface UnemployedOutlook {
  /** Fit for work in time. */
  readonly fitInTime: boolean | null;
  /** From when. */
  readonly fromDay: Day | null;
  /** When this will be assessed. */
  readonly assessedOn: Day | null;
}

/** What welfare is asked to do. */
export interface HelpAsked {
  /** Help is needed at once. */
  readonly atOnce: boolean | null;
  /** Why. */
  readonly text: string | null;
}

/** The clinician's word on plan and meeting; old forms only. */
export interface PlanDialogue {
  /** Follow-up plan received. */
  readonly planReceived: boolean | null;
  /** Called to the first dialogue meeting. */
  readonly calledToMeeting: boolean | null;
  /** Took part in it. */
  readonly tookPart: boolean | null;
  /** Why not. */
  readonly reasonNotTakingPart: string | null;
}

/** The sending system. */
export interface SendingSystem {
  /** Name. */
  readonly name: string | null;
  /** Version. */
  readonly version: string | null;
}

/** A period without two readable days. */
export interface UnreadablePeriod {
  /** Place among the periods as sent, from 0. */
  readonly index: number;
  /** First day when readable. */
  readonly from: Day | null;
  /** Last day when readable. */
  readonly to: Day | null;
}

/** A rule or pre-check that fired. */
export interface RuleHit {
  /** Tree of rules, or the name of the pre-checks. */
  readonly tree: string;
  /** Name of the rule. */
  readonly rule: string;
  /** What the rule demands. */
  readonly outcome: RuleOutcome;
  /** Norwegian text for the sender; no personal value in it. */
  readonly textForSender: string;
  /** Norwegian text for the person. */
  readonly textForPerson: string;
}

/** Outcome of a rule or a tree of rules. */
export type RuleOutcome = "UNKNOWN" | "OK" | "MANUAL" | "INVALID";

/** One tree of rules as it was walked. */
export interface RuleAssessment {
  /** Tree of rules. */
  readonly tree: string;
  /** Outcome of the tree. */
  readonly outcome: RuleOutcome;
  /** Rules in the order asked. */
  readonly steps: ReadonlyArray<RuleStep>;
}

/** One rule asked and its answer. */
export interface RuleStep {
  /** Name of the rule. */
  readonly rule: string;
  /** Whether it fired. */
  readonly fired: boolean;
}

/** The registers' answers that the decision rests on; a replay uses these and asks nobody. */
export interface RegistryAnswers {
  /** When the registers were asked; null when they were not. */
  readonly askedAt: Instant | null;
  /** Whether the person register knows the number. */
  readonly personFound: RegistryAnswer;
  /** Date of birth by the person register. */
  readonly personBornOn: Day | null;
  /** Whether the personnel register knows the signer. */
  readonly signerFound: RegistryAnswer;
  /** Whether the personnel register knows the signer under any of the numbers that the person register has today. */
  readonly signerFoundToday: RegistryAnswer;
  /** Whether the person register knows the signer. */
  readonly signerIsPerson: RegistryAnswer;
  /** Whether the signer's right to certify was suspended on the day of signing. */
  readonly signerSuspended: RegistryAnswer;
  /** The clinician's national identity number by the personnel register. */
  readonly clinicianNumber: Identifier | null;
  /** The signer's approvals. */
  readonly approvals: ReadonlyArray<Approval>;
  /** Version of the diagnosis code lists. */
  readonly codeListVersion: string | null;
}

/** What a register answered; UNAVAILABLE when it gave none, UNKNOWN when it was not asked. */
export type RegistryAnswer = "UNKNOWN" | "YES" | "NO" | "UNAVAILABLE";

/** One approval of a professional in the personnel register. */
export interface Approval {
  /** Authorisation, list 7704. */
  readonly authorisation: RegisterCode | null;
  /** Professional category, list 9060. */
  readonly category: RegisterCode | null;
  /** Additional competences. */
  readonly competences: ReadonlyArray<AdditionalCompetence>;
}

/** A coded entry of the personnel register. */
export interface RegisterCode {
  /** Whether the entry is in force. */
  readonly active: boolean;
  /** Code system, OID. */
  readonly system: string | null;
  /** Code value. */
  readonly code: string | null;
}

/** An additional competence of a professional. */
export interface AdditionalCompetence {
  /** Which competence, list 7702. */
  readonly kind: RegisterCode | null;
  /** First day it holds. */
  readonly from: Day | null;
  /** Last day it holds; null when open. */
  readonly to: Day | null;
  /** Whether the register has given it an ended-status. */
  readonly ended: boolean;
}

/** A finding that did not stop the message: what and where, never a value. */
export interface Warning {
  /** Kind of finding, upper case with underscores. */
  readonly code: string;
  /** Element path as in the standard. */
  readonly path: string;
}

/** An earlier message with the same content. */
export interface RelatedMessage {
  /** The earlier message. */
  readonly archiveId: string;
  /** How they are related. */
  readonly relation: Relation;
}

/** How this certificate stands to an earlier one. */
export type Relation = "UNKNOWN" | "REPEAT_OF" | "DUPLICATE_OF" | "RESENT_AFTER_REJECTION";

/** What is said of the person's address in a certificate from abroad. */
export interface AbroadInfo {
  /** Whether the registered address is barracks or the like. */
  readonly barracksAddress: boolean;
  /** Whether the address is abroad. */
  readonly addressAbroad: boolean | null;
  /** Country in the record's metadata. */
  readonly metadataCountry: string | null;
}

/** The medical content of a certificate. */
export interface SickLeaveMedical {
  /** Main diagnosis as sent. */
  readonly mainDiagnosis: Code | null;
  /** Second diagnoses in the order sent. */
  readonly otherDiagnoses: ReadonlyArray<Code>;
  /** Other lawful reason for absence. */
  readonly otherAbsence: OtherAbsence | null;
  /** Related to pregnancy. */
  readonly pregnancy: boolean | null;
  /** May be an occupational injury. */
  readonly occupationalInjury: boolean | null;
  /** Day of the injury. */
  readonly occupationalInjuryOn: Day | null;
  /** Not to be shown to the person. */
  readonly shieldedFromPerson: boolean | null;
  /** Medical causes per period. */
  readonly medicalCauses: ReadonlyArray<MedicalCauses>;
  /** Questions and answers. */
  readonly answerGroups: ReadonlyArray<AnswerGroup>;
  /** Documents beside the certificate. */
  readonly attachments: ReadonlyArray<Attachment>;
  /** Diagnoses whose code and text do not say the same. */
  readonly mismatches: ReadonlyArray<DiagnosisMismatch>;
}

/** Why the person cannot work, one block of causes. */
export interface OtherAbsence {
  /** Causes as sent, list 8131; a code without value stays with all parts null. */
  readonly codes: ReadonlyArray<Code>;
  /** Description. */
  readonly text: string | null;
}

/** Medical causes of one period. */
export interface MedicalCauses {
  /** Place of the period among those sent, from 0. */
  readonly periodIndex: number;
  /** Causes as sent, list 8133; a code without value stays with all parts null. */
  readonly codes: ReadonlyArray<Code>;
  /** Description. */
  readonly text: string | null;
}

/** A group of questions; an id that comes twice stays twice. */
export interface AnswerGroup {
  /** Id of the group. */
  readonly groupId: string | null;
  /** Heading. */
  readonly groupText: string | null;
  /** Questions in the order sent. */
  readonly answers: ReadonlyArray<QuestionAnswer>;
}

/** One question and its answer. */
export interface QuestionAnswer {
  /** Id of the question. */
  readonly questionId: string | null;
  /** Wording. */
  readonly question: string | null;
  /** Answer. */
  readonly answer: string | null;
  /** Who may not read the answer, list 8134: A employer, P person, N welfare. */
  readonly restrictions: ReadonlyArray<Code>;
}

/** A document that came beside the certificate; its content stays in the archive. */
export interface Attachment {
  /** Place among the documents of the message, from 0. */
  readonly index: number;
  /** What the document is. */
  readonly kind: DocumentKind;
  /** Id of the document. */
  readonly id: string | null;
  /** How it belongs to the message; V is an attachment. */
  readonly connection: Code | null;
  /** Type of document. */
  readonly messageType: Code | null;
  /** MIME type as sent. */
  readonly mimeType: string | null;
  /** Description, often a file name. */
  readonly description: string | null;
  /** When the document was issued, as written. */
  readonly issuedText: string | null;
  /** Reference to a file outside the message. */
  readonly reference: string | null;
  /** Number of elements in Content; more than one breaks the practice of the field. */
  readonly contentElements: number;
  /** Size of the content in bytes: decoded where it is base64, else of its text. */
  readonly contentBytes: number;
}

/** ATTACHMENT by DocumentConnection V, SIGNATURE for application/jwt, else OTHER. */
export type DocumentKind = "UNKNOWN" | "ATTACHMENT" | "SIGNATURE" | "OTHER";

/** A diagnosis whose code and text do not say the same. */
export interface DiagnosisMismatch {
  /** 0 is the main diagnosis, n the n-th second diagnosis. */
  readonly diagnosis: number;
  /** Kind of finding, upper case with underscores. */
  readonly finding: string;
  /** Text of the code in the list it claims to be from. */
  readonly listedText: string | null;
}

/** What welfare tells about the use of a certificate and the employer may not read. */
export interface SickLeaveUse {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex. */
  readonly senderAliases: ReadonlyArray<string>;
  /** When it happened, UTC; null where the message does not say. */
  readonly at: Instant | null;
  /** The same exactly as written, with its offset and all decimals. */
  readonly atText: string | null;
  /** The system that told it. */
  readonly source: string | null;
  /** Work situation as the person gave it. */
  readonly workSituation: string | null;
  /** Answers that the employer may not read, in the order sent. */
  readonly answers: ReadonlyArray<StatusAnswer>;
  /** Whether only the answers changed. */
  readonly answersUpdated: boolean | null;
  /** What was odd, and where; never a value. */
  readonly findings: ReadonlyArray<Finding>;
}

/** A person's answer given with a status of a certificate. */
export interface StatusAnswer {
  /** Short name of the question as sent. */
  readonly name: string;
  /** Kind of answer as sent. */
  readonly kind: string | null;
  /** Wording. */
  readonly question: string | null;
  /** The answer as sent; one that is no plain text is its JSON text. */
  readonly answer: string;
}

/** What the employer may read of a sick-leave certificate, and nothing else. */
export interface SickLeaveWork {
  /** Periods with two readable days, in the order sent. */
  readonly periods: ReadonlyArray<SickLeavePeriod>;
  /** Start of the whole absence as stated. */
  readonly spellStart: Day | null;
  /** Employment. */
  readonly employment: Employment;
  /** Fit for work after the last period. */
  readonly fitAfterPeriod: boolean | null;
  /** Consideration needed at work. */
  readonly consideration: string | null;
  /** Measures at the workplace. */
  readonly workplaceMeasures: string | null;
  /** Message to the employer. */
  readonly messageToEmployer: string | null;
  /** First contact with the person about this absence. */
  readonly contactOn: Day | null;
  /** When the clinician saw the person: date and clock time exactly as written. */
  readonly treatedAt: string | null;
  /** The literal calendar day of the same. */
  readonly treatedOn: Day | null;
  /** The same clock time as if it were UTC; the offset is cut off, as welfare reads it. */
  readonly treatedClock: Instant | null;
  /** The Oslo calendar day on which the certificate was signed; null without a message head. */
  readonly signedOn: Day | null;
  /** The clinician as shown to the employer. */
  readonly clinician: ShownClinician;
  /** Country where a certificate from abroad was written, as sent; null for one from Norway. */
  readonly foreignCountry: string | null;
}

/** One period of the certificate, both days inclusive. */
export interface SickLeavePeriod {
  /** Place among the periods as sent, from 0; medical causes and unreadable periods refer to it. */
  readonly index: number;
  /** First day, literal calendar day. */
  readonly from: Day;
  /** Last day, literal calendar day. */
  readonly to: Day;
  /** Kind that counts: the first of full, graded, travel support, treatment days, awaiting; awaiting only with its text element. */
  readonly kind: PeriodKind;
  /** Every kind whose element is present, in that order, travel support only when true; more than one only in documents that break the schema. */
  readonly kindsAsSent: ReadonlyArray<PeriodKind>;
  /** Incapacity in percent. */
  readonly grade: number | null;
  /** Travel support beside a graded sick leave. */
  readonly gradedTravelSupport: boolean | null;
  /** Travel support instead of sick leave. */
  readonly travelSupport: boolean | null;
  /** Treatment days a week. */
  readonly treatmentDaysPerWeek: number | null;
  /** What the employer can do in an awaiting period; null when the element is missing, blank when it is empty. */
  readonly inputToEmployer: string | null;
  /** Causes at the workplace, readable by the employer. */
  readonly workplaceCauses: WorkplaceCauses | null;
}

/** Kind of incapacity; UNKNOWN where the certificate names none that is defined. */
export type PeriodKind = "UNKNOWN" | "FULL" | "GRADED" | "AWAITING" | "TREATMENT_DAYS" | "TRAVEL_SUPPORT";

/** Why the person cannot work, one block of causes. */
export interface WorkplaceCauses {
  /** Causes as sent, list 8132; a code without value stays with all parts null. */
  readonly codes: ReadonlyArray<Code>;
  /** Description. */
  readonly text: string | null;
}

/** The person's employment as stated. */
export interface Employment {
  /** How many employers; UNKNOWN where the code is not in list 8130. */
  readonly count: EmployerCount;
  /** The same as sent. */
  readonly countCode: Code | null;
  /** The employer this certificate is for. */
  readonly employerName: string | null;
  /** Occupation. */
  readonly occupation: string | null;
}

/** How many employers the person has, by list 8130. */
export type EmployerCount = "UNKNOWN" | "ONE" | "SEVERAL" | "NONE";

/** What the employer may read about the clinician. */
export interface ShownClinician {
  /** Name. */
  readonly name: Name | null;
  /** Number in the personnel register, as sent. */
  readonly hprNumber: string | null;
  /** Address. */
  readonly address: Address | null;
  /** Telephone and the like. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}
