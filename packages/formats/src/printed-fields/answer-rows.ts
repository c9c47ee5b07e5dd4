/** Where AppRec 1.0 has what the message and its decision say. */
export const appRec10Rows = `
case.envelope.format -> MottakenhetBlokk | MottakenhetBlokk/@ebAction | MottakenhetBlokk/@ebRole | MottakenhetBlokk/@ebService | MottakenhetBlokk/@ediLoggId # CHOOSES
case.envelope.messageType.code -> AppRec/OriginalMsgId/MsgType/@V
case.envelope.messageType.text -> AppRec/OriginalMsgId/MsgType/@DN
case.envelope.generatedAtText -> AppRec/OriginalMsgId/IssueDate
case.envelope.messageId -> AppRec/OriginalMsgId/Id
case.envelope.sender.organisations[].name -> AppRec/Receiver/HCP/Inst/Name
case.envelope.sender.organisations[].identifiers[].value -> AppRec/Receiver/HCP/Inst/AdditionalId/Id | AppRec/Receiver/HCP/Inst/Id
case.envelope.sender.organisations[].identifiers[].type.code -> AppRec/Receiver/HCP/Inst/AdditionalId/Type/@V | AppRec/Receiver/HCP/Inst/TypeId/@V
case.envelope.sender.organisations[].identifiers[].type.text -> AppRec/Receiver/HCP/Inst/AdditionalId/Type/@DN | AppRec/Receiver/HCP/Inst/TypeId/@DN
case.envelope.sender.organisations[].healthcareProfessional.name.given -> AppRec/Receiver/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.sender.organisations[].healthcareProfessional.name.middle -> AppRec/Receiver/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.sender.organisations[].healthcareProfessional.name.family -> AppRec/Receiver/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.sender.organisations[].healthcareProfessional.identifiers[].value -> AppRec/Receiver/HCP/Inst/HCPerson/AdditionalId/Id | AppRec/Receiver/HCP/Inst/HCPerson/Id
case.envelope.sender.organisations[].healthcareProfessional.identifiers[].type.code -> AppRec/Receiver/HCP/Inst/HCPerson/AdditionalId/Type/@V | AppRec/Receiver/HCP/Inst/HCPerson/TypeId/@V
case.envelope.sender.organisations[].healthcareProfessional.identifiers[].type.text -> AppRec/Receiver/HCP/Inst/HCPerson/AdditionalId/Type/@DN | AppRec/Receiver/HCP/Inst/HCPerson/TypeId/@DN
case.envelope.receiver.organisations[].name -> AppRec/Sender/HCP/Inst/Name
case.envelope.receiver.organisations[].identifiers[].value -> AppRec/Sender/HCP/Inst/AdditionalId/Id | AppRec/Sender/HCP/Inst/Id
case.envelope.receiver.organisations[].identifiers[].type.code -> AppRec/Sender/HCP/Inst/AdditionalId/Type/@V | AppRec/Sender/HCP/Inst/TypeId/@V
case.envelope.receiver.organisations[].identifiers[].type.text -> AppRec/Sender/HCP/Inst/AdditionalId/Type/@DN | AppRec/Sender/HCP/Inst/TypeId/@DN
case.envelope.receiver.organisations[].healthcareProfessional.name.given -> AppRec/Sender/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.receiver.organisations[].healthcareProfessional.name.middle -> AppRec/Sender/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.receiver.organisations[].healthcareProfessional.name.family -> AppRec/Sender/HCP/Inst/HCPerson/Name # PART_OF
case.envelope.receiver.organisations[].healthcareProfessional.identifiers[].value -> AppRec/Sender/HCP/Inst/HCPerson/AdditionalId/Id | AppRec/Sender/HCP/Inst/HCPerson/Id
case.envelope.receiver.organisations[].healthcareProfessional.identifiers[].type.code -> AppRec/Sender/HCP/Inst/HCPerson/AdditionalId/Type/@V | AppRec/Sender/HCP/Inst/HCPerson/TypeId/@V
case.envelope.receiver.organisations[].healthcareProfessional.identifiers[].type.text -> AppRec/Sender/HCP/Inst/HCPerson/AdditionalId/Type/@DN | AppRec/Sender/HCP/Inst/HCPerson/TypeId/@DN
case.envelope.receivingStation.ediLogId -> AppRec/Id | MottakenhetBlokk/@ediLoggId
case.envelope.receivingStation.ebService -> MottakenhetBlokk/@ebService
case.receipt.status -> AppRec/Status/@DN | AppRec/Status/@V # WORD
case.receipt.errors[].system -> AppRec/Error/@S
case.receipt.errors[].code -> AppRec/Error/@V
case.receipt.errors[].text -> AppRec/Error/@DN
`;

