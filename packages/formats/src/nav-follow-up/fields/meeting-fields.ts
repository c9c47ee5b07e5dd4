import { fieldTable } from "../../nav-sick-leave/fields/nav-field.ts";

/** Where each leaf of a call goes. */
export const meetingCallFields = fieldTable(`
dialogmoteUuid -> meetingKey | content.call.case.sourceId
dialogmoteTidspunkt -> content.call.work.at
statusEndringType -> content.call.case.kind
statusEndringTidspunkt -> content.call.case.changedAt
personIdent -> personNumber
virksomhetsnummer -> content.call.work.employer
enhetNr -> content.call.case.office
navIdent -> content.call.case.caseWorker
tilfelleStartdato -> content.call.case.spellStart
arbeidstaker -> content.call.worker
arbeidsgiver -> content.call.employer
sykmelder -> content.call.clinician
`);

/** Where each leaf of an end goes. */
export const meetingEndFields = fieldTable(`
dialogmoteUuid -> meetingKey | content.end.case.sourceId
dialogmoteTidspunkt -> content.end.case.meetingAt
statusEndringType -> content.end.case.kind | content.end.how
statusEndringTidspunkt -> content.end.case.at
personIdent -> personNumber
virksomhetsnummer -> content.end.case.employerNumber
enhetNr -> content.end.case.office
navIdent -> content.end.case.caseWorker
tilfelleStartdato -> content.end.case.spellStart
arbeidstaker -> content.end.case.worker
arbeidsgiver -> content.end.case.employer
sykmelder -> content.end.case.clinician
`);

/** Where each leaf of an answer goes. */
export const meetingAnswerFields = fieldTable(`
ident.value -> personNumber
svarType -> answer | answerCode
senderType -> by
brevSentAt -> letterAt
svarReceivedAt -> answeredAt
svarTekst -> reason
`);
