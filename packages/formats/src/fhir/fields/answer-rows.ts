/** Answers to questions, and what became of a referral. One line a leaf. Source: HL7 FHIR R4; no-basis profiles. */
export const answerRows = `
QuestionnaireResponse.id -> # LINK
QuestionnaireResponse.questionnaire -> # KIND
QuestionnaireResponse.status -> # FIXED
QuestionnaireResponse.subject.reference -> # LINK
QuestionnaireResponse.authored -> # NOT_KEPT
QuestionnaireResponse.item.linkId -> # KIND
QuestionnaireResponse.item.answer.valueString -> case.cooperation.functionAtWork | case.cooperation.legalBasis | case.cooperation.remainingCapacity | case.cooperation.tried | case.cooperation.workGoal | medical.comments[].text
QuestionnaireResponse.item.answer.valueBoolean -> case.cooperation.ordinaryWorkWished
QuestionnaireResponse.item.item.linkId -> # KIND
QuestionnaireResponse.item.item.answer.valueDate -> medical.sickLeave[].from | medical.sickLeave[].to
QuestionnaireResponse.item.item.answer.valueInteger -> medical.sickLeave[].grade
QuestionnaireResponse.item.item.answer.valueString -> medical.sickLeave[].text
QuestionnaireResponse.item.text -> medical.comments[].heading.text
QuestionnaireResponse.item.answer.valueCoding.system -> # NOT_KEPT
QuestionnaireResponse.item.answer.valueCoding.code -> # NOT_KEPT
QuestionnaireResponse.item.answer.valueCoding.display -> medical.comments[].text
QuestionnaireResponse.item.answer.valueDate -> medical.comments[].text
QuestionnaireResponse.item.answer.valueInteger -> medical.comments[].text
Task.id -> # LINK
Task.intent -> # FIXED
Task.focus.type -> # LINK
Task.focus.identifier.system -> # LINK
Task.focus.identifier.value -> references[]
Task.for.reference -> # LINK
Task.authoredOn -> envelope.generatedAt | envelope.generatedAtText | status.at.day | status.at.text
Task.lastModified -> at.day | at.text | status.at.day | status.at.text
Task.requester.reference -> # LINK
Task.owner.reference -> # LINK
Task.status -> # KIND
Task.statusReason.coding.system -> # KIND
Task.statusReason.coding.code -> # KIND
Task.statusReason.text -> reason | status.text
Task.businessStatus.coding.system -> # KIND
Task.businessStatus.coding.code -> # KIND
Task.businessStatus.coding.display -> # NOT_KEPT
Task.note.text -> status.text
Task.output.type.coding.system -> # KIND
Task.output.type.coding.code -> # KIND
Task.output.valueDateTime -> status.appointmentAt.day | status.appointmentAt.text
Task.output.valueDate -> status.latestStart.day | status.latestStart.text
Task.output.valueString -> status.place
Task.output.valueReference.reference -> # LINK
Task.basedOn.reference -> # LINK
Task.for.identifier.system -> # KIND
Task.for.identifier.value -> identity.number.value
Task.requester.identifier.system -> # KIND
Task.requester.identifier.value -> party.identifiers[].value
Task.requester.display -> party.name
Task.owner.identifier.system -> # KIND
Task.owner.identifier.value -> party.identifiers[].value
Task.owner.display -> party.name
Task.code.coding.system -> # KIND
Task.code.coding.code -> # KIND
Task.executionPeriod.start -> from.day | from.text
Task.executionPeriod.end -> to.day | to.text
`;
