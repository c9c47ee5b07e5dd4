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
  /** Why, in the words of worker or employer who answers a meeting call; never a clinician's words. */
  readonly reason: string | null;
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

/** EI_fellesformat eiff/1 or eiff/2, MsgHead alone, or the certificate alone. */
export type WireFormat = "UNKNOWN" | "FELLESFORMAT_1" | "FELLESFORMAT_2" | "MSGHEAD" | "PAYLOAD";

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
