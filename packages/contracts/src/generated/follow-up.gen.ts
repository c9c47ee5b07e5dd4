// Generated from schemas/ by `npm run generate`; never edited.
import type { Day, Instant } from "@samvirke/kernel";
import type { Address, Code, ContactPoint, DialogueCase, DialogueMedical, Finding, Identifier, Name, Organisation, PersonIdentity, ReceiptDue, WireEnvelope } from "./shared.gen.ts";

/** A duty's last day passed. */
export interface DeadlineReached {
  /** The received message that led to this; null when a day that passed did. */
  readonly archiveId: string | null;
  /** The duty. */
  readonly dutyId: string;
  /** What is to be done. */
  readonly kind: DutyKind;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Revision of the spell that the duty follows from; null when it follows from another document. */
  readonly spellRevision: number | null;
  /** How the duty stands. */
  readonly state: DeadlineState;
  /** Whose duty it is, and when. */
  readonly case: DeadlineCase;
}

/** What is to be done. */
export type DutyKind =
  | "UNKNOWN"
  | "USE_CERTIFICATE"
  | "REVIEW"
  | "PLAN"
  | "DIALOGUE_MEETING_1"
  | "ACTIVITY"
  | "PREPARE_MEETING_2"
  | "DIALOGUE_MEETING_2"
  | "ANSWER_CALL"
  | "ANSWER_QUESTION"
  | "CONSENT"
  | "HELP_ASKED"
  | "ANSWER_REFERRAL"
  | "RECEIPT"
  | "END_OF_SICK_PAY";

/** How the duty stands. */
export type DeadlineState = "UNKNOWN" | "OPEN" | "MET_LATE" | "NOT_KNOWN";

/** Whose duty it is, and when. */
export interface DeadlineCase {
  /** Who is to act. */
  readonly holder: DutyHolder;
  /** Which party, where it is known. */
  readonly party: string | null;
  /** Last day to act, inclusive. */
  readonly dueDay: Day;
  /** Day from which the duty is open. */
  readonly since: Day;
  /** Day on which the hub found it; later than the day after the due day when facts came late. */
  readonly discoveredOn: Day;
  /** What opened the duty: spell, certificate, message, meeting or referral. */
  readonly causedBy: ReadonlyArray<string>;
  /** Where the deadline comes from. */
  readonly legalSource: string;
}

/** Who is to act. */
export type DutyHolder = "UNKNOWN" | "PERSON" | "EMPLOYER" | "WELFARE" | "CLINICIAN" | "RECEIVER" | "RECEIVER_SYSTEM";

/** The facts under a reached deadline changed; whoever was told of it is told of this. */
export interface DeadlineWithdrawn {
  /** The received message that led to this; null when a day that passed did. */
  readonly archiveId: string | null;
  /** The duty. */
  readonly dutyId: string;
  /** What changed. */
  readonly reason: WithdrawalReason;
}

/** What changed. */
export type WithdrawalReason = "UNKNOWN" | "SPELL_CHANGED" | "SOURCE_DELETED" | "MET_BEFORE" | "PERSON_DIED";

/** A participant answered the call to a dialogue meeting. */
export interface DialogueMeetingAnswered {
  /** The answer, derived by the hub from the archive id. */
  readonly answerId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same message (the sender's message id, the document's id), each an HMAC in lower-case hex; what refers to the message names one of them. */
  readonly aliases: ReadonlyArray<string>;
  /** The meeting; null where none was known when the answer was decided, and then the conversation leads to it. */
  readonly meetingId: string | null;
  /** The revision of the meeting that is answered, from 1; null where it is not known. */
  readonly meetingRevision: number | null;
  /** The conversation of the call, derived as in DialogueMessageSent; null where the answer came without one. */
  readonly conversationId: string | null;
  /** HMAC of the conversation reference as the sender wrote it; null where there is none. */
  readonly conversationAlias: string | null;
  /** The message that this one answers, where the hub knew it when it decided. */
  readonly parentId: string | null;
  /** HMAC of the reference to the message that this one answers, known or not; null where there is none. */
  readonly parentAlias: string | null;
  /** Who answers. */
  readonly by: MeetingAnswerBy;
  /** The answer; UNKNOWN for a code outside the list, which is kept in the case part. */
  readonly answer: MeetingAnswer;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** Parties and codes, and the reason of worker or employer. */
  readonly case: DialogueCase;
  /** The clinician's text; null for worker and employer. */
  readonly medical: DialogueMedical | null;
}

