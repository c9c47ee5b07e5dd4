import type {
  Channel,
  PersonIdentity,
  SickLeavePeriod,
  SickLeaveSent,
  SickLeaveWork,
  ShownClinician,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { fromOsloLocal, printDay } from "@samvirke/kernel";
import { lookUpAll, workplaceCauses } from "../sykmelding-record/code-tables.ts";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import { lossReport } from "../sykmelding-record/losses.ts";
import { printInstant } from "../xml/print-time.ts";
import { answersJson, readableByEmployer } from "./answers.ts";
import { legacyAddressJson, shownPhone } from "./legacy-print.ts";
import { employerJson } from "./print-status.ts";

/**
 * All that the copy for an employer is made from: the parts that an employer's key opens, and kinds of remarks. Nothing of
 * the case or the medical part can be handed in.
 */
export interface EmployerCopy {
  readonly certificateId: string;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly sent: SickLeaveSent;
  /** Kinds of welfare's remarks, without their texts. */
  readonly remarks: ReadonlyArray<string>;
}

type Kind = SickLeavePeriod["kind"];

const kinds: Readonly<Record<Exclude<Kind, "UNKNOWN">, string>> = {
  FULL: "AKTIVITET_IKKE_MULIG",
  GRADED: "GRADERT",
  AWAITING: "AVVENTENDE",
  TREATMENT_DAYS: "BEHANDLINGSDAGER",
  TRAVEL_SUPPORT: "REISETILSKUDD",
};

const workplaceJson = ({ workplaceCauses: causes }: SickLeavePeriod): JsonObject | null =>
  causes && {
    beskrivelse: causes.text,
    arsak: lookUpAll(workplaceCauses, causes.codes, { at: "", report: lossReport() }),
  };

const gradedJson = (period: SickLeavePeriod): JsonObject | null =>
  period.kind === "GRADED" ? { grad: period.grade ?? 0, reisetilskudd: period.gradedTravelSupport ?? false } : null;

const only = <A>(applies: boolean, value: A | null): A | null => (applies ? value : null);

const periodJson = (period: SickLeavePeriod): ReadonlyArray<JsonObject> => {
  const { kind } = period;
  if (kind === "UNKNOWN") return [];
  return [
    {
      fom: printDay(period.from),
      tom: printDay(period.to),
      type: kinds[kind],
      gradert: gradedJson(period),
      behandlingsdager: only(kind === "TREATMENT_DAYS", period.treatmentDaysPerWeek),
      innspillTilArbeidsgiver: only(kind === "AWAITING", period.inputToEmployer),
      aktivitetIkkeMulig: only<JsonObject>(kind === "FULL", { arbeidsrelatertArsak: workplaceJson(period) }),
      reisetilskudd: kind === "TRAVEL_SUPPORT",
    },
  ];
};

const clinicianJson = ({ name, hprNumber, address, contactPoints }: ShownClinician): JsonObject | null =>
  name && {
    fornavn: name.given ?? "",
    mellomnavn: name.middle,
    etternavn: name.family ?? "",
    hpr: hprNumber,
    adresse: legacyAddressJson(address),
    tlf: shownPhone(contactPoints),
  };

const outlookJson = ({ fitAfterPeriod, consideration }: SickLeaveWork): JsonObject | null =>
  fitAfterPeriod === null && consideration === null
    ? null
    : { arbeidsforEtterPeriode: fitAfterPeriod ?? false, hensynArbeidsplassen: consideration };

const dayJson = (day: SickLeaveWork["contactOn"]): string | null => (day === null ? null : printDay(day));

// Only the day of signing is the employer's to know of; it is written as that day's first moment in Oslo.
const signedJson = (day: SickLeaveWork["signedOn"]): string | null =>
  day === null ? null : printInstant(fromOsloLocal(day * 86_400_000));

const remarksJson = (remarks: ReadonlyArray<string>): Json =>
  remarks.length === 0 ? null : remarks.map((type) => ({ type, beskrivelse: null }));

const certificateJson = ({ certificateId, receivedAt, channel, work, remarks }: EmployerCopy): JsonObject => ({
  id: certificateId,
  mottattTidspunkt: printInstant(receivedAt),
  syketilfelleStartDato: dayJson(work.spellStart),
  behandletTidspunkt: printInstant(work.treatedClock ?? receivedAt),
  arbeidsgiver: { navn: work.employment.employerName, yrkesbetegnelse: work.employment.occupation },
  sykmeldingsperioder: work.periods.flatMap(periodJson),
  prognose: outlookJson(work),
  tiltakArbeidsplassen: work.workplaceMeasures,
  meldingTilArbeidsgiver: work.messageToEmployer,
  kontaktMedPasient: { kontaktDato: dayJson(work.contactOn) },
  behandler: clinicianJson(work.clinician),
  egenmeldt: channel === "SELF",
  papirsykmelding: channel === "PAPER",
  merknader: remarksJson(remarks),
  utenlandskSykmelding: work.foreignCountry === null ? null : { land: work.foreignCountry },
  signaturDato: signedJson(work.signedOn),
});

const numberOf = ({ currentNumber, number }: PersonIdentity): string => currentNumber?.value ?? number?.value ?? "";

/**
 * An ArbeidsgiverSykmelding with its metadata and event, for the employer that the person sent it to.
 *
 * Shape:  exactly the allowed fields. `harRedusertArbeidsgiverperiode` is left out, since true tells the diagnosis group;
 *         the record's key is the certificate's id, never one made from the person's number; remarks come without text.
 * Unit:   `behandletTidspunkt` is the written clock time under a Z, as welfare prints it; `mottattTidspunkt` is UTC.
 * Source: fact sheet 6.1 (allowed fields and the trap) and 10.1.
 */
export const printEmployerSykmelding = (copy: EmployerCopy): JsonObject => {
  const { certificateId, sent } = copy;
  return {
    sykmelding: certificateJson(copy),
    kafkaMetadata: {
      sykmeldingId: certificateId,
      timestamp: sent.sentAtText,
      fnr: numberOf(copy.identity),
      source: "samvirke",
    },
    event: {
      sykmeldingId: certificateId,
      timestamp: sent.sentAtText,
      statusEvent: "SENDT",
      arbeidsgiver: employerJson(sent.employer),
      ...answersJson(readableByEmployer(sent.answers)),
    },
  };
};
