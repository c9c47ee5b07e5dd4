import { randomUUID } from "node:crypto";
import type { SickLeaveCertified } from "@samvirke/contracts";
import { parseCertificate, printCertificate, printReceivedSykmelding, printSykmeldingRecord } from "@samvirke/formats";
import type { CertificateSample } from "@samvirke/formats";
import { addDays, E, printDay } from "@samvirke/kernel";
import type { Message, World } from "../model.ts";
import {
  clinician,
  earlier,
  employer,
  idOf,
  json,
  minutesAgo,
  nameOf,
  numberOf,
  practice,
  record,
  system,
  today,
  xml,
} from "./ground.ts";

/** A certificate that every rule lets pass. */
export const certificate = (world: World, changes: Partial<CertificateSample> = {}): CertificateSample => ({
  wrapping: "fellesformat",
  messageId: idOf(world, "certificate"),
  generatedAt: minutesAgo(2),
  receivedAt: minutesAgo(1),
  ediLogId: `edi-${idOf(world, "certificate")}`,
  person: { number: numberOf(world), name: nameOf(world) },
  clinician,
  unit: practice,
  ruleSetVersion: "3",
  spellStart: today,
  employment: { count: "1", employerName: employer.name, occupation: "Snekker", positionPercent: 100 },
  mainDiagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom uten smerteutstråling" },
  periods: [{ kind: "FULL", from: today, to: addDays(today, 9) }],
  treatedAt: `${printDay(today)}T09:15:00`,
  system,
  barcode: "0",
  ...changes,
});

/** Sends a certificate as an EHR does. */
export const certified =
  (changes: Partial<CertificateSample> = {}) =>
  (world: World): Message => {
    const sample = certificate(world, changes);
    const message = xml("health", printCertificate(sample), sample.messageId);
    // What has no envelope comes by the station; else the practice sends itself.
    return sample.wrapping === "payload" ? message : { ...message, party: "local-practice" };
  };

const eventOf = (sample: CertificateSample, id: string): SickLeaveCertified => {
  const parsed = parseCertificate(printCertificate(sample));
  if (E.isLeft(parsed)) throw new Error("the matrix's own certificate cannot be read");
  const { identity, work, case: shared, medical } = parsed.right;
  return {
    sickLeaveId: id,
    archiveId: id,
    aliases: [],
    channel: "XML",
    receivedAt: Date.now(),
    ruleSetVersion: "1",
    policyVersion: "1",
    warnings: 0,
    assessment: "OK",
    identity,
    work,
    case: shared,
    medical,
  };
};

const sykmeldinger = "tsm.sykmeldinger";

/** The certificate as welfare's register publishes it, under welfare's own id. */
export const registered =
  (name: string, changes: Partial<CertificateSample> = {}, validation: object = {}) =>
  (world: World): Message => {
    const id = idOf(world, name);
    const { json: value } = printSykmeldingRecord(eventOf(certificate(world, changes), id));
    const stated = value["validation"] as Readonly<Record<string, unknown>>;
    return { ...record(sykmeldinger, id, { ...value, validation: { ...stated, ...validation } }), wireId: id };
  };

/** The same in the older JSON. */
export const received =
  (name: string, changes: Partial<CertificateSample> = {}) =>
  (world: World): Message => {
    const id = idOf(world, name);
    const sample = certificate(world, changes);
    const xmlText = Buffer.from(printCertificate(sample)).toString("utf8");
    const value = printReceivedSykmelding(eventOf(sample, id), xmlText);
    return { ...record("teamsykmelding.ok-sykmelding", id, value), wireId: id };
  };

/** A null value for a certificate that welfare published before. */
export const tombstone = (world: World): Message => {
  const id = earlier(world).message.wireId ?? "";
  return record(sykmeldinger, id, null);
};

/** A null value for a certificate that welfare has not published yet. */
export const tombstoneOf =
  (name: string) =>
  (world: World): Message =>
    record(sykmeldinger, idOf(world, name), null);

/** What welfare came to about a certificate that it knows by the hub's id. */
export const validated =
  (idIn: (world: World) => string, status: "OK" | "INVALID") =>
  (world: World): Message =>
    record("teamsykmelding.sykmelding-behandlingsutfall", idIn(world), {
      status,
      ruleHits:
        status === "OK"
          ? []
          : [
              {
                ruleName: "PROVE",
                messageForSender: "til avsender",
                messageForUser: "til person",
                ruleStatus: "INVALID",
              },
            ],
      timestamp: new Date().toISOString(),
    });

const questions = [
  { tekst: "Din situasjon", shortName: "ARBEIDSSITUASJON", svartype: "ARBEIDSSITUASJON", svar: "ARBEIDSTAKER" },
];

/** What the person did with a certificate. */
export const used =
  (statusEvent: string, idIn: (world: World) => string, more: object = {}) =>
  (world: World): Message => {
    const id = idIn(world);
    const at = new Date().toISOString();
    const kafkaMetadata = { sykmeldingId: id, timestamp: at, fnr: numberOf(world), source: "prove" };
    const event = {
      sykmeldingId: id,
      timestamp: at,
      statusEvent,
      arbeidsgiver: null,
      sporsmals: null,
      ...more,
    };
    return record("teamsykmelding.sykmeldingstatus-leesah", id, { kafkaMetadata, event });
  };

/** SENDT to our employer. */
export const sentTo = (idIn: (world: World) => string) =>
  used("SENDT", idIn, {
    arbeidsgiver: { orgnummer: employer.organisationNumber, juridiskOrgnummer: "999990009", orgNavn: employer.name },
    sporsmals: questions,
  });

/** A certificate by the form of the digital solution. */
export const submitted = (world: World): Message => {
  const submitId = randomUUID();
  const message = json(
    "health",
    {
      submitId,
      meta: {
        source: "syk-inn (HelseID)",
        pasientIdent: numberOf(world),
        sykmelderHpr: clinician.hprNumber,
        legekontorOrgnr: practice.organisationNumber,
        legekontorTlf: "55500000",
      },
      values: {
        pasientenSkalSkjermes: false,
        hoveddiagnose: { system: "ICPC2", code: "L84" },
        bidiagnoser: [],
        aktivitet: [
          {
            type: "AKTIVITET_IKKE_MULIG",
            fom: printDay(today),
            tom: printDay(addDays(today, 6)),
            medisinskArsak: { isMedisinskArsak: true },
            arbeidsrelatertArsak: {
              isArbeidsrelatertArsak: false,
              arbeidsrelaterteArsaker: [],
              annenArbeidsrelatertArsak: null,
            },
          },
        ],
        svangerskapsrelatert: false,
        meldinger: { tilNav: null, tilArbeidsgiver: null },
        yrkesskade: { yrkesskade: false, skadedato: null },
        arbeidsgiver: { harFlere: false, arbeidsgivernavn: employer.name },
        tilbakedatering: null,
        utdypendeSporsmal: null,
        annenFravarsgrunn: null,
      },
    },
    submitId,
  );
  return { ...message, party: "local-practice" };
};
