import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { DateText, OffsetDateTime, Whole, exactly, list, orNull } from "../sykmelding-record/read-primitives.ts";
import type { Malformed } from "./malformed.ts";
import { malformed } from "./malformed.ts";

const text = t.string;
const maybe = orNull(text);

const word = (...words: ReadonlyArray<string>): t.Type<string> =>
  new t.Type<string>(
    words.join("|"),
    (value): value is string => typeof value === "string" && words.includes(value),
    (value, context) =>
      typeof value === "string" && words.includes(value) ? t.success(value) : t.failure(value, context),
    t.identity,
  );

const Period = exactly("SykmeldingsperiodeAGDTO", {
  fom: DateText,
  tom: DateText,
  type: word("AKTIVITET_IKKE_MULIG", "AVVENTENDE", "BEHANDLINGSDAGER", "GRADERT", "REISETILSKUDD"),
  gradert: orNull(exactly("Gradert", { grad: Whole, reisetilskudd: t.boolean })),
  behandlingsdager: orNull(Whole),
  innspillTilArbeidsgiver: maybe,
  aktivitetIkkeMulig: orNull(
    exactly("AktivitetIkkeMuligAGDTO", {
      arbeidsrelatertArsak: orNull(
        exactly("ArbeidsrelatertArsak", {
          beskrivelse: maybe,
          arsak: list(word("MANGLENDE_TILRETTELEGGING", "ANNET")),
        }),
      ),
    }),
  ),
  reisetilskudd: t.boolean,
});

const Clinician = exactly("BehandlerAGDTO", {
  fornavn: text,
  mellomnavn: maybe,
  etternavn: text,
  hpr: maybe,
  adresse: exactly("Adresse", { gate: maybe, postnummer: orNull(Whole), kommune: maybe, postboks: maybe, land: maybe }),
  tlf: maybe,
});

const Certificate = exactly("ArbeidsgiverSykmelding", {
  id: text,
  mottattTidspunkt: OffsetDateTime,
  syketilfelleStartDato: orNull(DateText),
  behandletTidspunkt: OffsetDateTime,
  arbeidsgiver: exactly("ArbeidsgiverAGDTO", { navn: maybe, yrkesbetegnelse: maybe }),
  sykmeldingsperioder: list(Period),
  prognose: orNull(exactly("PrognoseAGDTO", { arbeidsforEtterPeriode: t.boolean, hensynArbeidsplassen: maybe })),
  tiltakArbeidsplassen: maybe,
  meldingTilArbeidsgiver: maybe,
  kontaktMedPasient: exactly("KontaktMedPasientAGDTO", { kontaktDato: orNull(DateText) }),
  behandler: orNull(Clinician),
  egenmeldt: t.boolean,
  papirsykmelding: t.boolean,
  merknader: orNull(list(exactly("Merknad", { type: text, beskrivelse: t.null }))),
  utenlandskSykmelding: orNull(exactly("UtenlandskSykmeldingAGDTO", { land: text })),
  signaturDato: orNull(OffsetDateTime),
});

const Question = exactly("SporsmalOgSvar", {
  tekst: text,
  shortName: word("EGENMELDINGSDAGER", "NY_NARMESTE_LEDER"),
  svartype: text,
  svar: text,
});
const isOwnAnswer = (key: string): boolean =>
  ["egenmeldingsdager", "harBruktEgenmeldingsdager", "riktigNarmesteLeder"].includes(key);
const OwnAnswers = t.record(text, exactly("BrukerSvar", { sporsmaltekst: maybe, svar: t.unknown }));

const Message = exactly("SendtSykmelding", {
  sykmelding: Certificate,
  kafkaMetadata: exactly("KafkaMetadata", { sykmeldingId: text, timestamp: OffsetDateTime, fnr: text, source: text }),
  event: exactly("Event", {
    sykmeldingId: text,
    timestamp: OffsetDateTime,
    statusEvent: word("SENDT"),
    arbeidsgiver: orNull(exactly("ArbeidsgiverStatus", { orgnummer: text, juridiskOrgnummer: maybe, orgNavn: text })),
    sporsmals: orNull(list(Question)),
    brukerSvar: orNull(OwnAnswers),
  }),
});

const pathOf = ({ context }: t.ValidationError): string =>
  context
    .map(({ key }) => key)
    .filter((key) => key !== "")
    .join(".");

/**
 * Reads the copy for an employer strictly: a field outside the allowed list fails, wherever it stands. Written from the
 * list of the fact sheet, not from the printer.
 *
 * Rejects: Malformed.
 * Source:  fact sheet 6.1.
 */
export const readEmployerSykmelding = (json: unknown): Either<Malformed, JsonObject> => {
  const read = Message.decode(json);
  if (E.isLeft(read)) return malformed(read.left.map((error) => ({ path: pathOf(error), rule: "NOT_ALLOWED" })));
  const answers = Object.keys(read.right.event.brukerSvar ?? {});
  if (!answers.every(isOwnAnswer)) return malformed([{ path: "event.brukerSvar", rule: "NOT_ALLOWED" }]);
  return E.right(json as JsonObject);
};
