import type {
  EmployedOutlook,
  Employment,
  EmployerCount,
  HelpAsked,
  PatientContact,
  PersonIdentity,
  ShownClinician,
  SickLeaveCase,
  SickLeaveWork,
  Signer,
  UnemployedOutlook,
} from "@samvirke/contracts";
import { categories } from "../sykmelding-record/code-tables.ts";
import { codeFor, nationalNumber, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { flag, inner, maybeDay, maybeFlag, maybeInner, maybeText, maybeWhole, text, time } from "./json-source.ts";
import { addressOf, contactPointsIn, nameOf, personIdsIn } from "./record-parties.ts";
import type { RecordMetadata } from "./record-envelope.ts";

type FromEmployer = Pick<SickLeaveWork, "employment" | "messageToEmployer" | "workplaceMeasures"> &
  Pick<SickLeaveCase, "positionPercent">;

const counts: Readonly<Record<string, readonly [EmployerCount, string]>> = {
  EN_ARBEIDSGIVER: ["ONE", "1"],
  FLERE_ARBEIDSGIVERE: ["SEVERAL", "2"],
  INGEN_ARBEIDSGIVER: ["NONE", "3"],
};

/** How many employers, by welfare's word. */
export const employerCount = (word: string): Pick<Employment, "count" | "countCode"> => {
  const [count, code] = counts[word] ?? (["UNKNOWN", word] as const);
  return { count, countCode: plainCode(code) };
};

/** Reads `arbeidsgiver` of the record. */
export const employerOf = (source: JsonSource): FromEmployer => ({
  employment: {
    ...employerCount(text(source, "type")),
    employerName: maybeText(source, "navn"),
    occupation: maybeText(source, "yrkesbetegnelse"),
  },
  positionPercent: maybeWhole(source, "stillingsprosent"),
  messageToEmployer: maybeText(source, "meldingTilArbeidsgiver"),
  workplaceMeasures: maybeText(source, "tiltakArbeidsplassen"),
});

/** What stands where the record names no employer at all, as in one from abroad. */
export const noEmployer: FromEmployer = {
  employment: { count: "UNKNOWN", countCode: null, employerName: null, occupation: null },
  positionPercent: null,
  messageToEmployer: null,
  workplaceMeasures: null,
};

type FromClinician = { readonly shown: ShownClinician; readonly numbers: SickLeaveCase["clinicianNumbers"] };

export const clinicianOf = (source: JsonSource): FromClinician => {
  const numbers = personIdsIn(source);
  return {
    shown: {
      name: maybeInner(source, "navn", nameOf),
      hprNumber: numbers.find(({ type }) => type.code === "HPR")?.value ?? null,
      address: maybeInner(source, "adresse", addressOf),
      contactPoints: contactPointsIn(source),
    },
    numbers,
  };
};

export const noClinician: FromClinician = {
  shown: { name: null, hprNumber: null, address: null, contactPoints: [] },
  numbers: [],
};

export const signerOf = (source: JsonSource): Signer => ({
  numbers: personIdsIn(source),
  name: null,
  category: codeFor(categories, text(source, "helsepersonellKategori")),
});

type FromOutlook = Pick<SickLeaveWork, "fitAfterPeriod" | "consideration"> &
  Pick<SickLeaveCase, "employedOutlook" | "unemployedOutlook" | "forecastGiven">;

export const noOutlook: FromOutlook = {
  fitAfterPeriod: null,
  consideration: null,
  employedOutlook: null,
  unemployedOutlook: null,
  forecastGiven: false,
};

export const employedOutlookOf = (source: JsonSource): EmployedOutlook => ({
  ownWork: flag(source, "egetArbeidPaSikt"),
  otherWork: flag(source, "annetArbeidPaSikt"),
  fromDay: maybeDay(source, "arbeidFOM"),
  assessedOn: maybeDay(source, "vurderingsdato"),
});

export const unemployedOutlookOf = (source: JsonSource): UnemployedOutlook => ({
  fitInTime: flag(source, "arbeidsforPaSikt"),
  fromDay: maybeDay(source, "arbeidsforFOM"),
  assessedOn: maybeDay(source, "vurderingsdato"),
});

const workOutlook = (source: JsonSource): Pick<FromOutlook, "employedOutlook" | "unemployedOutlook"> =>
  text(source, "type") === "ER_I_ARBEID"
    ? { employedOutlook: employedOutlookOf(source), unemployedOutlook: null }
    : { employedOutlook: null, unemployedOutlook: unemployedOutlookOf(source) };

export const outlookOf = (source: JsonSource): FromOutlook => ({
  fitAfterPeriod: flag(source, "arbeidsforEtterPeriode"),
  consideration: maybeText(source, "hensynArbeidsplassen"),
  ...(maybeInner(source, "arbeid", workOutlook) ?? { employedOutlook: null, unemployedOutlook: null }),
  forecastGiven: true,
});

export const helpOf = (source: JsonSource): HelpAsked => ({
  atOnce: flag(source, "bistandUmiddelbart"),
  text: maybeText(source, "beskrivBistand"),
});

type FromPatient = { readonly identity: PersonIdentity; readonly contact: PatientContact };

type FromHead = Pick<PatientContact, "bornOn" | "sex" | "nationality" | "address" | "envelopeContactPoints">;

const nothingSaid: FromHead = { bornOn: null, sex: null, nationality: null, address: null, envelopeContactPoints: [] };

const fromHead = ({ patient }: RecordMetadata): FromHead => {
  if (patient === null) return nothingSaid;
  const { bornOn, sex, nationality, address, contactPoints } = patient;
  return { bornOn, sex, nationality, address, envelopeContactPoints: contactPoints };
};

export const patientOf =
  (metadata: RecordMetadata) =>
  (source: JsonSource): FromPatient => ({
    identity: {
      number: nationalNumber(text(source, "fnr")),
      name: maybeInner(source, "navn", nameOf),
      envelopeNumbers: metadata.patient?.identifiers ?? [],
      envelopeName: metadata.patient?.name ?? null,
      currentNumber: null,
    },
    contact: {
      contactPoints: contactPointsIn(source),
      familyDoctor: maybeText(source, "navnFastlege"),
      welfareOffice: maybeText(source, "navKontor"),
      ...fromHead(metadata),
    },
  });

type FromTimes = Pick<SickLeaveWork, "treatedAt" | "treatedOn" | "treatedClock"> &
  Pick<SickLeaveCase, "sendingSystem" | "ruleSetVersionAsSent" | "barcode"> & {
    readonly generated: ReturnType<typeof time>;
    readonly receivedAt: number;
  };

type Treated = Pick<SickLeaveWork, "treatedAt" | "treatedOn" | "treatedClock">;

const treatedIn = (source: JsonSource): Treated => {
  if (!Object.hasOwn(source.value, "behandletTidspunkt"))
    return { treatedAt: null, treatedOn: null, treatedClock: null };
  const treated = time(source, "behandletTidspunkt");
  return { treatedAt: treated.text, treatedOn: treated.day, treatedClock: treated.clock };
};

const systemOf = (source: JsonSource): SickLeaveCase["sendingSystem"] => ({
  name: text(source, "navn"),
  version: text(source, "versjon"),
});

/** Reads `sykmelding.metadata`; the treatment's clock time stands under a Z that means nothing. */
export const timesOf = (source: JsonSource): FromTimes => ({
  ...treatedIn(source),
  generated: time(source, "genDate"),
  receivedAt: time(source, "mottattDato").at,
  sendingSystem: inner(source, "avsenderSystem", systemOf),
  ruleSetVersionAsSent: maybeText(source, "regelsettVersjon"),
  barcode: maybeText(source, "strekkode"),
});

export const abroadOf = (source: JsonSource) => ({
  country: text(source, "land"),
  barracksAddress: flag(source, "folkeRegistertAdresseErBrakkeEllerTilsvarende"),
  addressAbroad: maybeFlag(source, "erAdresseUtland"),
});
