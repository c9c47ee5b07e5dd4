/**
 * Where each leaf of a submitted certificate goes when it goes back to the EHR: into an answer, named by its question, and into
 * the text of the document. One line a leaf. Source: navikt/syk-inn, docs/fhir; canonical model R4.
 */
export const certificateBackRows = `
identity.number.value -> QuestionnaireResponse.subject.identifier.value | DocumentReference.subject.identifier.value | document
identity.number.type.system -> # SYSTEM_FOLLOWS
identity.number.type.code -> QuestionnaireResponse.subject.identifier.system | DocumentReference.subject.identifier.system
work.periods[].index -> document
work.periods[].from -> QuestionnaireResponse.aktivitet.aktivitet-fom.valueDate | DocumentReference.content[].attachment.title | document
work.periods[].to -> QuestionnaireResponse.aktivitet.aktivitet-tom.valueDate | DocumentReference.content[].attachment.title | document
work.periods[].kind -> QuestionnaireResponse.aktivitet.aktivitet-grad.valueInteger | QuestionnaireResponse.aktivitet.aktivitet-type.valueCoding.code | document
work.periods[].kindsAsSent[] -> # SAID_ELSEWHERE
work.periods[].workplaceCauses.codes[].code -> document
work.periods[].workplaceCauses.text -> document
work.periods[].grade -> QuestionnaireResponse.aktivitet.aktivitet-grad.valueInteger | document
work.periods[].gradedTravelSupport -> document
work.periods[].treatmentDaysPerWeek -> document
work.periods[].inputToEmployer -> document
work.periods[].travelSupport -> # SAID_ELSEWHERE
work.employment.count -> document
work.employment.countCode.code -> # SAID_ELSEWHERE
work.employment.employerName -> QuestionnaireResponse.arbeidsforhold.arbeidsforhold-arbeidsgivernavn.valueString | document
work.messageToEmployer -> document
work.contactOn -> document
work.treatedAt -> # SAID_ELSEWHERE
work.treatedOn -> # SAID_ELSEWHERE
work.treatedClock -> # SAID_ELSEWHERE
work.signedOn -> document
work.clinician.hprNumber -> QuestionnaireResponse.author.identifier.value | DocumentReference.author[].identifier.value | document
work.clinician.contactPoints[].address -> document
case.envelope.format -> # HUBS_OWN
case.envelope.messageType.code -> # HUBS_OWN
case.envelope.generatedAtText -> # HUBS_OWN
case.envelope.generatedAt -> # HUBS_OWN
case.envelope.messageId -> # HUBS_OWN
case.envelope.ack.code -> # HUBS_OWN
case.envelope.sender.organisations[].identifiers[].value -> document
case.envelope.sender.organisations[].identifiers[].type.system -> # SYSTEM_FOLLOWS
case.envelope.sender.organisations[].identifiers[].type.code -> document
case.envelope.sender.organisations[].contactPoints[].address -> # SAID_ELSEWHERE
case.clinicianNumbers[].value -> # SAID_ELSEWHERE
case.clinicianNumbers[].type.system -> # SYSTEM_FOLLOWS
case.clinicianNumbers[].type.code -> # SAID_ELSEWHERE
case.signer.numbers[].value -> # SAID_ELSEWHERE
case.signer.numbers[].type.system -> # SYSTEM_FOLLOWS
case.signer.numbers[].type.code -> # SAID_ELSEWHERE
case.forecastGiven -> # NOT_SUBMITTED
case.helpAsked.text -> document
case.lateContactReason -> document
case.sendingSystem.name -> document
case.sender -> # HUBS_OWN
case.registryAnswers.personFound -> # HUBS_OWN
case.registryAnswers.signerFound -> # HUBS_OWN
case.registryAnswers.signerFoundToday -> # HUBS_OWN
case.registryAnswers.signerIsPerson -> # HUBS_OWN
case.registryAnswers.signerSuspended -> # HUBS_OWN
medical.mainDiagnosis.system -> QuestionnaireResponse.hoveddiagnose.valueCoding.system | document
medical.mainDiagnosis.code -> QuestionnaireResponse.hoveddiagnose.valueCoding.code | document
medical.otherDiagnoses[].system -> QuestionnaireResponse.bidiagnose.valueCoding.system | document
medical.otherDiagnoses[].code -> QuestionnaireResponse.bidiagnose.valueCoding.code | document
medical.otherAbsence.codes[].code -> document
medical.pregnancy -> QuestionnaireResponse.svangerskapsrelatert.valueBoolean | document
medical.occupationalInjury -> QuestionnaireResponse.yrkesskade.yrkesskade-er-yrkesskade.valueBoolean | document
medical.occupationalInjuryOn -> QuestionnaireResponse.yrkesskade.yrkesskade-skadedato.valueDate | document
medical.shieldedFromPerson -> document
medical.answerGroups[].answers[].questionId -> # SAID_ELSEWHERE
medical.answerGroups[].answers[].question -> document
medical.answerGroups[].answers[].answer -> document
medical.answerGroups[].answers[].restrictions[].code -> # FIXED
`;