/** Who answers. */
export type MeetingAnswerBy = "UNKNOWN" | "WORKER" | "EMPLOYER" | "CLINICIAN";

/** The answer, list 8126. */
export type MeetingAnswer = "UNKNOWN" | "COMING" | "NEW_TIME" | "NOT_COMING";

/** Welfare called a dialogue meeting, or moved it: a new time or place is a new revision. */
export interface DialogueMeetingCalled {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The meeting, derived from welfare's id. */
  readonly meetingId: string;
  /** 1 for the call, then counting. */
  readonly revision: number;
  /** 2 or 3, the dialogue meeting of the law; null when it is not known. */
  readonly number: number | null;
  /** Whether the person takes part. */
  readonly worker: boolean;
  /** Whether the employer takes part. */
  readonly employer: boolean;
  /** Whether the clinician takes part. */
  readonly clinician: boolean;
  /** What the employer may read. */
  readonly work: MeetingCallWork;
  /** What health and welfare share. */
  readonly case: MeetingCallCase;
}

/** What the employer may read of a call. */
export interface MeetingCallWork {
  /** When the meeting is, UTC. */
  readonly at: Instant | null;
  /** Place or form, where it is stated; the status record has none. */
  readonly place: string | null;
  /** Organisation number of the employer. */
  readonly employer: string | null;
}

/** What health and welfare share of a call. */
export interface MeetingCallCase {
  /** Welfare's id of the meeting. */
  readonly sourceId: string;
  /** Status as sent. */
  readonly kind: string;
  /** When the status changed, UTC. */
  readonly changedAt: Instant | null;
  /** Welfare office. */
  readonly office: string | null;
  /** Case worker's ident. */
  readonly caseWorker: string | null;
  /** First day of the spell, the Oslo day of the instant sent. */
  readonly spellStart: Day | null;
}

/** A dialogue meeting was held, cancelled or closed; one that nobody called is recorded too. */
export interface DialogueMeetingEnded {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The meeting, derived from welfare's id. */
  readonly meetingId: string;
  /** How it ended. */
  readonly how: MeetingEnding;
  /** What health and welfare share. */
  readonly case: MeetingEndedCase;
}

/** How it ended. */
export type MeetingEnding = "UNKNOWN" | "HELD" | "CANCELLED" | "CLOSED";

/** What health and welfare share of the end. */
export interface MeetingEndedCase {
  /** Welfare's id of the meeting. */
  readonly sourceId: string;
  /** Status as sent. */
  readonly kind: string;
  /** When it ended, UTC. */
  readonly at: Instant | null;
  /** When the meeting was to be, UTC. */
  readonly meetingAt: Instant | null;
  /** Welfare office. */
  readonly office: string | null;
  /** Case worker's ident. */
  readonly caseWorker: string | null;
  /** Organisation number of the employer. */
  readonly employerNumber: string | null;
  /** First day of the spell, the Oslo day of the instant sent. */
  readonly spellStart: Day | null;
  /** Whether the person takes part. */
  readonly worker: boolean;
  /** Whether the employer takes part. */
  readonly employer: boolean;
  /** Whether the clinician takes part. */
  readonly clinician: boolean;
}

/** Health and welfare wrote to each other about a person: a question, a reminder, an answer, a note or a letter. */
export interface DialogueMessageSent {
  /** The message in its conversation, derived by the hub from the archive id. */
  readonly messageId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same message (the sender's message id, the document's id), each an HMAC in lower-case hex; what refers to the message names one of them. */
  readonly aliases: ReadonlyArray<string>;
  /** The conversation, derived from the reference that the message carries, else from the message's own id. */
  readonly conversationId: string;
  /** HMAC of the conversation reference as the sender wrote it; null where there is none. */
  readonly conversationAlias: string | null;
  /** The message that this one answers, where the hub knew it when it decided. */
  readonly parentId: string | null;
  /** HMAC of the reference to the message that this one answers, known or not; null where there is none. */
  readonly parentAlias: string | null;
  /** What the message is in its conversation. */
  readonly kind: DialogueKind;
  /** Which sector wrote it. */
  readonly fromSide: DialogueSide;
  /** Theme, where list and code are ones that the hub knows; the code as sent lies in the case part. */
  readonly theme: DialogueTheme | null;
  /** Whether it is about a sick leave; null where the theme does not say. */
  readonly aboutSickLeave: boolean | null;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What health and welfare share. */
  readonly case: DialogueCase;
  /** What the message says. */
  readonly medical: DialogueMedical;
}

