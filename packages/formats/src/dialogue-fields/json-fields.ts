/**
 * Why a leaf of welfare's JSON is not in the event as it stands.
 * THEIR_ID: an id of welfare's archive or of one of its services; WITH_CODE: follows from the code; DECIDES: type, list and
 * code together decide the kind; COUNTED: only whether some are missing is told; IN_PIECES: read for what the record does
 * not say itself, and attached to nothing else.
 */
export type JsonFieldRule = "THEIR_ID" | "WITH_CODE" | "DECIDES" | "COUNTED" | "IN_PIECES";

/** Where one leaf of a JSON document from welfare goes. */
export interface JsonField {
  readonly leaf: string;
  /** Every path that says what the leaf says; empty where a rule says why. */
  readonly event: ReadonlyArray<string>;
  readonly rule: JsonFieldRule | undefined;
}

const carried = (leaf: string, ...event: ReadonlyArray<string>): JsonField => ({ leaf, event, rule: undefined });
const ruled = (rule: JsonFieldRule, leaf: string, ...event: ReadonlyArray<string>): JsonField => ({
  leaf,
  event,
  rule,
});

const head = "case.envelope";
const person: ReadonlyArray<string> = ["identity.number.value", "identity.envelopeNumbers[].value"];

/** Welfare's order to write to a clinician. Source: fact sheet 10.2, bestilling. */
export const orderFieldTable: ReadonlyArray<JsonField> = [
  carried("behandlerRef", "case.clinicianReference"),
  carried("personIdent", ...person),
  carried("dialogmeldingUuid", `${head}.messageId`, "references.message"),
  carried("dialogmeldingRefParent", `${head}.parentReference`, "references.parent"),
  carried("dialogmeldingRefConversation", `${head}.conversationReference`, "references.conversation"),
  ruled("DECIDES", "dialogmeldingType"),
  ruled("DECIDES", "dialogmeldingKodeverk"),
  ruled("DECIDES", "dialogmeldingKode"),
  carried("dialogmeldingTekst", "medical.notes[].text"),
  carried("dialogmeldingVedlegg", "medical.attachments[].contentBytes"),
  carried("kilde", "case.sendingSystem"),
];

const office = `${head}.sender.organisations[]`;
const clinician = `${office}.healthcareProfessional`;
const asked = "dialogmelding.part.foresporsel";
const question = "case.notes[].question";

const roles = (leaf: string, event: string): ReadonlyArray<JsonField> => [
  carried(`${leaf}.rolleNotat.s`, `${event}.role.system`),
  carried(`${leaf}.rolleNotat.v`, `${event}.role.code`),
  carried(`${leaf}.person.givenName`, `${event}.person.name.given`),
  carried(`${leaf}.person.familyName`, `${event}.person.name.family`),
  carried(`${leaf}.helsepersonell.givenName`, `${event}.professional.name.given`),
  carried(`${leaf}.helsepersonell.familyName`, `${event}.professional.name.family`),
];

const theme = "dialogmelding.part.temaKode";

/** DialogmeldingForKafka, where the message inside it cannot be read; `part` is one of three. Source: fact sheet 10.2. */
export const kafkaFieldTable: ReadonlyArray<JsonField> = [
  carried("msgId", `${head}.messageId`, "references.message"),
  carried("msgType", `${head}.messageType.code`, `${head}.messageType.text`),
  carried("navLogId", `${head}.receivingStation.ediLogId`),
  carried("mottattTidspunkt", `${head}.receivingStation.receivedAt`),
  carried("conversationRef", `${head}.conversationReference`, "references.conversation"),
  carried("parentRef", `${head}.parentReference`, "references.parent"),
  carried("personIdentPasient", ...person),
  carried(
    "personIdentBehandler",
    `${head}.receivingStation.signerNumber`,
    `${clinician}.identifiers[].value`,
    "case.signerNumbers[].value",
  ),
  carried("legekontorOrgNr", `${office}.identifiers[].value`),
  carried("legekontorHerId", `${office}.identifiers[].value`),
  carried("legekontorOrgName", `${office}.name`),
  carried("legehpr", `${clinician}.identifiers[].value`),
  ruled("THEIR_ID", "dialogmelding.id"),
  carried("dialogmelding.navnHelsepersonell", `${clinician}.name.family`),
  carried("dialogmelding.signaturDato", `${head}.generatedAt`),
  ruled("DECIDES", `${theme}.kodeverkOID`),
  ruled("DECIDES", `${theme}.v`),
  carried(`${theme}.dn`, "case.notes[].theme.text", "case.answerCode.text"),
  ruled("WITH_CODE", `${theme}.arenaNotatKategori`),
  ruled("WITH_CODE", `${theme}.arenaNotatKode`),
  ruled("WITH_CODE", `${theme}.arenaNotatTittel`),
  carried("dialogmelding.part.tekstNotatInnhold", "medical.notes[].text"),
  carried("dialogmelding.part.dokIdNotat", "case.notes[].documentId"),
  carried("dialogmelding.part.datoNotat", "case.notes[].datedOn"),
  carried(`${asked}.typeForesp.dn`, `${question}.theme.text`),
  carried(`${asked}.typeForesp.s`, `${question}.theme.system`),
  carried(`${asked}.typeForesp.v`, `${question}.theme.code`),
  carried(`${asked}.sporsmal`, "medical.notes[].question.text"),
  carried(`${asked}.dokIdForesp`, `${question}.documentId`),
  ...roles(`${asked}.rollerRelatertNotat`, `${question}.roles[]`),
  ...roles("dialogmelding.part.rollerRelatertNotat", "case.notes[].roles[]"),
  ruled("COUNTED", "antallVedlegg"),
  ruled("THEIR_ID", "journalpostId"),
  ruled("IN_PIECES", "fellesformatXML"),
];
