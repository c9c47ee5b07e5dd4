/** Whom a document speaks of. One line a leaf. Source: HL7 FHIR R4; no-basis profiles. */
export const personRows = `
Patient.id -> # LINK
Patient.meta.profile -> # NOT_KEPT
Patient.text.status -> # FIXED
Patient.text.div -> # NOT_KEPT
Patient.extension:citizenship.extension:code.valueCodeableConcept.coding.system -> case.patient.nationality.system
Patient.extension:citizenship.extension:code.valueCodeableConcept.coding.code -> case.patient.nationality.code
Patient.extension:citizenship.extension:code.valueCodeableConcept.coding.display -> case.patient.nationality.text
Patient.extension:citizenship.extension:code.valueCodeableConcept.text -> case.patient.nationality.originalText
Patient.identifier.use -> # NOT_KEPT
Patient.identifier.system -> # KIND
Patient.identifier.value -> identity.number.value | identity.otherNumbers[].value
Patient.active -> # NOT_KEPT
Patient.name.extension:middleName.valueString -> identity.name.middle
Patient.name.use -> # NOT_KEPT
Patient.name.family -> identity.name.family
Patient.name.given -> identity.name.given
Patient.telecom.system -> case.patient.contactPoints[].type.originalText
Patient.telecom.value -> case.patient.contactPoints[].address
Patient.telecom.use -> case.patient.contactPoints[].type.code
Patient.gender -> case.patient.sex.code | case.patient.sex.originalText | case.patient.sex.system
Patient.birthDate -> case.patient.bornOn | case.patient.bornText
Patient.deceasedDateTime -> case.patient.diedOn.day | case.patient.diedOn.text
Patient.address.extension:official.valueBoolean -> # NOT_KEPT
Patient.address.extension:property.extension:municipality.valueCoding.system -> # NOT_KEPT
Patient.address.extension:property.extension:municipality.valueCoding.code -> # NOT_KEPT
Patient.address.extension:property.extension:municipality.valueCoding.display -> # NOT_KEPT
Patient.address.use -> case.patient.address.type.code
Patient.address.line -> case.patient.address.street
Patient.address.city -> case.patient.address.city
Patient.address.district -> # NOT_KEPT
Patient.address.state -> case.patient.address.county.code
Patient.address.postalCode -> case.patient.address.postalCode
Patient.address.country -> case.patient.address.country.code
Patient.maritalStatus.coding.system -> case.patient.maritalStatus.system
Patient.maritalStatus.coding.code -> case.patient.maritalStatus.code
Patient.maritalStatus.coding.display -> case.patient.maritalStatus.text
Patient.maritalStatus.text -> case.patient.maritalStatus.originalText
Patient.communication.language.coding.system -> case.patient.language.system
Patient.communication.language.coding.code -> case.patient.language.code
Patient.communication.language.coding.display -> case.patient.language.text
Patient.communication.language.text -> case.patient.language.originalText
Patient.communication.preferred -> # NOT_KEPT
Patient.name.text -> identity.name.family
PractitionerRole.id -> # LINK
PractitionerRole.practitioner.reference -> # LINK
PractitionerRole.organization.reference -> # LINK
PractitionerRole.specialty.coding.system -> case.senderParty.specialty.system
PractitionerRole.specialty.coding.code -> case.senderParty.specialty.code
PractitionerRole.specialty.coding.display -> case.senderParty.specialty.text
PractitionerRole.specialty.text -> case.senderParty.specialty.originalText
PractitionerRole.practitioner.identifier.system -> # KIND
PractitionerRole.practitioner.identifier.value -> party.healthcareProfessional.identifiers[].value
PractitionerRole.practitioner.display -> party.healthcareProfessional.name.family
PractitionerRole.organization.identifier.system -> # KIND
PractitionerRole.organization.identifier.value -> party.identifiers[].value
PractitionerRole.organization.display -> party.name
PractitionerRole.code.coding.system -> # KIND
PractitionerRole.code.coding.code -> party.healthcareProfessional.category.code
PractitionerRole.code.coding.display -> party.healthcareProfessional.category.text
Practitioner.id -> # LINK
Practitioner.identifier.system -> party.healthcareProfessional.identifiers[].type.code | party.healthcareProfessional.identifiers[].type.system
Practitioner.identifier.value -> party.healthcareProfessional.identifiers[].value
Practitioner.name.family -> party.healthcareProfessional.name.family
Practitioner.name.given -> party.healthcareProfessional.name.given
Practitioner.telecom.system -> party.healthcareProfessional.contactPoints[].type.originalText
Practitioner.telecom.value -> party.healthcareProfessional.contactPoints[].address
Practitioner.telecom.use -> party.healthcareProfessional.contactPoints[].type.code
Practitioner.address.extension:official.valueBoolean -> # NOT_KEPT
Practitioner.address.extension:property.extension:municipality.valueCoding.system -> # NOT_KEPT
Practitioner.address.extension:property.extension:municipality.valueCoding.code -> # NOT_KEPT
Practitioner.address.extension:property.extension:municipality.valueCoding.display -> # NOT_KEPT
Practitioner.address.use -> party.healthcareProfessional.address.type.code
Practitioner.address.line -> party.healthcareProfessional.address.street
Practitioner.address.city -> party.healthcareProfessional.address.city
Practitioner.address.district -> # NOT_KEPT
Practitioner.address.state -> party.healthcareProfessional.address.county.code
Practitioner.address.postalCode -> party.healthcareProfessional.address.postalCode
Practitioner.address.country -> party.healthcareProfessional.address.country.code
Practitioner.qualification.code.coding.system -> # KIND
Practitioner.qualification.code.coding.code -> party.healthcareProfessional.category.code
Practitioner.qualification.code.coding.display -> party.healthcareProfessional.category.text
Organization.id -> # LINK
Organization.identifier.system -> party.identifiers[].type.code | party.identifiers[].type.system
Organization.identifier.value -> party.identifiers[].value
Organization.type.coding.system -> party.type.system
Organization.type.coding.code -> party.type.code
Organization.type.coding.display -> party.type.text
Organization.type.text -> party.type.originalText
Organization.name -> party.name
Organization.telecom.system -> party.contactPoints[].type.originalText
Organization.telecom.value -> party.contactPoints[].address
Organization.telecom.use -> party.contactPoints[].type.code
Organization.address.extension:official.valueBoolean -> # NOT_KEPT
Organization.address.extension:property.extension:municipality.valueCoding.system -> # NOT_KEPT
Organization.address.extension:property.extension:municipality.valueCoding.code -> # NOT_KEPT
Organization.address.extension:property.extension:municipality.valueCoding.display -> # NOT_KEPT
Organization.address.use -> party.address.type.code
Organization.address.line -> party.address.street
Organization.address.city -> party.address.city
Organization.address.district -> # NOT_KEPT
Organization.address.state -> party.address.county.code
Organization.address.postalCode -> party.address.postalCode
Organization.address.country -> party.address.country.code
Organization.partOf.reference -> # LINK
`;