/** What the message is in its conversation. */
export type DialogueKind =
  | "UNKNOWN"
  | "QUESTION"
  | "REMINDER"
  | "ANSWER"
  | "NOTE"
  | "MEETING_LETTER"
  | "PLAN_LETTER"
  | "RETURN";

/** Which sector speaks. */
export type DialogueSide = "UNKNOWN" | "HEALTH" | "WELFARE";

/** A code of a list that the hub knows. */
export interface DialogueTheme {
  /** Code system, an OID. */
  readonly system: string;
  /** Code value. */
  readonly code: string;
}

/** Something is being done for the person. */
export interface EffortRecorded {
  /** The effort; the same over its start, change and end. */
  readonly effortId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** When the sender made it, UTC. */
  readonly madeAt: Instant;
  /** Whose effort. */
  readonly sector: EffortSector;
  /** Number of what is known of it, from 1. */
  readonly revision: number;
  /** Whether it has ended. */
  readonly closed: boolean;
  /** What is being done, and by whom. */
  readonly case: EffortCase;
}

/** Whose effort. */
export type EffortSector = "UNKNOWN" | "HEALTH" | "WORK" | "JOINT";

/** What is being done, and by whom. */
export interface EffortCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex. */
  readonly senderAliases: ReadonlyArray<string>;
  /** What sort of effort. */
  readonly kind: EffortKind;
  /** First day. */
  readonly from: Day | null;
  /** Last day. */
  readonly to: Day | null;
  /** Who does it, outermost first. */
  readonly unit: ReadonlyArray<Organisation>;
  /** The referral it follows from. */
  readonly referralId: string | null;
  /** The follow-up plan it follows from. */
  readonly planId: string | null;
  /** How the hub knows. */
  readonly source: EffortSource;
}

/** What sort of effort. */
export type EffortKind = "UNKNOWN" | "TREATMENT" | "WAITING" | "PROGRAMME" | "ADAPTATION" | "MEASURE";

/** How the hub knows. */
export type EffortSource = "UNKNOWN" | "REFERRAL_STATUS" | "PROGRAMME_MESSAGE" | "PLAN";

/** Welfare decided on the activity requirement, on the need of a meeting, or on sick pay while seeking work. */
export interface FollowUpDecisionMade {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** What was decided on. */
  readonly subject: DecisionSubject;
  /** The decision, derived from welfare's id. */
  readonly decisionId: string;
  /** The decision that this one corrects or follows, derived from welfare's id. */
  readonly previousId: string | null;
  /** Whether nothing more is to be decided. */
  readonly final: boolean;
  /** The decision in full. */
  readonly case: DecisionCase;
}

/** What was decided on. */
export type DecisionSubject = "UNKNOWN" | "ACTIVITY_REQUIREMENT" | "MEETING_NEED" | "JOB_SEEKING_PERIOD";

/** The decision in full. */
export interface DecisionCase {
  /** Welfare's id of the decision. */
  readonly sourceId: string;
  /** Welfare's id of the previous one. */
  readonly previousSourceId: string | null;
  /** Outcome code as sent. */
  readonly outcome: Code;
  /** Whether a meeting is needed. */
  readonly needed: boolean | null;
  /** Reason codes as sent. */
  readonly reasons: ReadonlyArray<string>;
  /** Welfare's own words. */
  readonly text: string | null;
  /** When the record was made. */
  readonly madeAt: Instant | null;
  /** When it was last assessed. */
  readonly assessedAt: Instant | null;
  /** Last assessment. */
  readonly assessmentId: string | null;
  /** Day that it is due. */
  readonly stopPoint: Day | null;
  /** Last day to answer. */
  readonly answerBy: Day | null;
  /** First day of the spell. */
  readonly spellStart: Day | null;
  /** First day of the period decided on. */
  readonly from: Day | null;
  /** Last day, inclusive. */
  readonly to: Day | null;
  /** Ident of who decided. */
  readonly decidedBy: string | null;
  /** Advance notice, where this tells of one. */
  readonly notice: DecisionNotice | null;
}

/** Advance notice to the person. */
export interface DecisionNotice {
  /** Id of the notice. */
  readonly reference: string;
  /** Welfare's archive reference. */
  readonly archiveReference: string | null;
  /** Kind of notice as sent. */
  readonly kind: string | null;
  /** The notice as sent. */
  readonly document: ReadonlyArray<NoticePart>;
}

