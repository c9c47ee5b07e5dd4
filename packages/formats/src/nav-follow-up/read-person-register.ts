import type { Finding, LinkedNumber, PersonLinkIdentity, PersonStatusCase } from "@samvirke/contracts";
import type { Day, Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { flag, items, maybeInner, maybeText, texts } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import type { AvroDocument } from "./avro-document.ts";
import { readAvro } from "./avro-document.ts";
import { aktorAvro, personEventAvro } from "./avro-schemas.ts";
import { maybeToken, number, plainCode, token } from "./values.ts";

/** Every number of one human: what the command LinkIdentity takes, beside the persons that the index knows by them. */
export interface RegisteredNumbers {
  readonly identity: PersonLinkIdentity;
  readonly findings: ReadonlyArray<Finding>;
}

// A number of the national register is a D-number when its first digit is raised by four.
const nationalKind = (value: string): LinkedNumber["kind"] => (/^[4-7]/.test(value) ? "DNR" : "FNR");

const kindOf = (type: string, value: string): LinkedNumber["kind"] => {
  if (type === "FOLKEREGISTERIDENT") return nationalKind(value);
  return type === "AKTORID" || type === "NPID" ? type : "NONE";
};

const issuers: Readonly<Record<string, string>> = {
  FNR: "2.16.578.1.12.4.1.4.1",
  DNR: "2.16.578.1.12.4.1.4.2",
  AKTORID: "NAV",
  NPID: "NAV",
};

const numberOf = (source: JsonSource): LinkedNumber => {
  const [value, type] = [token(source, "idnummer"), token(source, "type")];
  const kind = kindOf(type, value);
  const issuer = issuers[kind] ?? null;
  return { number: { value, type: plainCode(type) }, kind, issuer, current: flag(source, "gjeldende") };
};

/**
 * Avro Aktor v2: all numbers of one human, old ones included. A null value takes the human out and is not read here.
 *
 * Rejects: Malformed: bytes that are no such record, or a number without digits.
 * Source:  pdl.aktor-v2; domain fact sheet 6.4, 10.1.
 */
export const readRegisteredNumbers = (document: AvroDocument): Either<Malformed, RegisteredNumbers> => {
  const read = readAvro(aktorAvro, document, (source) => items(source, "identifikatorer", numberOf));
  if (E.isLeft(read)) return read;
  return E.right({ identity: { numbers: read.right.value, fromDay: null }, findings: read.right.findings });
};

/** What the register tells of a person. */
export interface PersonRegisterEvent {
  /** Every number of the person, as sent. */
  readonly personNumbers: ReadonlyArray<string>;
  /** What was told, as sent. */
  readonly subject: string;
  /** Who told the register, as sent. */
  readonly master: string;
  /** What the command RecordPersonStatus takes; null for a subject that is nothing to follow-up. */
  readonly content: PersonStatusCase | null;
  readonly findings: ReadonlyArray<Finding>;
}

const changes: Readonly<Record<string, PersonStatusCase["change"]>> = {
  OPPRETTET: "STATED",
  KORRIGERT: "CORRECTED",
  ANNULLERT: "TAKEN_BACK",
  OPPHOERT: "TAKEN_BACK",
};

const levels: Readonly<Record<string, Exclude<PersonStatusCase["protection"], null>>> = {
  UGRADERT: "NONE",
  FORTROLIG: "CONFIDENTIAL",
  STRENGT_FORTROLIG: "STRICTLY_CONFIDENTIAL",
  STRENGT_FORTROLIG_UTLAND: "STRICTLY_CONFIDENTIAL_ABROAD",
};

const subjects: Readonly<Record<string, PersonStatusCase["kind"]>> = {
  ADRESSEBESKYTTELSE_V1: "PROTECTION",
  DOEDSFALL_V1: "DEATH",
};

const diedOn = (source: JsonSource): Day | null =>
  maybeInner(source, "doedsfall", (inner) => {
    const value = number(inner, "doedsdato");
    return inner.value["doedsdato"] === null ? null : (value as Day);
  });

// Without a level the register has to be asked: silence is never read as no protection.
const protection = (source: JsonSource): PersonStatusCase["protection"] =>
  maybeInner(source, "adressebeskyttelse", (inner) => levels[token(inner, "gradering")] ?? "UNKNOWN");

const statusOf = (source: JsonSource, kind: PersonStatusCase["kind"]): PersonStatusCase => {
  const [level, day] = [protection(source), diedOn(source)];
  return {
    kind,
    change: changes[token(source, "endringstype")] ?? "UNKNOWN",
    protection: kind === "PROTECTION" ? level : null,
    diedOn: kind === "DEATH" ? day : null,
    knownSince: number(source, "opprettet"),
    registerEventId: token(source, "hendelseId"),
    replacesRegisterEventId: maybeToken(source, "tidligereHendelseId"),
    registerAnswerVersion: null,
  };
};

/**
 * Avro Personhendelse: death and address protection; other subjects are read and lead to nothing.
 *
 * Unit:    `opprettet` is UTC milliseconds, the day of death a literal day.
 * Rejects: Malformed: bytes that are no such record, or no word on what it is about.
 * Source:  pdl.leesah; domain fact sheet 6.2, 10.1. The part of the schema that is published lacks death and protection,
 *          so both are read where the writer's schema has them.
 */
export const readPersonRegisterEvent = (document: AvroDocument): Either<Malformed, PersonRegisterEvent> => {
  const read = readAvro(personEventAvro, document, (source) => {
    const subject = token(source, "opplysningstype");
    const kind = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
    const all = statusOf(source, kind ?? "UNKNOWN");
    return {
      personNumbers: texts(source, "personidenter"),
      subject,
      master: maybeText(source, "master") ?? "",
      content: kind === undefined ? null : all,
    };
  });
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};
