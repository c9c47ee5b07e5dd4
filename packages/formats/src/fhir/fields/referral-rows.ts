/** What a referral says. One line a leaf. Source: HL7 FHIR R4; no-basis profiles. */
export const referralRows = `
Bundle.identifier.system -> # LINK
Bundle.identifier.value -> case.envelope.messageId | envelope.messageId
Bundle.type -> # FIXED
Bundle.timestamp -> case.envelope.generatedAt | case.envelope.generatedAtText | envelope.generatedAt | envelope.generatedAtText
ServiceRequest.id -> # LINK
ServiceRequest.meta.tag.system -> # KIND
ServiceRequest.meta.tag.code -> case.lifecycle.code
ServiceRequest.meta.tag.display -> case.lifecycle.text
ServiceRequest.extension:copyTo.valueReference.reference -> # LINK
ServiceRequest.identifier.system -> # LINK
ServiceRequest.identifier.value -> case.referralIdAsSent
ServiceRequest.replaces.reference -> # LINK
ServiceRequest.status -> # KIND
ServiceRequest.intent -> # FIXED
ServiceRequest.category.coding.system -> # KIND
ServiceRequest.category.coding.code -> # KIND
ServiceRequest.category.coding.display -> case.request.category.text
ServiceRequest.category.text -> case.request.category.originalText
ServiceRequest.priority -> case.request.priority.code | case.urgency
ServiceRequest.code.coding.system -> case.request.serviceId.system
ServiceRequest.code.coding.code -> case.request.serviceId.code
ServiceRequest.code.coding.display -> case.request.serviceId.text
ServiceRequest.code.text -> case.cooperation.asked
ServiceRequest.subject.reference -> # LINK
ServiceRequest.occurrenceDateTime -> case.request.wantedOn.day | case.request.wantedOn.text
ServiceRequest.authoredOn -> case.issuedAt | case.issuedAtText
ServiceRequest.requester.reference -> # LINK
ServiceRequest.performerType.coding.system -> case.request.specialty.system
ServiceRequest.performerType.coding.code -> case.request.specialty.code
ServiceRequest.performerType.coding.display -> case.request.specialty.text
ServiceRequest.performerType.text -> case.request.specialty.originalText
ServiceRequest.performer.reference -> # LINK
ServiceRequest.reasonCode.text -> medical.diagnoses[].concept.originalText | medical.reasons[].text
ServiceRequest.reasonReference.reference -> # LINK
ServiceRequest.supportingInfo.reference -> # LINK
ServiceRequest.note.text -> medical.comments[].text
ServiceRequest.occurrencePeriod.start -> case.request.wantedOn.day | case.request.wantedOn.text
ServiceRequest.occurrencePeriod.end -> # NOT_KEPT
ServiceRequest.subject.display -> # NOT_KEPT
ServiceRequest.requester.identifier.system -> # KIND
ServiceRequest.requester.identifier.value -> party.identifiers[].value
ServiceRequest.requester.display -> party.name
ServiceRequest.performer.identifier.system -> # KIND
ServiceRequest.performer.identifier.value -> case.programme | party.identifiers[].value
ServiceRequest.performer.display -> party.name
ServiceRequest.reasonCode.coding.system -> medical.diagnoses[].concept.system
ServiceRequest.reasonCode.coding.code -> medical.diagnoses[].concept.code
ServiceRequest.reasonCode.coding.display -> medical.diagnoses[].concept.text
Condition.id -> # LINK
Condition.clinicalStatus.coding.system -> # FIXED
Condition.clinicalStatus.coding.code -> # FIXED
Condition.verificationStatus.coding.system -> # NOT_KEPT
Condition.verificationStatus.coding.code -> # KIND
Condition.code.coding.system -> medical.diagnoses[].concept.system
Condition.code.coding.code -> medical.diagnoses[].concept.code
Condition.code.coding.display -> medical.diagnoses[].concept.text
Condition.code.text -> medical.diagnoses[].concept.originalText
Condition.subject.reference -> # LINK
Consent.id -> # LINK
Consent.status -> # KIND
Consent.scope.coding.system -> # FIXED
Consent.scope.coding.code -> # FIXED
Consent.category.coding.system -> # NOT_KEPT
Consent.category.coding.code -> case.consents[].status.code | sharing[].status
Consent.category.coding.display -> # NOT_KEPT
Consent.patient.reference -> # LINK
Consent.dateTime -> case.consents[].on.day | case.consents[].on.text | sharing[].on
Consent.performer.display -> case.consents[].givenBy
Consent.policyRule.coding.system -> # NOT_KEPT
Consent.policyRule.coding.code -> # NOT_KEPT
Consent.policyRule.text -> case.cooperation.legalBasis | sharing[].legalBasis
Consent.provision.type -> # KIND
Consent.meta.lastUpdated -> envelope.generatedAt | envelope.generatedAtText
Consent.category.text -> # NOT_KEPT
Consent.patient.identifier.system -> # KIND
Consent.patient.identifier.value -> identity.number.value
Consent.performer.type -> # KIND
Consent.organization.identifier.system -> # KIND
Consent.organization.identifier.value -> party.identifiers[].value
Consent.organization.display -> party.name
Consent.sourceReference.reference -> references[]
Consent.provision.period.start -> # NOT_KEPT
Consent.provision.period.end -> # KIND
Consent.provision.data.meaning -> # FIXED
Consent.provision.data.reference.type -> # NOT_KEPT
Consent.provision.data.reference.identifier.system -> # NOT_KEPT
Consent.provision.data.reference.identifier.value -> references[]
Consent.provision.data.reference.reference -> references[]
DocumentReference.id -> # LINK
DocumentReference.masterIdentifier.system -> # LINK
DocumentReference.masterIdentifier.value -> medical.attachments[].id
DocumentReference.status -> # FIXED
DocumentReference.type.coding.system -> medical.attachments[].messageType.system
DocumentReference.type.coding.code -> medical.attachments[].messageType.code
DocumentReference.type.coding.display -> medical.attachments[].messageType.text
DocumentReference.type.text -> medical.attachments[].messageType.originalText
DocumentReference.subject.reference -> # LINK
DocumentReference.date -> medical.attachments[].issuedText
DocumentReference.description -> medical.attachments[].description
DocumentReference.content.attachment.contentType -> medical.attachments[].mimeType
DocumentReference.content.attachment.url -> medical.attachments[].reference
DocumentReference.content.attachment.data -> medical.attachments[].contentBytes
DocumentReference.identifier.value -> medical.attachments[].id
DocumentReference.content.attachment.title -> medical.attachments[].description
DocumentReference.content.attachment.creation -> medical.attachments[].issuedText
`;