/** One part of the notice's text. */
export interface NoticePart {
  /** Kind of part as sent. */
  readonly type: string;
  /** Heading. */
  readonly title: string | null;
  /** Paragraphs. */
  readonly texts: ReadonlyArray<string>;
}

/** An employer shared a follow-up plan, or welfare told that there is one. */
export interface FollowUpPlanShared {
  /** The plan, derived by the hub from the archive id. */
  readonly planId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same plan, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Which of the employer's plans for this person, from 1, in the order they came. */
  readonly revision: number;
  /** In which format it came. */
  readonly format: PlanFormat;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the plan. */
  readonly warnings: number;
  /** Whether the employer shared it with welfare; a flag that is not there is a no. */
  readonly toWelfare: boolean;
  /** Whether the employer shared it with the general practitioner; a flag that is not there is a no. */
  readonly toClinician: boolean;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What the employer wrote about work. */
  readonly work: PlanWork;
  /** What else is shared. */
  readonly case: PlanCase;
  /** Free text about health; null when there is none. */
  readonly medical: PlanMedical | null;
}

/** PORTAL_n is edition n of the portal's service 2913; NOTICE tells only that a plan exists. */
export type PlanFormat = "UNKNOWN" | "REST" | "PORTAL_2" | "PORTAL_3" | "PORTAL_4" | "FORM_2016" | "NOTICE";

/** What the employer wrote about work and may read again. */
export interface PlanWork {
  /** The employer. */
  readonly employer: PlanEmployer;
  /** Contacts, the line manager first. */
  readonly contacts: ReadonlyArray<PlanContact>;
  /** Position and department. */
  readonly position: string | null;
  /** First day of absence, literal calendar day. */
  readonly firstAbsenceDay: Day | null;
  /** Day of the certificate, literal calendar day. */
  readonly certificateDay: Day | null;
  /** Grade on that day, in the employer's words. */
  readonly certificateGrade: string | null;
  /** Ordinary tasks. */
  readonly ordinaryTasks: string | null;
  /** Tasks still possible. */
  readonly possibleTasks: string | null;
  /** Tasks not possible. */
  readonly impossibleTasks: string | null;
  /** Adaptation so far. */
  readonly earlierAdaptation: string | null;
  /** Planned adaptation. */
  readonly plannedAdaptation: string | null;
  /** Other options for adaptation. */
  readonly otherOptions: string | null;
  /** How it is followed up. */
  readonly followUp: string | null;
  /** Day of evaluation. */
  readonly evaluationDay: Day | null;
  /** Whether the employee took part in making the plan. */
  readonly employeeTookPart: boolean | null;
  /** Why not. */
  readonly whyNotTakingPart: string | null;
  /** Measures in the order sent. */
  readonly measures: ReadonlyArray<PlanMeasure>;
}

/** The employer that made the plan. */
export interface PlanEmployer {
  /** Organisation number as sent, or the authenticated employer's. */
  readonly number: string | null;
  /** Name. */
  readonly name: string | null;
  /** Whether the employer has an agreement on inclusive working life. */
  readonly isInclusive: boolean | null;
  /** Whether the employer has an occupational health service. */
  readonly hasOccupationalHealth: boolean | null;
}

/** Someone at the employer to talk to. */
export interface PlanContact {
  /** In which role. */
  readonly role: PlanContactRole;
  /** Name in parts. */
  readonly name: Name | null;
  /** Name as one text. */
  readonly fullName: string | null;
  /** Telephone number as sent. */
  readonly phone: string | null;
  /** Mail address as sent. */
  readonly email: string | null;
}

/** LEADER is the line manager, CONTACT whoever the REST form names. */
export type PlanContactRole = "UNKNOWN" | "LEADER" | "OTHER" | "CONTACT";

/** A measure of the plan. */
export interface PlanMeasure {
  /** Place among the measures, from 0. */
  readonly index: number;
  /** Goal. */
  readonly goal: string | null;
  /** Description. */
  readonly text: string | null;
  /** First day, inclusive, literal calendar day. */
  readonly from: Day | null;
  /** Last day, inclusive, literal calendar day. */
  readonly to: Day | null;
  /** Sick-leave grade in the period, in the employer's words. */
  readonly grade: string | null;
  /** Ordinary tasks that are not possible. */
  readonly impossibleTasks: string | null;
  /** Whether a signed paper copy exists. */
  readonly signedCopyExists: boolean | null;
  /** Day of signature, literal calendar day. */
  readonly signedOn: Day | null;
  /** Whether new measures are needed. */
  readonly newMeasuresNeeded: boolean | null;
}

