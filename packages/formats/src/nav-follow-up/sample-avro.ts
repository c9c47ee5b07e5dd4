import { aktorAvro, meetingStatusAvro, personEventAvro } from "./avro-schemas.ts";
import type { FollowUpSample } from "./sample-model.ts";

const millisPerDay = 86_400_000;

/** A meeting's status, by its word. */
export const meetingStatusBytes = (statusEndringType: string, sample: FollowUpSample): Uint8Array =>
  meetingStatusAvro.encode({
    dialogmoteUuid: sample.id,
    dialogmoteTidspunkt: sample.meetingAt,
    statusEndringType,
    statusEndringTidspunkt: sample.at,
    personIdent: sample.personNumber,
    virksomhetsnummer: sample.employer,
    enhetNr: sample.office,
    navIdent: sample.caseWorker,
    tilfelleStartdato: sample.from * millisPerDay,
    arbeidstaker: true,
    arbeidsgiver: true,
    sykmelder: true,
  });

/** All numbers of a person: the one in use and an old one. */
export const aktorBytes = ({ personNumber, otherNumber }: FollowUpSample): Uint8Array =>
  aktorAvro.encode({
    identifikatorer: [
      { idnummer: personNumber, type: "FOLKEREGISTERIDENT", gjeldende: true },
      { idnummer: otherNumber, type: "FOLKEREGISTERIDENT", gjeldende: false },
    ],
  });

const personEvent = (sample: FollowUpSample, more: object): Uint8Array =>
  personEventAvro.encode({
    hendelseId: sample.id,
    personidenter: [sample.personNumber],
    master: "FREG",
    opprettet: sample.at,
    endringstype: "OPPRETTET",
    tidligereHendelseId: sample.otherId,
    adressebeskyttelse: null,
    doedsfall: null,
    ...more,
  });

/** A death. */
export const deathBytes = (sample: FollowUpSample): Uint8Array =>
  personEvent(sample, { opplysningstype: "DOEDSFALL_V1", doedsfall: { doedsdato: sample.from } });

/** Protection of the address. */
export const protectionBytes = (sample: FollowUpSample): Uint8Array =>
  personEvent(sample, {
    opplysningstype: "ADRESSEBESKYTTELSE_V1",
    adressebeskyttelse: { gradering: "STRENGT_FORTROLIG" },
  });
