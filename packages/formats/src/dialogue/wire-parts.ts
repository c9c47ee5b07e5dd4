import type {
  Code,
  DialogueQuestion,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  ReceivingStation,
  WireEnvelope,
  WireParty,
  WirePerson,
} from "@samvirke/contracts";
import { oid, textOfTheme } from "./codes.ts";
import type { NoteParts, QuestionParts } from "./items.ts";

/** A CS as a code: value and text. */
export const cs = (code: string, text: string): Code => ({ system: null, code, text, originalText: null });

/** A code of a list by its number, with the list's text where it has one. */
export const themeCode = (list: string, code: string): Code => ({
  system: oid(list),
  code,
  text: textOfTheme(list, code) ?? null,
  originalText: null,
});

const typeTexts: Readonly<Record<string, string>> = {
  FNR: "Fødselsnummer",
  DNR: "D-nummer",
  HPR: "HPR-nummer",
  HER: "HER-id",
  ENH: "Organisasjonsnummeret i Enhetsregisteret",
};

const identifier =
  (list: string) =>
  (type: string, value: string | null | undefined): ReadonlyArray<Identifier> =>
    value === null || value === undefined
      ? []
      : [{ value, type: { system: oid(list), code: type, text: typeTexts[type] ?? type, originalText: null } }];

/** An identifier of a person, list 8116; none where there is no value. */
export const personNumber = identifier("8116");
/** An identifier of an organisation, list 9051; none where there is no value. */
export const unitNumber = identifier("9051");

/** A person of whom nothing is known. */
export const nobody: WirePerson = {
  name: null,
  bornOn: null,
  sex: null,
  nationality: null,
  identifiers: [],
  address: null,
  contactPoints: [],
};

/** A professional by name and numbers. */
export const professional = (name: Name | null, identifiers: ReadonlyArray<Identifier>): HealthcareProfessional => ({
  category: null,
  roleToPatient: null,
  ...nobody,
  name,
  identifiers,
});

export interface UnitNumbers {
  readonly name: string | null;
  readonly herId?: string | null | undefined;
  readonly organisationNumber?: string | null | undefined;
}

/** A unit by name and numbers, with whoever acts for it. */
export const unit = (numbers: UnitNumbers, actor: HealthcareProfessional | null): Organisation => ({
  name: numbers.name,
  type: null,
  identifiers: [...unitNumber("HER", numbers.herId), ...unitNumber("ENH", numbers.organisationNumber)],
  address: null,
  contactPoints: [],
  healthcareProfessional: actor,
});

/** A party of one or more units, outermost first. */
export const partyOf = (...organisations: ReadonlyArray<Organisation>): WireParty => ({
  comMethod: null,
  organisations,
});

/** A message head that says nothing. */
export const silentEnvelope: WireEnvelope = {
  format: "UNKNOWN",
  messageType: null,
  migVersion: null,
  generatedAtText: null,
  generatedAt: null,
  messageId: null,
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: null,
  receiver: null,
  otherReceivers: [],
  receivingStation: null,
};

/** A receiving station that says nothing. */
export const silentStation: ReceivingStation = {
  ediLogId: null,
  sender: null,
  ebXmlConversationId: null,
  receiptId: null,
  messageType: null,
  senderReference: null,
  signerNumber: null,
  receivedAtText: null,
  receivedAt: null,
  organisationNumber: null,
  signerOrganisationNumber: null,
  partnerReference: null,
  herId: null,
  ebRole: null,
  ebService: null,
  ebAction: null,
};

const askedNothing: DialogueQuestion = {
  subject: null,
  text: null,
  purpose: null,
  grounds: null,
  from: null,
  to: null,
  recordParts: [],
  codedContent: null,
};

/** A question by its code and text. */
export const question = (theme: Code, text: string | null, documentId: string | null = null): QuestionParts => ({
  head: { theme, documentId, urgency: null, roles: [] },
  content: { ...askedNothing, text },
});

/** A note by its code and text. */
export const note = (theme: Code, text: string | null, repeated: QuestionParts | null = null): NoteParts => ({
  head: { theme, documentId: null, datedOn: null, roles: [], question: repeated?.head ?? null },
  content: { heading: null, text, remark: null, question: repeated?.content ?? null },
});