/** What the employer shares with welfare and clinician beyond the work itself, and how the plan came. */
export interface PlanCase {
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Whether help from welfare is wanted. */
  readonly helpWanted: boolean | null;
  /** What help. */
  readonly helpText: string | null;
  /** Help wanted per measure, in the order of the form. */
  readonly measureHelp: ReadonlyArray<PlanMeasureHelp>;
  /** Message to the clinician. */
  readonly messageToClinician: string | null;
  /** What the clinician is asked to clarify. */
  readonly clarifications: ReadonlyArray<PlanClarification>;
  /** Telephone number of the person. */
  readonly personPhone: string | null;
  /** Sending system. */
  readonly systemName: string | null;
  /** Its version. */
  readonly systemVersion: string | null;
  /** Its mail address. */
  readonly systemEmail: string | null;
  /** Day of the change, literal calendar day. */
  readonly changedOn: Day | null;
  /** Archive reference of the portal. */
  readonly portalReference: string | null;
  /** When the portal archived it, as written. */
  readonly portalTime: string | null;
  /** Organisation that reported through the portal. */
  readonly portalReporter: string | null;
  /** Service code and edition, joined by a stroke. */
  readonly portalService: string | null;
  /** What the registers answered. */
  readonly registryAnswers: PlanRegistryAnswers;
  /** What was odd but did not stop the plan. */
  readonly warnings: ReadonlyArray<Finding>;
}

/** Help wanted for one measure. */
export interface PlanMeasureHelp {
  /** Place of the measure, from 0. */
  readonly index: number;
  /** What kind of help. */
  readonly kind: PlanHelpKind;
  /** Yes or no as sent. */
  readonly wanted: boolean | null;
  /** In words. */
  readonly text: string | null;
}

/** What kind of help; OCCUPATIONAL_HEALTH is not welfare's. */
export type PlanHelpKind =
  | "UNKNOWN"
  | "ADVICE"
  | "MEETING"
  | "WORK_MEASURES"
  | "WORKPLACE_AIDS"
  | "OCCUPATIONAL_HEALTH"
  | "OTHER";

/** What the clinician is asked to clarify about one measure. */
export interface PlanClarification {
  /** Place of the measure, from 0. */
  readonly index: number;
  /** In words. */
  readonly text: string;
}

/** The registers' answers that the decision rests on. */
export interface PlanRegistryAnswers {
  /** When they were asked, UTC; null when nobody was asked. */
  readonly askedAt: Instant | null;
  /** Whether the person is employed by the employer. */
  readonly activeEmployment: PlanAnswer;
  /** Whether an active certificate has been sent to the employer. */
  readonly sentCertificate: PlanAnswer;
}

/** A register's answer. */
export type PlanAnswer = "UNKNOWN" | "YES" | "NO";

/** Free text in which employers write about health; never shown to another employer. */
export interface PlanMedical {
  /** Other information. */
  readonly additionalInformation: string | null;
  /** Free text per measure that has some. */
  readonly measureNotes: ReadonlyArray<PlanMeasureNotes>;
}

/** Free text about one measure. */
export interface PlanMeasureNotes {
  /** Place of the measure, from 0. */
  readonly index: number;
  /** Conversations with the employee. */
  readonly conversationLog: string | null;
  /** Why adaptation is not possible. */
  readonly adaptationNotPossible: string | null;
  /** How the measure worked. */
  readonly assessment: string | null;
}

/** The continuous absence as it is known now; replaces the former determination of the same spell. */
export interface SpellDetermined {
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** The spell; it keeps its id while its days overlap. */
  readonly spellId: string;
  /** 1 for the first determination, then counting. */
  readonly revision: number;
  /** Whose determination it is. */
  readonly source: SpellSource;
  /** Whether there is a spell. */
  readonly outcome: SpellOutcome;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** What the employer may read. */
  readonly work: SpellWork;
  /** The determination in full. */
  readonly case: SpellCase;
}

/** Whose determination it is. */
export type SpellSource = "UNKNOWN" | "HUB" | "WELFARE";

/** Whether there is a spell. */
export type SpellOutcome = "UNKNOWN" | "STANDS" | "NONE";

/** What the employer may read of a spell. */
export interface SpellWork {
  /** First day of absence; null when there is no spell. */
  readonly start: Day | null;
}

