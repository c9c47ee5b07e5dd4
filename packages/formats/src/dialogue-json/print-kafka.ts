import type { DialogueCase, HealthcareProfessional, Identifier, Name, Organisation } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import type { Loss } from "../sykmelding-record/losses.ts";
import { localDateTime } from "./local-time.ts";
import { kafkaLosses } from "./losses.ts";
import { partJson, partOf } from "./part-json.ts";
import type { KafkaSource, Part } from "./part-json.ts";

/** What the record carries that the event does not. */
export interface KafkaExtras {
  /** The message as it was received, attachments left out (`withoutAttachments`). */
  readonly fellesformatXML: string;
  /** Id in welfare's archive; the hub has none of its own. */
  readonly journalpostId?: string;
}

export interface PrintedDialogue {
  readonly json: JsonObject;
  /** What the message said and the record cannot say. */
  readonly losses: ReadonlyArray<Loss>;
}

/** Welfare knows persons by national number alone. */
export interface NoNationalNumber {
  readonly _tag: "NoNationalNumber";
}

const national: ReadonlyArray<string> = ["FNR", "DNR"];

const firstOf = (identifiers: ReadonlyArray<Identifier>, ...types: ReadonlyArray<string>): string | null =>
  identifiers.find(({ type }) => types.includes(type.code ?? ""))?.value ?? null;

const senderOf = ({ envelope }: DialogueCase): Organisation | undefined => envelope.sender?.organisations[0];

const professionalOf = (shared: DialogueCase): HealthcareProfessional | null =>
  senderOf(shared)?.healthcareProfessional ?? null;

const fullName = (name: Name | null | undefined): string =>
  [name?.given, name?.middle, name?.family].filter((part) => (part ?? "") !== "").join(" ");

const clinicianName = (shared: DialogueCase): string =>
  fullName(professionalOf(shared)?.name) || fullName(shared.notes[0]?.roles[0]?.professional?.name);

// A number of the personnel register has nine digits at most; others are left out, as NAV does.
const hprNumber = (shared: DialogueCase): string | null => {
  const number = firstOf(professionalOf(shared)?.identifiers ?? [], "HPR");
  return number !== null && /^\d{1,9}$/.test(number) ? number : null;
};

const dialogueJson = (source: KafkaSource): JsonObject => {
  const part = partOf(source);
  const only = (name: Part): Json => (name === part ? partJson(source, part) : null);
  return {
    id: "answerId" in source ? source.answerId : source.messageId,
    innkallingMoterespons: only("innkallingMoterespons"),
    foresporselFraSaksbehandlerForesporselSvar: only("foresporselFraSaksbehandlerForesporselSvar"),
    henvendelseFraLegeHenvendelse: only("henvendelseFraLegeHenvendelse"),
    navnHelsepersonell: clinicianName(source.case),
    signaturDato: localDateTime(source.case.envelope.generatedAt ?? source.receivedAt),
  };
};

const headJson = (source: KafkaSource): JsonObject => {
  const { envelope } = source.case;
  return {
    msgId: envelope.messageId ?? source.archiveId,
    msgType: envelope.messageType?.code ?? "",
    navLogId: envelope.receivingStation?.ediLogId ?? source.archiveId,
    mottattTidspunkt: localDateTime(source.receivedAt),
    conversationRef: envelope.conversationReference,
    parentRef: envelope.parentReference,
  };
};

const senderJson = ({ case: shared }: KafkaSource): JsonObject => {
  const { identifiers, name } = senderOf(shared) ?? { identifiers: [], name: null };
  return {
    personIdentBehandler: firstOf(shared.signerNumbers, ...national) ?? "",
    legekontorOrgNr: firstOf(identifiers, "ENH"),
    legekontorHerId: firstOf(identifiers, "HER"),
    legekontorOrgName: name ?? "",
    legehpr: hprNumber(shared),
  };
};

/**
 * A clinician's message as DialogmeldingForKafka, the way NAV's consumers read it.
 *
 * Shape:   times without zone are Oslo's clock. `journalpostId` is empty where nobody gives one.
 * Rejects: NoNationalNumber.
 * Source:  fact sheet 10.2; navikt/padm2 for what fills each field.
 */
export const printDialogmeldingForKafka = (
  source: KafkaSource,
  extras: KafkaExtras,
): Either<NoNationalNumber, PrintedDialogue> => {
  const { number, envelopeNumbers } = source.identity;
  const person = firstOf([...(number === null ? [] : [number]), ...envelopeNumbers], ...national);
  if (person === null) return E.left({ _tag: "NoNationalNumber" });
  const json = {
    ...headJson(source),
    personIdentPasient: person,
    ...senderJson(source),
    dialogmelding: dialogueJson(source),
    antallVedlegg: source.medical.attachments.filter(({ kind }) => kind === "ATTACHMENT").length,
    journalpostId: extras.journalpostId ?? "",
    fellesformatXML: extras.fellesformatXML,
  };
  return E.right({ json, losses: kafkaLosses(source) });
};
