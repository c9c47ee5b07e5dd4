import type { Address, Identifier, Organisation, StatementReferral, WorkAbilityAssessed } from "@samvirke/contracts";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import { localOslo, localUtc, zonedDay } from "./welfare-times.ts";

type Statement = WorkAbilityAssessed;

const numberOf = (postalCode: string | null | undefined): number | null =>
  postalCode && /^\d{1,9}$/.test(postalCode.trim()) ? Number(postalCode) : null;

const placeJson = (address: Address | undefined): JsonObject => ({
  adresse: address?.street ?? null,
  postnummer: numberOf(address?.postalCode),
  poststed: address?.city ?? null,
});

const nameJson = ({ identity }: Statement): JsonObject => {
  const name = identity.name ?? identity.envelopeName;
  return { fornavn: name?.given ?? "", mellomnavn: name?.middle ?? null, etternavn: name?.family ?? "" };
};

/** The model's `pasient`. */
export const personJson = (statement: Statement): JsonObject => {
  const { identity, case: shared } = statement;
  const { employment } = shared;
  return {
    ...nameJson(statement),
    fnr: identity.number?.value ?? "",
    navKontor: shared.welfareOffice,
    ...placeJson(shared.personAddresses[0]?.postal[0]),
    yrke: employment.occupation,
    arbeidsgiver: { navn: employment.employerName, ...placeJson(employment.employerAddress?.postal[0]) },
  };
};

/** The model's `sykdomsopplysninger`; the first diagnosis sent is the main one, as welfare reads it. */
export const illnessJson = ({ medical }: Statement): JsonObject => {
  const [main, ...others] = medical.diagnoses.map(({ code }): JsonObject => ({ tekst: code.text, kode: code.code }));
  return {
    hoveddiagnose: main ?? null,
    bidiagnose: others,
    arbeidsuforFra: medical.unfitFrom === null ? null : zonedDay(medical.unfitFrom),
    sykdomshistorie: medical.history ?? "",
    statusPresens: medical.status ?? "",
    borNavKontoretVurdereOmDetErEnYrkesskade: medical.assessOccupationalInjury === true,
    yrkesSkadeDato: medical.injuredOn === null ? null : zonedDay(medical.injuredOn),
  };
};

// The model has no referral without a day.
const referralJson = (referral: StatementReferral | null): Json =>
  referral === null || referral.referredOn === null
    ? null
    : {
        tekst: referral.text ?? "",
        dato: zonedDay(referral.referredOn),
        antattVentetIUker: referral.waitingWeeks ?? 0,
      };

/** The model's `plan`. */
export const planJson = ({ medical }: Statement): JsonObject => ({
  utredning: referralJson(medical.examination),
  behandling: referralJson(medical.treatment),
  utredningsplan: medical.examinationPlan,
  behandlingsplan: medical.treatmentPlan,
  vurderingAvTidligerePlan: medical.earlierPlanAssessment,
  narSporreOmNyeLegeopplysninger: medical.newInformationWhen,
  videreBehandlingIkkeAktueltGrunn: medical.noFurtherTreatment,
});

/** The model's `forslagTilTiltak`; `behov` says that measures are needed, also where welfare's own mapping says the opposite. */
export const measuresJson = ({ case: shared }: Statement): JsonObject => {
  const has = (kind: (typeof shared.measures)[number]["kind"]): boolean =>
    shared.measures.some((measure) => measure.kind === kind);
  return {
    behov: shared.measuresRelevant ?? shared.measures.length > 0,
    kjopAvHelsetjenester: has("HEALTH_SERVICES"),
    reisetilskudd: has("TRAVEL_SUPPORT"),
    aktivSykmelding: has("ACTIVE_SICK_LEAVE"),
    hjelpemidlerArbeidsplassen: has("WORKPLACE_AIDS"),
    arbeidsavklaringspenger: has("VOCATIONAL_REHABILITATION"),
    friskmeldingTilArbeidsformidling: has("JOB_SEEKING"),
    andreTiltak: shared.measures.find(({ kind }) => kind === "OTHER")?.text ?? null,
    naermereOpplysninger: shared.measuresDetails ?? "",
    tekst: shared.measuresLimits ?? shared.reasonWithoutMeasures ?? "",
  };
};