/** The determination in full. */
export interface SpellCase {
  /** Last day of absence, inclusive; null when there is no spell. */
  readonly end: Day | null;
  /** Days of absence, holidays within included; null when welfare does not state it. */
  readonly days: number | null;
  /** Each employer, by organisation number. */
  readonly employers: ReadonlyArray<SpellEmployer>;
  /** Intervals wholly away from every employer. */
  readonly whollyAway: ReadonlyArray<WhollyAway>;
  /** Partly at work at the end. */
  readonly gradedAtEnd: boolean | null;
  /** With an employer at the end. */
  readonly employedAtEnd: boolean | null;
  /** Repeated absence by policy. */
  readonly repeatedAbsence: boolean | null;
  /** Day of death as welfare states it. */
  readonly diedOn: Day | null;
  /** When welfare determined it; null for the hub's own. */
  readonly determinedAt: Instant | null;
  /** Welfare's id of its determination. */
  readonly sourceId: string | null;
  /** Piece that led welfare to it. */
  readonly referenceBitId: string | null;
  /** When that happened. */
  readonly referenceBitAt: Instant | null;
  /** Ids of the certificates and pieces that the days come from, sorted. */
  readonly inputs: ReadonlyArray<string>;
  /** Pieces first told with this determination. */
  readonly bits: ReadonlyArray<SpellBit>;
}

/** One employer's part of a spell. */
export interface SpellEmployer {
  /** Organisation number. */
  readonly employer: string;
  /** First day of absence there; null when welfare does not state it. */
  readonly from: Day | null;
  /** Last day of absence there, inclusive. */
  readonly to: Day | null;
  /** Days of absence there. */
  readonly days: number | null;
}

/** Days in a row without any work. */
export interface WhollyAway {
  /** First day, inclusive. */
  readonly from: Day;
  /** Last day, inclusive. */
  readonly to: Day;
}

/** One piece of a spell as welfare tells it. */
export interface SpellBit {
  /** Welfare's id of the piece. */
  readonly id: string;
  /** Organisation number; null without an employer. */
  readonly employer: string | null;
  /** When it was made. */
  readonly createdAt: Instant;
  /** When it happened; the later one counts. */
  readonly happenedAt: Instant;
  /** What it says, as sent. */
  readonly tags: ReadonlyArray<string>;
  /** Certificate or application that it comes from. */
  readonly resourceId: string;
  /** HMAC of the resource's id, by which a certificate that the hub knows is found; null where it was not made. */
  readonly resourceKey: string | null;
  /** First day, inclusive. */
  readonly from: Day;
  /** Last day, inclusive. */
  readonly to: Day;
  /** Application that is replaced. */
  readonly corrects: string | null;
}

/** A clinician assessed the person's work ability in a medical statement, and the hub's rules let it stand. */
export interface WorkAbilityAssessed {
  /** The statement, derived by the hub from the archive id. */
  readonly statementId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same statement, each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** What the statement is for, in the order sent. */
  readonly occasions: ReadonlyArray<StatementOccasion>;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What health and welfare share. */
  readonly case: StatementCase;
  /** The medical content. */
  readonly medical: StatementMedical;
}

/** What a statement is for, codes 1 to 4. */
export type StatementOccasion =
  | "UNKNOWN"
  | "LONG_SICK_LEAVE"
  | "REHABILITATION_BENEFIT"
  | "VOCATIONAL_REHABILITATION"
  | "DISABILITY_PENSION";

