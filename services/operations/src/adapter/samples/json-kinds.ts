import { printHubReferral, printTombstone } from "@samvirke/formats";
import type { HubBody, HubParty } from "@samvirke/formats";
import { addDays, printDay } from "@samvirke/kernel";
import type { Maker, Stuff } from "./made.ts";
import { json } from "./made.ts";

const certificateId = ({ ground }: Stuff): string => ground.theirs.uuid("certificate");
const time = ({ ground }: Stuff): string => new Date(ground.wish.at).toISOString();

const status =
  (statusEvent: string, more: object = {}): Maker =>
  (stuff) =>
    json({
      kafkaMetadata: {
        sykmeldingId: certificateId(stuff),
        timestamp: time(stuff),
        fnr: stuff.personNumber,
        source: "samvirke-prove",
      },
      event: { sykmeldingId: certificateId(stuff), timestamp: time(stuff), statusEvent, ...more },
    });

const employer = { orgnummer: "999990002", juridiskOrgnummer: "999990003", orgNavn: "Prøveverkstedet AS" };

const submission: Maker = ({ ground: { own, today, wish }, base, personNumber }) =>
  json({
    submitId: own.uuid("submission"),
    meta: {
      source: "syk-inn (HelseID)",
      pasientIdent: personNumber,
      sykmelderHpr: base.clinician.hprNumber,
      legekontorOrgnr: base.unit.organisationNumber,
      legekontorTlf: "55500000",
    },
    values: {
      pasientenSkalSkjermes: false,
      hoveddiagnose: { system: "ICPC2", code: "L84" },
      bidiagnoser: [],
      aktivitet: [
        {
          type: "AKTIVITET_IKKE_MULIG",
          fom: printDay(addDays(today, wish.from)),
          tom: printDay(addDays(today, wish.from + wish.days - 1)),
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
      yrkesskade: null,
      arbeidsgiver: null,
      tilbakedatering: null,
      utdypendeSporsmal: null,
      annenFravarsgrunn: null,
    },
  });

const order =
  (codes: object): Maker =>
  ({ ground: { own, theirs }, personNumber }) =>
    json({
      behandlerRef: theirs.uuid("clinician reference"),
      personIdent: personNumber,
      dialogmeldingUuid: own.uuid("order"),
      dialogmeldingRefConversation: theirs.uuid("conversation"),
      dialogmeldingTekst: "Prøvetekst fra NAV.",
      kilde: "samvirke-prove",
      ...codes,
    });

const planRequest: Maker = ({ ground: { today }, personNumber }) =>
  json({
    employeeIdentificationNumber: personNumber,
    typicalWorkday: "Montering",
    tasksThatCanStillBeDone: "Kontorarbeid",
    tasksThatCanNotBeDone: "Tunge løft",
    previousFacilitation: "Ingen",
    plannedFacilitation: "Lettere oppgaver",
    followUp: "Samtale hver uke",
    evaluationDate: printDay(addDays(today, 28)),
    sendPlanToNav: true,
    needsHelpFromNav: false,
    sendPlanToGeneralPractitioner: true,
    contactPersonFullName: "Prøve Leder",
    contactPersonPhoneNumber: "55500001",
    contactPersonEmail: "leder@example.no",
    employeeHasContributedToPlan: true,
    lpsName: "Samvirke prøvesystem",
  });

const planNotice: Maker = ({ ground: { own, today }, personNumber }) =>
  json({
    uuid: own.uuid("plan"),
    fodselsnummer: personNumber,
    virksomhetsnummer: "999990002",
    behovForBistandFraNav: false,
    opprettet: today,
  });

const welfare: HubParty = {
  name: "NAV Prøvedalen",
  identifiers: [{ type: "HER", value: "79768" }],
  department: null,
  professional: null,
};

const hubReferral =
  (body: (stuff: Stuff) => HubBody): Maker =>
  (stuff) => {
    const { ground, base, personNumber } = stuff;
    const { given, family } = base.person.name ?? { given: "Prøva", family: "Testdal" };
    const bytes = printHubReferral({
      messageId: ground.own.uuid("hub referral"),
      madeAt: ground.wish.at,
      parent: null,
      conversation: null,
      sender: {
        name: base.unit.name,
        identifiers: [{ type: "HER", value: base.unit.herId ?? "" }],
        department: null,
        professional: null,
      },
      receiver: welfare,
      person: { numbers: [{ type: "FNR", value: personNumber }], given, family, bornOn: null, sex: null },
      body: body(stuff),
    });
    return { contentType: "application/json", bytes };
  };

const workReferral = ({ ground }: Stuff): HubBody => ({
  kind: "REFERRAL",
  referral: ground.theirs.uuid("work referral"),
  lifecycle: "NEW",
  programme: "WORK_HELP",
  urgency: "NORMAL",
  wantedOn: null,
  copies: [],
  consent: { status: "GIVEN", on: ground.today, givenBy: null },
  legalBasis: null,
  work: {
    goal: "Tilbake i ordinært arbeid",
    tried: "Lettere oppgaver",
    asked: "Arbeidsrettet bistand",
    ordinaryWorkWished: true,
    functionAtWork: "Kan sitte en halv dag",
    remainingCapacity: "50 prosent",
  },
  medical: null,
});

const workStatus = ({ ground }: Stuff): HubBody => ({
  kind: "STATUS",
  referral: ground.theirs.uuid("work referral"),
  outcome: "ACCEPTED",
  declineClass: null,
  decidedOn: ground.today,
  appointmentOn: addDays(ground.today, 14),
  latestStart: null,
  place: null,
  forwardedTo: null,
  text: null,
});

/** Samples in JSON, by the name of their kind; those of one person seed speak of one certificate and one referral. */
export const jsonKinds: Readonly<Record<string, Maker>> = {
  "certificate-submission": submission,
  "status-sent": status("SENDT", { arbeidsgiver: employer }),
  "status-confirmed": status("BEKREFTET"),
  "status-aside": status("AVBRUTT"),
  "status-expired": status("UTGATT"),
  "status-open": status("APEN"),
  "status-deleted": status("SLETTET"),
  validation: (stuff) =>
    json({ key: certificateId(stuff), value: { status: "OK", ruleHits: [], timestamp: time(stuff) } }),
  tombstone: (stuff) => ({ contentType: "application/json", bytes: printTombstone(certificateId(stuff)) }),
  "dialogue-order": order({
    dialogmeldingType: "DIALOG_FORESPORSEL",
    dialogmeldingKodeverk: "FORESPORSEL",
    dialogmeldingKode: 1,
  }),
  "dialogue-order-meeting": order({
    dialogmeldingType: "DIALOG_FORESPORSEL",
    dialogmeldingKodeverk: "DIALOGMOTE",
    dialogmeldingKode: 1,
  }),
  "dialogue-order-note": order({
    dialogmeldingType: "DIALOG_NOTAT",
    dialogmeldingKodeverk: "HENVENDELSE",
    dialogmeldingKode: 8,
  }),
  "follow-up-plan-request": planRequest,
  "follow-up-plan-notice": planNotice,
  "work-referral": hubReferral(workReferral),
  "work-referral-status": hubReferral(workStatus),
};
