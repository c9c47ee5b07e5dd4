import { fieldTable } from "../../nav-sick-leave/fields/nav-field.ts";

/** Where each leaf of an assessment goes. */
export const activityAssessmentFields = fieldTable(`
uuid -> decisionKey | content.case.sourceId
personIdent -> personNumber
createdAt -> content.case.madeAt
status -> content.case.outcome.code
isFinal -> content.final
beskrivelse -> content.case.text
arsaker[] -> content.case.reasons[]
stoppunktAt -> content.case.stopPoint
updatedBy -> content.case.decidedBy
sisteVurderingUuid -> content.case.assessmentId
sistVurdert -> content.case.assessedAt
frist -> content.case.answerBy
previousAktivitetskravUuid -> previousKey | content.case.previousSourceId
`);

/** Where each leaf of a notice goes. */
export const activityNoticeFields = fieldTable(`
varselUuid -> decisionKey | content.case.sourceId | content.case.notice.reference
createdAt -> content.case.madeAt
personIdent -> personNumber
aktivitetskravUuid -> previousKey | content.case.previousSourceId
vurderingUuid -> content.case.assessmentId
document[].type -> content.case.notice.document[].type
document[].title -> content.case.notice.document[].title
document[].texts[] -> content.case.notice.document[].texts[]
journalpostId -> content.case.notice.archiveReference
svarfrist -> content.case.answerBy
type -> content.case.outcome.code | content.case.notice.kind
`);

/** Where each leaf of a candidate record goes. */
export const meetingCandidateFields = fieldTable(`
uuid -> decisionKey | content.case.sourceId
createdAt -> content.case.madeAt
personIdentNumber -> personNumber
kandidat -> content.final | content.case.needed
arsak -> content.case.outcome.code
unntakArsak -> content.case.reasons[]
tilfelleStart -> content.case.spellStart
unntakVeilederident -> content.case.decidedBy
`);

/** Where each leaf of a decision on sick pay while seeking work goes. */
export const jobSeekingFields = fieldTable(`
uuid -> decisionKey | content.case.sourceId
personident -> personNumber
begrunnelse -> content.case.text
fom -> content.case.from
tom -> content.case.to
status -> content.final | content.case.outcome.code
statusAt -> content.case.assessedAt
statusBy -> content.case.decidedBy
`);