/** What health and welfare share of a statement: everything needed to plan work. */
export interface StatementCase {
  /** The message head and what the receiving station added. */
  readonly envelope: WireEnvelope;
  /** The authenticated sender, as the party file names it. */
  readonly sender: string;
  /** HMACs of the sender's identifiers, lower-case hex, the authenticated sender's own first. */
  readonly senderAliases: ReadonlyArray<string>;
  /** Id of the statement's document. */
  readonly documentId: string | null;
  /** Numbers of whoever signed, national identity number first. */
  readonly signerNumbers: ReadonlyArray<Identifier>;
  /** Welfare office. */
  readonly welfareOffice: string | null;
  /** Addresses of the person. */
  readonly personAddresses: ReadonlyArray<StatementAddress>;
  /** Where the person works. */
  readonly employment: StatementEmployment;
  /** What the person does, in the order sent. */
  readonly workSituations: ReadonlyArray<WorkSituation>;
  /** What the work demands. */
  readonly workDemands: string | null;
  /** What the person cannot do in the present work. */
  readonly cannotDo: string | null;
  /** What to consider in other work. */
  readonly considerationInOtherWork: string | null;
  /** Whether the person can resume the present work. */
  readonly canResumeWork: boolean | null;
  /** When. */
  readonly resumeWorkWhen: ResumeWhen | null;
  /** Whether the person can take other work. */
  readonly canTakeOtherWork: boolean | null;
  /** When. */
  readonly takeOtherWorkWhen: ResumeWhen | null;
  /** Whether work ability is expected to improve. */
  readonly workAbilityWillImprove: boolean | null;
  /** How long work ability will be reduced, in words. */
  readonly reducedWorkAbilityDuration: string | null;
  /** Whether measures are relevant. */
  readonly measuresRelevant: boolean | null;
  /** Measures proposed, in the order sent. */
  readonly measures: ReadonlyArray<ProposedMeasure>;
  /** More about the measures. */
  readonly measuresDetails: string | null;
  /** Limits to the measures. */
  readonly measuresLimits: string | null;
  /** Why no measure is relevant. */
  readonly reasonWithoutMeasures: string | null;
  /** Whom welfare is asked to contact, in the order sent. */
  readonly contacts: ReadonlyArray<ContactWish>;
  /** Whether the clinician wants a copy of the decision. */
  readonly wantsCopy: boolean | null;
  /** Codes of this part outside their lists. */
  readonly unlistedCodes: ReadonlyArray<UnlistedCaseCode>;
  /** What the registers answered. */
  readonly registryAnswers: StatementRegistryAnswers;
  /** What was odd but did not stop the message. */
  readonly warnings: ReadonlyArray<Finding>;
  /** HMAC over the business content, lower-case hex. */
  readonly contentKey: string | null;
  /** The receipt to write. */
  readonly receipt: ReceiptDue | null;
}

