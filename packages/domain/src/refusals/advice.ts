/** Where in a message a check looks, and what its sender can do. */
export interface Advice {
  /** Element of the wire format; empty where the message as a whole is meant. */
  readonly path: string;
  /** English, for whoever builds the sending system. */
  readonly remedy: string;
}

/** What a sender can do about a check whose place stands with the check. */
export type Remedies = Readonly<Record<string, string>>;

/** Ends a remedy: what was refused stays refused. */
export const anew = "Then send it as a new message with a new message id.";

/** Remedies that do not depend on the kind of message. */
export const shared = {
  duplicate: "Nothing: the first one stands. Do not send the same content again under a new message id.",
  virus: `Remove the attachment or replace it by one that passes a virus scan. ${anew}`,
  testPerson: "Use test persons in test environments only, and send the real person's number in production.",
  signerUnknown: `Sign with the national identity number under which the clinician is registered. ${anew}`,
  signerIsPerson: `Let another clinician assess and sign; nobody may do it about themselves. ${anew}`,
  approval:
    "Nothing in the message helps: the clinician has no valid approval in the health-personnel register. Let one who has sign.",
  category:
    "Nothing in the message helps: the profession may not send this. Let a clinician of a listed profession sign.",
  suspended: "Nothing in the message helps: the clinician is suspended. Let another clinician sign.",
  messageIdReused:
    "Give every new message a new UUID. To send the same message again, send the same bytes: a repeat is recognised and harmless.",
  messageIdNotUuid: `Write a UUID in MsgId, as 36 characters with hyphens. ${anew}`,
  organisationNumber: `Write the sender's organisation number with nine digits and nothing else. ${anew}`,
  numberUnknown: `Check the national identity number against the person register. ${anew}`,
} as const;

const signerRemedies: Remedies = {
  BEHANDLER_IKKE_GYLDIG_I_HPR: shared.approval,
  BEHANDLER_SUSPENDERT: shared.suspended,
};

/** Of a dialogue message. */
export const dialogueRemedies: Remedies = {
  ...signerRemedies,
  MESSAGE_ID_REUSED: shared.messageIdReused,
  MSGID_IKKE_UUID: shared.messageIdNotUuid,
  PASIENT_UTILSTREKKELIG_IDENTIFISERT: `State a number, or name, birth date and sex. ${anew}`,
  DUPLICATE_DIALOGMELDING_CONTENT: shared.duplicate,
  PATIENT_NOT_FOUND: shared.numberUnknown,
  BEHANDLER_NOT_FOUND: shared.signerUnknown,
  TEST_FNR_IN_PROD: shared.testPerson,
  MELDINGSTEKST_MANGLER: `Write the message's text; an attachment does not replace it. ${anew}`,
  INVALID_KODEVERK: `Take theme and code list from the service that the message is sent under. ${anew}`,
  VIRUSSJEKK_FEILET: shared.virus,
  UGYLDIG_INNBYGGERIDENT_LENGDE: `Write a national identity number or D-number with eleven digits. ${anew}`,
  AVSENDER_FNR_ER_SAMME_SOM_INNBYGGER_FNR: shared.signerIsPerson,
  BEHANDLER_MANGLER_AUTORISASJON: shared.approval,
  BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS: shared.category,
};

/** Of a medical statement. */
export const statementRemedies: Remedies = {
  ...signerRemedies,
  MESSAGE_ID_REUSED: shared.messageIdReused,
  MSGID_IKKE_UUID: shared.messageIdNotUuid,
  PASIENT_UTILSTREKKELIG_IDENTIFISERT: `State both family name and national identity number of the person. ${anew}`,
  DUPLIKAT: shared.duplicate,
  PASIENT_FINNES_IKKE: shared.numberUnknown,
  SIGNERENDE_FINNES_IKKE: shared.signerUnknown,
  TESTNUMMER_I_PRODUKSJON: shared.testPerson,
  FRITEKST_FOR_LANG: `Keep each free text within 15,000 characters, or attach the longer one as a document. ${anew}`,
  VEDLEGG_FOR_STORT: `Keep each attachment within 300 MB. ${anew}`,
  VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK: shared.virus,
  PASIENT_YNGRE_ENN_13: `Check that the number is the right person's; a statement is about somebody of 13 or more. ${anew}`,
  UGYLDIG_ORGNR_LENGDE: shared.organisationNumber,
  AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR: shared.signerIsPerson,
  BEHANDLER_MANGLER_AUTORISASJON_I_HPR: shared.approval,
  BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS_I_HPR: shared.category,
};

/** Of a referral. */
export const referralRemedies = {
  MESSAGE_ID_NOT_UUID: shared.messageIdNotUuid,
  MESSAGE_ID_REUSED: shared.messageIdReused,
  PERSON_NOT_IDENTIFIED: `State a number, or name, birth date and sex; an emergency referral may go without. ${anew}`,
  PERSON_NOT_REGISTERED: shared.numberUnknown,
  RECEIVER_UNKNOWN: `Look the receiver's HER-id up in the address register. ${anew}`,
  NOT_THE_SENDER:
    "Let the unit that sent the referral change or cancel it, or agree with its receiver by dialogue message.",
  REFERRAL_CLOSED: "Write a new referral; a closed one takes no change.",
} as const satisfies Remedies;

/** Of a follow-up plan. */
export const planRemedies = {
  MESSAGE_ID_REUSED: shared.messageIdReused,
  PERSON_NOT_NAMED: "State the employee's national identity number.",
  PERSON_NOT_FOUND: "Check the employee's national identity number; it is not in the person register.",
  EMPLOYER_NOT_KNOWN:
    "Nothing in the plan helps: the sender has no organisation number. Have it put in the party file.",
  EMPLOYER_NOT_THE_SENDERS:
    "Send plans for employers that the sender speaks for only; state their organisation number.",
  NO_ACTIVE_EMPLOYMENT: "Send plans for own employees only; correct the employment register where it is wrong.",
  NO_ACTIVE_SENT_CERTIFICATE: "Wait until the employee has sent the employer a certificate that still runs.",
} as const satisfies Remedies;
