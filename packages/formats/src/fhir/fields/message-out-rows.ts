/**
 * Where each leaf of a message between the sectors goes when it is printed as FHIR: into an element of a resource, an answer by
 * its question. One line a leaf. Source: HL7 FHIR R4; canonical model R31 to R37.
 */
export const messageOutRows = `
messageId -> Bundle.identifier.value
madeAt -> Bundle.timestamp | ServiceRequest.authoredOn
parent -> # NO_PLACE
conversation -> # NO_PLACE
sender.name -> Organization.name
sender.identifiers[].type -> Organization.identifier.system
sender.identifiers[].value -> Organization.identifier.value
sender.department.name -> Organization.name
sender.department.identifiers[].type -> Organization.identifier.system
sender.department.identifiers[].value -> Organization.identifier.value
sender.professional.given -> Practitioner.name.given
sender.professional.family -> Practitioner.name.family
sender.professional.identifiers[].type -> Practitioner.identifier.system
sender.professional.identifiers[].value -> Practitioner.identifier.value
receiver.name -> Organization.name
receiver.identifiers[].type -> Organization.identifier.system
receiver.identifiers[].value -> Organization.identifier.value
receiver.department.name -> Organization.name
receiver.department.identifiers[].type -> Organization.identifier.system
receiver.department.identifiers[].value -> Organization.identifier.value
receiver.professional.given -> Practitioner.name.given
receiver.professional.family -> Practitioner.name.family
receiver.professional.identifiers[].type -> Practitioner.identifier.system
receiver.professional.identifiers[].value -> Practitioner.identifier.value
person.numbers[].type -> Patient.identifier.system
person.numbers[].value -> Patient.identifier.value
person.given -> Patient.name.given
person.family -> Patient.name.family
person.bornOn -> Patient.birthDate
person.sex -> Patient.gender
REFERRAL.referral -> ServiceRequest.identifier.value
REFERRAL.lifecycle -> ServiceRequest.meta.tag.code
REFERRAL.programme -> ServiceRequest.category.coding.code
REFERRAL.urgency -> ServiceRequest.priority
REFERRAL.wantedOn -> ServiceRequest.occurrenceDateTime
REFERRAL.copies[].name -> Organization.name
REFERRAL.copies[].identifiers[].type -> Organization.identifier.system
REFERRAL.copies[].identifiers[].value -> Organization.identifier.value
REFERRAL.copies[].department.name -> Organization.name
REFERRAL.copies[].department.identifiers[].type -> Organization.identifier.system
REFERRAL.copies[].department.identifiers[].value -> Organization.identifier.value
REFERRAL.copies[].professional.given -> Practitioner.name.given
REFERRAL.copies[].professional.family -> Practitioner.name.family
REFERRAL.copies[].professional.identifiers[].type -> Practitioner.identifier.system
REFERRAL.copies[].professional.identifiers[].value -> Practitioner.identifier.value
REFERRAL.consent.status -> Consent.category.coding.code | Consent.policyRule.coding.code | Consent.provision.type | Consent.status
REFERRAL.consent.on -> Consent.dateTime
REFERRAL.consent.givenBy -> Consent.performer.display
REFERRAL.legalBasis -> Consent.policyRule.text | QuestionnaireResponse.item.legalBasis.answer.valueString
REFERRAL.work.goal -> QuestionnaireResponse.item.workGoal.answer.valueString
REFERRAL.work.tried -> QuestionnaireResponse.item.tried.answer.valueString
REFERRAL.work.asked -> ServiceRequest.code.text
REFERRAL.work.ordinaryWorkWished -> QuestionnaireResponse.item.ordinaryWorkWished.answer.valueBoolean
REFERRAL.work.functionAtWork -> QuestionnaireResponse.item.functionAtWork.answer.valueString
REFERRAL.work.remainingCapacity -> QuestionnaireResponse.item.remainingCapacity.answer.valueString
REFERRAL.medical.diagnoses[].system -> Condition.code.coding.system
REFERRAL.medical.diagnoses[].code -> Condition.code.coding.code
REFERRAL.medical.diagnoses[].text -> Condition.code.coding.display
REFERRAL.medical.text -> ServiceRequest.reasonCode.text
REFERRAL.medical.sickLeave[].from -> QuestionnaireResponse.item.sickLeave.item.from.answer.valueDate
REFERRAL.medical.sickLeave[].to -> QuestionnaireResponse.item.sickLeave.item.to.answer.valueDate
REFERRAL.medical.sickLeave[].grade -> QuestionnaireResponse.item.sickLeave.item.grade.answer.valueInteger
STATUS.referral -> Task.focus.identifier.value
STATUS.outcome -> Task.businessStatus.coding.code | Task.status
STATUS.declineClass -> Task.statusReason.coding.code
STATUS.decidedOn -> Task.lastModified
STATUS.appointmentOn -> Task.output.valueDateTime
STATUS.latestStart -> Task.output.valueDate
STATUS.place -> Task.output.valueString
STATUS.forwardedTo.name -> Organization.name
STATUS.forwardedTo.identifiers[].type -> Organization.identifier.system
STATUS.forwardedTo.identifiers[].value -> Organization.identifier.value
STATUS.forwardedTo.department.name -> Organization.name
STATUS.forwardedTo.department.identifiers[].type -> Organization.identifier.system
STATUS.forwardedTo.department.identifiers[].value -> Organization.identifier.value
STATUS.forwardedTo.professional.given -> Practitioner.name.given
STATUS.forwardedTo.professional.family -> Practitioner.name.family
STATUS.forwardedTo.professional.identifiers[].type -> Practitioner.identifier.system
STATUS.forwardedTo.professional.identifiers[].value -> Practitioner.identifier.value
STATUS.text -> Task.statusReason.text
CANCELLATION.referral -> Task.focus.identifier.value
CANCELLATION.reason -> Task.statusReason.text
EFFORT.referral -> Task.focus.identifier.value
EFFORT.sector -> Task.code.coding.code
EFFORT.effort -> Task.code.coding.code
EFFORT.from -> Task.executionPeriod.start
EFFORT.to -> Task.executionPeriod.end
EFFORT.closed -> Task.status
`;