/** An address of the statement with what stands beside it. */
export interface StatementAddress {
  /** Kind of address as sent. */
  readonly kind: Code | null;
  /** Postal addresses in the order sent; the country is a text. */
  readonly postal: ReadonlyArray<Address>;
  /** Telephone numbers in the order sent. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
}

/** Where the person works. */
export interface StatementEmployment {
  /** Whether the person has several employments. */
  readonly several: SeveralEmployments;
  /** Occupation in words. */
  readonly occupation: string | null;
  /** Code of the occupation as sent. */
  readonly occupationCode: string | null;
  /** Whether this is the main employment. */
  readonly isPrimary: boolean | null;
  /** Name of the employer. */
  readonly employerName: string | null;
  /** Organisation number of the employer as sent. */
  readonly employerNumber: string | null;
  /** Address of the employer. */
  readonly employerAddress: StatementAddress | null;
}

/** Whether there are several employments. */
export type SeveralEmployments = "UNKNOWN" | "YES" | "NO" | "UNSURE";

/** What the person does. */
export interface WorkSituation {
  /** Kind. */
  readonly kind: WorkSituationKind;
  /** In words. */
  readonly other: string | null;
}

/** What the person does. */
export type WorkSituationKind = "UNKNOWN" | "PAID_WORK" | "HOMEMAKER" | "STUDENT" | "OTHER";

/** NOW, or AFTER treatment. */
export type ResumeWhen = "UNKNOWN" | "NOW" | "AFTER";

/** A measure that the clinician proposes. */
export interface ProposedMeasure {
  /** Kind. */
  readonly kind: ProposedMeasureKind;
  /** In words. */
  readonly text: string | null;
}

/** Kind of measure, codes 1 to 7. */
export type ProposedMeasureKind =
  | "UNKNOWN"
  | "HEALTH_SERVICES"
  | "TRAVEL_SUPPORT"
  | "ACTIVE_SICK_LEAVE"
  | "WORKPLACE_AIDS"
  | "VOCATIONAL_REHABILITATION"
  | "JOB_SEEKING"
  | "OTHER";

/** Whom welfare is asked to contact. */
export interface ContactWish {
  /** Whom. */
  readonly kind: ContactWishKind;
  /** In words. */
  readonly other: string | null;
}

/** Whom, codes 1 to 5. */
export type ContactWishKind = "UNKNOWN" | "CLINICIAN" | "EMPLOYER" | "EMPLOYMENT_OFFICE" | "SUPPORT_GROUP" | "OTHER";

/** A code outside its list, kept as sent. */
export interface UnlistedCaseCode {
  /** Where it stands in the statement. */
  readonly path: string;
  /** The code as sent. */
  readonly code: string;
}

/** The registers' answers that the decision rests on. */
export interface StatementRegistryAnswers {
  /** When they were asked, UTC; null when nobody was asked. */
  readonly askedAt: Instant | null;
  /** Whether the person register knows the person. */
  readonly personFound: StatementAnswer;
  /** Date of birth by the person register. */
  readonly personBornOn: Day | null;
  /** Whether the personnel register knows the signer. */
  readonly signerFound: StatementAnswer;
  /** Whether the signer has a valid authorisation and a category that may write statements. */
  readonly signerAuthorised: StatementAnswer;
  /** Whether the signer is suspended. */
  readonly signerSuspended: StatementAnswer;
}

/** A register's answer. */
export type StatementAnswer = "UNKNOWN" | "YES" | "NO";

/** The medical content of a statement. */
export interface StatementMedical {
  /** Code of the diagnosis system as sent, 1 to 5. */
  readonly diagnosisSystem: string | null;
  /** Diagnoses in the order sent. */
  readonly diagnoses: ReadonlyArray<StatementDiagnosis>;
  /** First day of incapacity in this spell, literal calendar day. */
  readonly unfitFrom: Day | null;
  /** Symptoms, history and treatment. */
  readonly history: string | null;
  /** Status at present. */
  readonly status: string | null;
  /** Whether welfare should consider an occupational injury. */
  readonly assessOccupationalInjury: boolean | null;
  /** Day of the injury, literal calendar day. */
  readonly injuredOn: Day | null;
  /** How function is reduced. */
  readonly function: string | null;
  /** What the reduced function means for work ability. */
  readonly functionWeight: string | null;
  /** How long the illness will last, in words. */
  readonly illnessDuration: string | null;
  /** How long function will be reduced, in words. */
  readonly functionLossDuration: string | null;
  /** Examination that the person is referred to. */
  readonly examination: StatementReferral | null;
  /** Treatment that the person is referred to. */
  readonly treatment: StatementReferral | null;
  /** Plan for examination. */
  readonly examinationPlan: string | null;
  /** Plan for treatment. */
  readonly treatmentPlan: string | null;
  /** New assessment of an earlier plan. */
  readonly earlierPlanAssessment: string | null;
  /** When to ask for new medical information, in words. */
  readonly newInformationWhen: string | null;
  /** Why no further treatment is planned. */
  readonly noFurtherTreatment: string | null;
  /** Other information. */
  readonly otherInformation: string | null;
  /** Whether something is to be kept from the person. */
  readonly withheldFromPerson: boolean | null;
  /** What is to be kept from the person. */
  readonly withheldContent: string | null;
  /** Documents beside the statement. */
  readonly attachments: ReadonlyArray<StatementAttachment>;
  /** Codes of this part outside their lists. */
  readonly unlistedCodes: ReadonlyArray<UnlistedMedicalCode>;
}

/** A diagnosis. */
export interface StatementDiagnosis {
  /** Sort order as sent, the lowest is the main one. */
  readonly order: number | null;
  /** Code and text; the system's OID where the list names one edition. */
  readonly code: Code;
}

/** Somewhere the person is referred to. */
export interface StatementReferral {
  /** What and where, in words. */
  readonly text: string | null;
  /** Day of the referral, literal calendar day. */
  readonly referredOn: Day | null;
  /** Expected wait in weeks. */
  readonly waitingWeeks: number | null;
}

/** A document that came beside the statement; its content stays in the archive. */
export interface StatementAttachment {
  /** Place among the documents of the message, from 0. */
  readonly index: number;
  /** What the document is. */
  readonly kind: StatementDocumentKind;
  /** Id of the document. */
  readonly id: string | null;
  /** Relation to the statement as sent. */
  readonly connection: Code | null;
  /** Kind of document as sent. */
  readonly messageType: Code | null;
  /** Media type as sent. */
  readonly mimeType: string | null;
  /** Description. */
  readonly description: string | null;
  /** Date as sent. */
  readonly issuedText: string | null;
  /** Reference to content elsewhere. */
  readonly reference: string | null;
  /** Elements in the content. */
  readonly contentElements: number;
  /** Size of the content in bytes, decoded where it is base64. */
  readonly contentBytes: number;
}

/** What a document is. */
export type StatementDocumentKind = "UNKNOWN" | "ATTACHMENT" | "SIGNATURE" | "OTHER";

/** A code outside its list, kept as sent. */
export interface UnlistedMedicalCode {
  /** Where it stands in the statement. */
  readonly path: string;
  /** The code as sent. */
  readonly code: string;
}