/** Where welfare's status of a delivery has the receipt. */
export const deliveryStatusRows = `
outcome -> document | status # WORD
settledAt -> createdAt # FORM
case.errors[].code -> tekst # PART_OF
case.errors[].text -> tekst # PART_OF
`;

/** Where the status of a referral has what was decided. */
export const referralGrantedRows = `
madeAt -> Document/RefDoc/IssueDate/@V | MsgInfo/GenDate # FORM
outcome -> Document/RefDoc/Content/Dialogmelding/Notat/TemaKodet/@DN | Document/RefDoc/Content/Dialogmelding/Notat/TemaKodet/@V # WORD
medical.text -> Document/RefDoc/Content/Dialogmelding/Notat/TekstNotatInnhold
`;

/** What of a plan is written in the PDF. */
export const planPdfRows = `
identity.number.value -> PDF # FORM
identity.name.given -> PDF # PART_OF
identity.name.middle -> PDF # PART_OF
identity.name.family -> PDF # PART_OF
identity.currentNumber.value -> PDF # FORM
work.employer.number -> PDF # FORM
work.employer.name -> PDF # FORM
work.contacts[].name.given -> PDF # PART_OF
work.contacts[].name.middle -> PDF # PART_OF
work.contacts[].name.family -> PDF # PART_OF
work.contacts[].fullName -> PDF # FORM
work.contacts[].phone -> PDF # FORM
work.contacts[].email -> PDF # FORM
work.position -> PDF # FORM
work.firstAbsenceDay -> PDF # FORM
work.certificateDay -> PDF # FORM
work.certificateGrade -> PDF # FORM
work.ordinaryTasks -> PDF # FORM
work.possibleTasks -> PDF # FORM
work.impossibleTasks -> PDF # FORM
work.earlierAdaptation -> PDF # FORM
work.plannedAdaptation -> PDF # FORM
work.otherOptions -> PDF # FORM
work.followUp -> PDF # FORM
work.evaluationDay -> PDF # FORM
work.employeeTookPart -> PDF # FORM
work.whyNotTakingPart -> PDF # FORM
work.measures[].index -> PDF # CHOOSES
work.measures[].goal -> PDF # FORM
work.measures[].text -> PDF # FORM
work.measures[].from -> PDF # FORM
work.measures[].to -> PDF # FORM
work.measures[].grade -> PDF # FORM
work.measures[].impossibleTasks -> PDF # FORM
work.measures[].newMeasuresNeeded -> PDF # FORM
case.messageToClinician -> PDF # FORM
medical.additionalInformation -> PDF # FORM
`;

/** Where the status of a referral has the referral that it answers. */
export const referralAnsweredRows = `
identity.number.value -> MsgInfo/Patient/Ident/Id
identity.number.type.system -> MsgInfo/Patient/Ident/TypeId/@S
identity.number.type.code -> MsgInfo/Patient/Ident/TypeId/@V
identity.number.type.text -> MsgInfo/Patient/Ident/TypeId/@DN
identity.number.type.originalText -> MsgInfo/Patient/Ident/TypeId/@OT
identity.otherNumbers[].value -> MsgInfo/Patient/Ident/Id
identity.otherNumbers[].type.system -> MsgInfo/Patient/Ident/TypeId/@S
identity.otherNumbers[].type.code -> MsgInfo/Patient/Ident/TypeId/@V
identity.otherNumbers[].type.text -> MsgInfo/Patient/Ident/TypeId/@DN
identity.otherNumbers[].type.originalText -> MsgInfo/Patient/Ident/TypeId/@OT
identity.name.given -> MsgInfo/Patient/GivenName
identity.name.middle -> MsgInfo/Patient/MiddleName
identity.name.family -> MsgInfo/Patient/FamilyName
identity.bornOn -> MsgInfo/Patient/DateOfBirth # FORM
identity.sex.code -> MsgInfo/Patient/Sex/@V
identity.sex.text -> MsgInfo/Patient/Sex/@DN
identity.currentNumber.value -> MsgInfo/Patient/Ident/Id
identity.currentNumber.type.system -> MsgInfo/Patient/Ident/TypeId/@S
identity.currentNumber.type.code -> MsgInfo/Patient/Ident/TypeId/@V
identity.currentNumber.type.text -> MsgInfo/Patient/Ident/TypeId/@DN
identity.currentNumber.type.originalText -> MsgInfo/Patient/Ident/TypeId/@OT
case.envelope.messageId -> MsgInfo/ConversationRef/RefToConversation | MsgInfo/ConversationRef/RefToParent
case.envelope.conversationReference -> MsgInfo/ConversationRef/RefToConversation
`;
