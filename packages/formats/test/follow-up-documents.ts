import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { FollowUpSample } from "../src/index.ts";

const day = (text: string): Day => parseDay(text) ?? (0 as Day);

/** A sample of an invented person (month plus 80) and an invented organisation. */
export const sample: FollowUpSample = {
  id: "5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11",
  otherId: "91c2f6de-30a4-5e0b-8b7f-54c0a9d3e622",
  personNumber: "14838110577",
  otherNumber: "54838110572",
  employer: "999999999",
  office: "0099",
  caseWorker: "Z999999",
  at: Date.UTC(2026, 2, 2, 9, 30, 15, 123),
  meetingAt: Date.UTC(2026, 8, 1, 8),
  from: day("2026-03-02"),
  to: day("2026-03-15"),
  text: "Prøvetekst æøå",
};

export const meetingStatus = (word: string) => ({
  dialogmoteUuid: sample.id,
  dialogmoteTidspunkt: sample.meetingAt,
  statusEndringType: word,
  statusEndringTidspunkt: sample.at,
  personIdent: sample.personNumber,
  virksomhetsnummer: sample.employer,
  enhetNr: sample.office,
  navIdent: sample.caseWorker,
  tilfelleStartdato: Date.UTC(2026, 2, 1, 23),
  arbeidstaker: true,
  arbeidsgiver: false,
  sykmelder: true,
});

export const aktor = {
  identifikatorer: [{ idnummer: sample.personNumber, type: "FOLKEREGISTERIDENT", gjeldende: true }],
};

const personEvent = {
  hendelseId: "hendelse-2",
  personidenter: [sample.personNumber],
  master: "FREG",
  opprettet: sample.at,
  endringstype: "OPPRETTET",
  tidligereHendelseId: "hendelse-1",
  adressebeskyttelse: null,
  doedsfall: null,
};
export const death = { ...personEvent, opplysningstype: "DOEDSFALL_V1", doedsfall: { doedsdato: sample.from } };
export const protection = {
  ...personEvent,
  opplysningstype: "ADRESSEBESKYTTELSE_V1",
  adressebeskyttelse: { gradering: "STRENGT_FORTROLIG" },
};
