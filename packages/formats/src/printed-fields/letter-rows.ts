import { under } from "./printed-field.ts";
import { roleRows, unitRows } from "./letter-role-rows.ts";

const plainRows = `
messageId -> MottakenhetBlokk/@ediLoggId | MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/DokIdForesp | MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/DokIdNotat | MsgHead/MsgInfo/ConversationRef/RefToConversation | MsgHead/MsgInfo/ConversationRef/RefToParent | MsgHead/MsgInfo/MsgId
fromSide -> document # CHOOSES
identity.number.value -> MsgHead/MsgInfo/Patient/Ident/Id
identity.number.type.system -> MsgHead/MsgInfo/Patient/Ident/TypeId/@S
identity.number.type.code -> MsgHead/MsgInfo/Patient/Ident/TypeId/@V
identity.number.type.text -> MsgHead/MsgInfo/Patient/Ident/TypeId/@DN
identity.number.type.originalText -> MsgHead/MsgInfo/Patient/Ident/TypeId/@OT
identity.name.given -> MsgHead/MsgInfo/Patient/GivenName
identity.name.middle -> MsgHead/MsgInfo/Patient/MiddleName
identity.name.family -> MsgHead/MsgInfo/Patient/FamilyName
identity.envelopeName.given -> MsgHead/MsgInfo/Patient/GivenName
identity.envelopeName.middle -> MsgHead/MsgInfo/Patient/MiddleName
identity.envelopeName.family -> MsgHead/MsgInfo/Patient/FamilyName
identity.currentNumber.value -> MsgHead/MsgInfo/Patient/Ident/Id
identity.currentNumber.type.system -> MsgHead/MsgInfo/Patient/Ident/TypeId/@S
identity.currentNumber.type.code -> MsgHead/MsgInfo/Patient/Ident/TypeId/@V
identity.currentNumber.type.text -> MsgHead/MsgInfo/Patient/Ident/TypeId/@DN
identity.currentNumber.type.originalText -> MsgHead/MsgInfo/Patient/Ident/TypeId/@OT
case.envelope.messageId -> MottakenhetBlokk/@ediLoggId | MsgHead/MsgInfo/MsgId
case.envelope.parentReference -> MsgHead/MsgInfo/ConversationRef/RefToParent
case.envelope.conversationReference -> MsgHead/MsgInfo/ConversationRef/RefToConversation
case.patient.bornOn -> MsgHead/MsgInfo/Patient/DateOfBirth # FORM
case.patient.sex.code -> MsgHead/MsgInfo/Patient/Sex/@V
case.patient.sex.text -> MsgHead/MsgInfo/Patient/Sex/@DN
case.questions[].theme.system -> document # CHOOSES
case.questions[].theme.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeForesp/@V
case.questions[].theme.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeForesp/@DN
case.questions[].theme.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeForesp/@OT
case.questions[].documentId -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/DokIdForesp
case.questions[].urgency.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Hastegrad/@V
case.questions[].urgency.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Hastegrad/@DN
case.notes[].theme.system -> document # CHOOSES
case.notes[].theme.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/TemaKodet/@V
case.notes[].theme.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/TemaKodet/@DN
case.notes[].theme.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/TemaKodet/@OT
case.notes[].documentId -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/DokIdNotat
case.notes[].datedOn -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/DatoNotat # FORM
case.notes[].question.theme.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeForesp/@S
case.notes[].question.theme.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeForesp/@V
case.notes[].question.theme.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeForesp/@DN
case.notes[].question.theme.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeForesp/@OT
case.notes[].question.documentId -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/DokIdForesp
case.notes[].question.urgency.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Hastegrad/@V
case.notes[].question.urgency.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Hastegrad/@DN
medical.caseType.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/SakstypeKodet/@S
medical.caseType.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/SakstypeKodet/@V
medical.caseType.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/SakstypeKodet/@DN
medical.caseType.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/SakstypeKodet/@OT
medical.caseTypeText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Sakstype
medical.questions[].text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Sporsmal
medical.questions[].purpose.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Formål/@S
medical.questions[].purpose.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Formål/@V
medical.questions[].purpose.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Formål/@DN
medical.questions[].purpose.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Formål/@OT
medical.questions[].grounds -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/Begrunnelse
medical.questions[].from -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/FraDato # FORM
medical.questions[].to -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TilDato # FORM
medical.questions[].recordParts[].system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeJournalinfo/@S
medical.questions[].recordParts[].code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeJournalinfo/@V
medical.questions[].recordParts[].text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeJournalinfo/@DN
medical.questions[].recordParts[].originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/TypeJournalinfo/@OT
medical.notes[].heading -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Tema
medical.notes[].text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/TekstNotatInnhold
medical.notes[].remark -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Merknad
medical.notes[].question.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Sporsmal
medical.notes[].question.purpose.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Formål/@S
medical.notes[].question.purpose.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Formål/@V
medical.notes[].question.purpose.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Formål/@DN
medical.notes[].question.purpose.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Formål/@OT
medical.notes[].question.grounds -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/Begrunnelse
medical.notes[].question.from -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/FraDato # FORM
medical.notes[].question.to -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TilDato # FORM
medical.notes[].question.recordParts[].system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeJournalinfo/@S
medical.notes[].question.recordParts[].code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeJournalinfo/@V
medical.notes[].question.recordParts[].text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeJournalinfo/@DN
medical.notes[].question.recordParts[].originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/TypeJournalinfo/@OT
`;

// What only 1.1 has an element for.
const laterRows = `
medical.notes[].question.codedContent.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/KodetOpplysning/@V
medical.notes[].question.codedContent.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/KodetOpplysning/@OT
medical.notes[].question.codedContent.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/KodetOpplysning/@S
medical.notes[].question.codedContent.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/KodetOpplysning/@DN
medical.notes[].question.subject -> MsgHead/Document/RefDoc/Content/Dialogmelding/Notat/Foresporsel/EmneSporsmal
medical.questions[].codedContent.code -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/KodetOpplysning/@V
medical.questions[].codedContent.originalText -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/KodetOpplysning/@OT
medical.questions[].codedContent.system -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/KodetOpplysning/@S
medical.questions[].codedContent.text -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/KodetOpplysning/@DN
medical.questions[].subject -> MsgHead/Document/RefDoc/Content/Dialogmelding/Foresporsel/EmneSporsmal
`;

const content = "MsgHead/Document/RefDoc/Content/Dialogmelding";
const spots: ReadonlyArray<readonly [leaf: string, place: string]> = [
  ["case.questions[].roles[].", `${content}/Foresporsel/RollerRelatertNotat/`],
  ["case.notes[].roles[].", `${content}/Notat/RollerRelatertNotat/`],
  ["case.notes[].question.roles[].", `${content}/Notat/Foresporsel/RollerRelatertNotat/`],
];
const everywhere = (rows: string): string => spots.map(([leaf, place]) => under(leaf, place, rows)).join("");

/** Where a letter in Dialogmelding 1.0 has what welfare says. */
export const letter10Rows = plainRows + everywhere(roleRows);

/** Where a letter in Dialogmelding 1.1 has it. */
export const letter11Rows = letter10Rows + laterRows + everywhere(unitRows);