/** The model's `funksjonsOgArbeidsevne`. */
export const abilityJson = ({ case: shared, medical }: Statement): JsonObject => {
  const does = (kind: (typeof shared.workSituations)[number]["kind"]): boolean =>
    shared.workSituations.some((situation) => situation.kind === kind);
  return {
    vurderingFunksjonsevne: medical.function ?? "",
    inntektsgivendeArbeid: does("PAID_WORK"),
    hjemmearbeidende: does("HOMEMAKER"),
    student: does("STUDENT"),
    annetArbeid: shared.workSituations.find(({ kind }) => kind === "OTHER")?.other ?? "",
    kravTilArbeid: shared.workDemands,
    kanGjenopptaTidligereArbeid: shared.canResumeWork === true,
    kanGjenopptaTidligereArbeidNa: shared.resumeWorkWhen === "NOW",
    kanGjenopptaTidligereArbeidEtterBehandling: shared.resumeWorkWhen === "AFTER",
    kanIkkeGjenopptaNaverendeArbeid: shared.cannotDo,
    kanTaAnnetArbeid: shared.canTakeOtherWork === true,
    kanTaAnnetArbeidNa: shared.takeOtherWorkWhen === "NOW",
    kanTaAnnetArbeidEtterBehandling: shared.takeOtherWorkWhen === "AFTER",
    kanIkkeTaAnnetArbeid: shared.considerationInOtherWork,
  };
};

/** The model's `prognose`. */
export const outlookJson = ({ case: shared, medical }: Statement): JsonObject => ({
  vilForbedreArbeidsevne: shared.workAbilityWillImprove === true,
  anslattVarighetSykdom: medical.illnessDuration,
  anslattVarighetFunksjonsnedsetting: medical.functionLossDuration,
  anslattVarighetNedsattArbeidsevne: shared.reducedWorkAbilityDuration,
});

/** The model's `kontakt`. */
export const contactJson = ({ case: shared }: Statement): JsonObject => {
  const wants = (kind: (typeof shared.contacts)[number]["kind"]): boolean =>
    shared.contacts.some((contact) => contact.kind === kind);
  return {
    skalKontakteBehandlendeLege: wants("CLINICIAN"),
    skalKontakteArbeidsgiver: wants("EMPLOYER"),
    skalKontakteBasisgruppe: wants("SUPPORT_GROUP"),
    kontakteAnnenInstans: shared.contacts.find(({ kind }) => kind === "OTHER")?.other ?? null,
    onskesKopiAvVedtak: shared.wantsCopy === true,
  };
};

const organisationOf = ({ case: shared }: Statement): Organisation | undefined =>
  shared.envelope.sender?.organisations[0];

const nameOf = (organisation: Organisation | undefined): string => {
  const name = organisation?.healthcareProfessional?.name;
  return [name?.given, name?.middle, name?.family].filter((part) => part).join(" ");
};

const officeJson = (address: Address | null): JsonObject => ({
  adresse: address?.street ?? null,
  postnummer: address?.postalCode ?? null,
  poststed: address?.city ?? null,
});

/** The model's `signatur`; its time is the receipt time that the decision used. */
export const signatureJson = (statement: Statement): JsonObject => {
  const organisation = organisationOf(statement);
  return {
    dato: `${localUtc(statement.receivedAt)}Z`,
    navn: nameOf(organisation),
    ...officeJson(organisation?.address ?? null),
    signatur: "",
    tlfNummer: organisation?.healthcareProfessional?.contactPoints[0]?.address ?? "",
  };
};

/** When the clinician signed, by Oslo's clock. */
export const signedAt = ({ case: shared, receivedAt }: Statement): string =>
  localOslo(shared.envelope.generatedAt ?? receivedAt);

const ofType = (identifiers: ReadonlyArray<Identifier>, code: string): string | null =>
  identifiers.find(({ type }) => type.code === code)?.value ?? null;

/** What the model says of the sender's unit. */
export const unitJson = (statement: Statement): JsonObject => {
  const organisation = organisationOf(statement);
  const identifiers = organisation?.identifiers ?? [];
  return {
    legekontorOrgNr: ofType(identifiers, "ENH"),
    legekontorHerId: ofType(identifiers, "HER"),
    legekontorReshId: ofType(identifiers, "RSH"),
    legekontorOrgName: organisation?.name ?? "",
  };
};
