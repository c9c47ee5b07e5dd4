const every =
  (...tags: ReadonlyArray<string>) =>
  (stated: ReadonlySet<string>): boolean =>
    tags.every((tag) => stated.has(tag));

const some =
  (...tags: ReadonlyArray<string>) =>
  (stated: ReadonlySet<string>): boolean =>
    tags.some((tag) => stated.has(tag));

type Condition = (stated: ReadonlySet<string>) => boolean;

const application: Condition = every("SYKEPENGESOKNAD", "SENDT");
const workingTime = (tag: string): Condition => every("SYKEPENGESOKNAD", "SENDT", "KORRIGERT_ARBEIDSTID", tag);
const travel = every("REISETILSKUDD", "UKJENT_AKTIVITET");

const period = (state: string, tag: string): Condition => every("SYKMELDING", state, "PERIODE", tag);
const with2 =
  (...conditions: ReadonlyArray<Condition>): Condition =>
  (stated) =>
    conditions.every((condition) => condition(stated));

// What the person says afterwards counts more than what was certified, what was sent more than what was not.
const order: ReadonlyArray<Condition> = [
  with2(application, every("ARBEID_GJENNOPPTATT")),
  ...["BEHANDLINGSDAGER", "INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET"].map(workingTime),
  with2(application, some("PERMISJON", "FERIE")),
  with2(application, some("EGENMELDING", "PAPIRSYKMELDING", "FRAVAR_FOR_SYKMELDING")),
  with2(application, ({ size }) => size === 2),
  with2(application, every("BEHANDLINGSDAG")),
  with2(application, every("BEHANDLINGSDAGER")),
  every("INNTEKTSMELDING", "ARBEIDSGIVERPERIODE"),
  ...["INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET"].map((tag) => period("SENDT", tag)),
  every("SYKMELDING", "SENDT", "EGENMELDING"),
  period("SENDT", "BEHANDLINGSDAGER"),
  ...["INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET", "BEHANDLINGSDAGER"].map((tag) =>
    period("BEKREFTET", tag),
  ),
  every("SYKMELDING", "BEKREFTET", "ANNET_FRAVAR"),
  with2(period("SENDT", "REISETILSKUDD"), travel),
  ...["INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET", "BEHANDLINGSDAGER"].map((tag) => period("NY", tag)),
  with2(period("NY", "REISETILSKUDD"), travel),
];

/**
 * Place of a piece among the sources of one day, 0 first; undefined when its tags say nothing about a day.
 *
 * Source: isoppfolgingstilfelle, priority of tags; domain fact sheet 4.3.
 */
export const rankOf = (tags: ReadonlyArray<string>): number | undefined => {
  const stated = new Set(tags);
  const place = order.findIndex((condition) => condition(stated));
  return place < 0 ? undefined : place;
};
