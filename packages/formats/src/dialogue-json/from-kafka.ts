import type { DialogueRole, Name, WireEnvelope } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, parseDay } from "@samvirke/kernel";
import { knownTheme } from "../dialogue/codes.ts";
import { isAboutSickLeave, kindOf, meetingAnswerOf } from "../dialogue/kind.ts";
import type { NoteParts, QuestionParts } from "../dialogue/items.ts";
import { parseDialogue } from "../dialogue/parse-dialogue.ts";
import type { ParsedDialogue } from "../dialogue/parsed.ts";
import { plainReference } from "../dialogue/references.ts";
import { cs, note, nobody, partyOf, personNumber, professional, question } from "../dialogue/wire-parts.ts";
import { silentEnvelope, silentStation, unit } from "../dialogue/wire-parts.ts";
import { blankDialogue } from "./blank.ts";
import { instantOfLocal } from "./local-time.ts";
import type { DialogueMismatch, KafkaRecord } from "./read-kafka.ts";
import { readKafkaRecord } from "./read-kafka.ts";

type Dialogue = KafkaRecord["dialogmelding"];
type Asked = NonNullable<NonNullable<Dialogue["henvendelseFraLegeHenvendelse"]>["foresporsel"]>;
type Roles = Asked["rollerRelatertNotat"];

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): Name => ({
  given: givenName,
  middle: null,
  family: familyName,
});

const rolesOf = (roles: Roles): ReadonlyArray<DialogueRole> =>
  roles === null
    ? []
    : [
        {
          role: roles.rolleNotat && {
            system: roles.rolleNotat.s,
            code: roles.rolleNotat.v,
            text: null,
            originalText: null,
          },
          roleToPatient: null,
          unit: null,
          professional: roles.helsepersonell && professional(nameOf(roles.helsepersonell), []),
          person: roles.person && { ...nobody, name: nameOf(roles.person) },
        },
      ];

const questionOf = (asked: Asked | null): QuestionParts | null => {
  if (asked === null) return null;
  const { dn, s, v } = asked.typeForesp;
  const theme = { system: s, code: v, text: dn, originalText: null };
  const parts = question(theme, asked.sporsmal, asked.dokIdForesp);
  return { ...parts, head: { ...parts.head, roles: rolesOf(asked.rollerRelatertNotat) } };
};

interface Part {
  readonly temaKode: NonNullable<Dialogue["henvendelseFraLegeHenvendelse"]>["temaKode"];
  readonly tekstNotatInnhold: string | null;
  readonly dokIdNotat: string | null;
  readonly datoNotat?: string | null;
  readonly foresporsel?: Asked | null;
  readonly rollerRelatertNotat?: Roles;
}

const partOf = (dialogue: Dialogue): Part | null =>
  dialogue.innkallingMoterespons ??
  dialogue.foresporselFraSaksbehandlerForesporselSvar ??
  dialogue.henvendelseFraLegeHenvendelse;

const noteOf = (part: Part): NoteParts => {
  const { kodeverkOID, dn, v } = part.temaKode;
  const theme = { system: kodeverkOID, code: v, text: dn, originalText: null };
  const parts = note(theme, part.tekstNotatInnhold, questionOf(part.foresporsel ?? null));
  return {
    ...parts,
    head: {
      ...parts.head,
      documentId: part.dokIdNotat,
      datedOn: parseDay((part.datoNotat ?? "").slice(0, 10)) ?? null,
      roles: rolesOf(part.rollerRelatertNotat ?? null),
    },
  };
};

// The record has the name in one piece, and nobody knows where to cut it.
const wholeName = (text: string): Name | null => (text === "" ? null : { given: null, middle: null, family: text });

const envelopeOf = (record: KafkaRecord): WireEnvelope => {
  const clinician = professional(wholeName(record.dialogmelding.navnHelsepersonell), [
    ...personNumber("FNR", record.personIdentBehandler),
    ...personNumber("HPR", record.legehpr),
  ]);
  const office = {
    name: record.legekontorOrgName,
    herId: record.legekontorHerId,
    organisationNumber: record.legekontorOrgNr,
  };
  return {
    ...silentEnvelope,
    messageType: cs(record.msgType, record.msgType),
    generatedAt: instantOfLocal(record.dialogmelding.signaturDato),
    messageId: record.msgId,
    parentReference: record.parentRef,
    conversationReference: record.conversationRef,
    sender: partyOf(unit(office, clinician)),
    receivingStation: {
      ...silentStation,
      ediLogId: record.navLogId,
      signerNumber: record.personIdentBehandler,
      receivedAt: instantOfLocal(record.mottattTidspunkt),
    },
  };
};

/** The record alone, as far as it goes. */
const fromRecord = (record: KafkaRecord, part: Part): ParsedDialogue => {
  const parts = noteOf(part);
  const blank = blankDialogue(record.personIdentPasient, envelopeOf(record));
  return {
    ...blank,
    case: { ...blank.case, notes: [parts.head], signerNumbers: personNumber("FNR", record.personIdentBehandler) },
    medical: { ...blank.medical, notes: [parts.content] },
  };
};

/** What the record says itself, over what the message inside it says: the record's word counts. */
const overlaid = (base: ParsedDialogue, record: KafkaRecord, part: Part): ParsedDialogue => {
  const { kodeverkOID, dn, v } = part.temaKode;
  const theme = { system: kodeverkOID, code: v, text: dn, originalText: null };
  const kind = kindOf({ theme, inNote: true, messageType: record.msgType });
  const lost = record.antallVedlegg > base.medical.attachments.length;
  const warnings = [...base.warnings, ...(lost ? [{ code: "ATTACHMENTS_ELSEWHERE", path: "antallVedlegg" }] : [])];
  const message = plainReference(record.msgId);
  const parent = plainReference(record.parentRef);
  return {
    ...base,
    kind,
    from: "HEALTH",
    toWelfare: true,
    welfareIsMain: true,
    theme: knownTheme(theme),
    aboutSickLeave: isAboutSickLeave(theme),
    meetingAnswer: kind === "MEETING_ANSWER" ? meetingAnswerOf(theme) : null,
    references: {
      message,
      parent: parent === message ? null : parent,
      conversation: plainReference(record.conversationRef),
    },
    // Welfare has taken it already.
    refusals: [],
    case: { ...base.case, answerCode: kind === "ANSWER" ? theme : null, warnings },
    warnings,
  };
};

const inner = (record: KafkaRecord): ParsedDialogue | undefined => {
  const parsed = parseDialogue(Buffer.from(record.fellesformatXML, "utf8"));
  if (E.isLeft(parsed)) return undefined;
  return parsed.right.identity.number?.value === record.personIdentPasient ? parsed.right : undefined;
};

/**
 * A clinician's message as welfare published it. The message inside the record says more, so it is read where it can
 * be; what the record itself says counts.
 *
 * Rejects: DialogueMismatch.
 * Source:  fact sheet 10.2, DialogmeldingForKafka; times without zone are Oslo's clock.
 */
export const readDialogmeldingForKafka = (json: unknown): Either<DialogueMismatch, ParsedDialogue> => {
  const read = readKafkaRecord(json);
  if (E.isLeft(read)) return read;
  const record = read.right;
  const part = partOf(record.dialogmelding);
  if (part === null) return E.left({ _tag: "DialogueMismatch", paths: ["dialogmelding: one part"] });
  return E.right(overlaid(inner(record) ?? fromRecord(record, part), record, part));
};
