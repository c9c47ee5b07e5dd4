import { printFollowUpSample, printPlanBatch } from "@samvirke/formats";
import type { FollowUpSampleKind } from "@samvirke/formats";
import { printDay } from "@samvirke/kernel";
import { derivedId } from "../checker/ids.ts";
import type { Printing } from "./ground.ts";
import { dayFrom, employer, personOf, writtenAt, writtenText } from "./ground.ts";
import type { Message } from "./message.ts";
import { printed } from "./printed.ts";
import type { Parcel } from "./printed.ts";

type Print = (message: Message, printing: Printing) => Parcel;

const json = (topic: string, value: unknown): Parcel => ({
  ...printed(JSON.stringify(value)),
  door: "welfare",
  contentType: "application/json",
  topic,
});

/** Welfare's order to write to the clinician who wrote first. */
export const question: Print = (message) =>
  json("teamsykefravr.isdialogmelding-behandler-dialogmelding-bestilling", {
    behandlerRef: "f0f88210-0111-41e8-8f1a-0800200c9a66",
    personIdent: message.person.number,
    dialogmeldingUuid: message.wireMsgId,
    dialogmeldingRefParent: message.about?.wireMsgId ?? null,
    dialogmeldingRefConversation: message.about?.wireMsgId ?? message.wireMsgId,
    dialogmeldingType: "DIALOG_FORESPORSEL",
    dialogmeldingKodeverk: "FORESPORSEL",
    dialogmeldingKode: 1,
    dialogmeldingTekst: message.marker,
    dialogmeldingVedlegg: null,
    kilde: "PROVE",
  });

// Welfare speaks of a certificate by the id under which the hub told of it.
const used =
  (statusEvent: string, more: object): Print =>
  (message, printing) => {
    const id = derivedId("sick-leave", printing.messageIdOf(message.about?.n ?? 0));
    const timestamp = new Date(Date.parse(printing.times.received) + 1000 * (message.k + 1)).toISOString();
    const kafkaMetadata = { sykmeldingId: id, timestamp, fnr: message.person.number, source: "prove" };
    const event = { sykmeldingId: id, timestamp, statusEvent, arbeidsgiver: null, sporsmals: null, ...more };
    return json("teamsykmelding.sykmeldingstatus-leesah", { key: id, value: { kafkaMetadata, event } });
  };

/** The person sent the certificate to the employer. */
export const sent = used("SENDT", {
  arbeidsgiver: { orgnummer: employer.organisationNumber, juridiskOrgnummer: "999990009", orgNavn: employer.name },
  sporsmals: [
    { tekst: "Din situasjon", shortName: "ARBEIDSSITUASJON", svartype: "ARBEIDSSITUASJON", svar: "ARBEIDSTAKER" },
  ],
});

/** The person uses the certificate without an employer. */
export const confirmed = used("BEKREFTET", {
  sporsmals: [
    { tekst: "Din situasjon", shortName: "ARBEIDSSITUASJON", svartype: "ARBEIDSSITUASJON", svar: "ARBEIDSLEDIG" },
  ],
});

const dayMs = 86_400_000;

const told =
  (kind: FollowUpSampleKind, topic: string): Print =>
  (message, printing) => {
    const { key, bytes, contentType } = printFollowUpSample(kind, {
      id: message.subject,
      otherId: message.wireMsgId,
      personNumber: message.person.number,
      otherNumber: message.person.number,
      employer: employer.organisationNumber,
      office: "0099",
      caseWorker: "Z999999",
      at: writtenAt(message, printing),
      meetingAt: writtenAt(message, printing) + 14 * dayMs,
      from: dayFrom(printing, -20),
      to: dayFrom(printing, 10),
      text: message.marker,
    });
    if (contentType === "application/json")
      return json(topic, { key, value: JSON.parse(Buffer.from(bytes).toString("utf8")) as unknown });
    return { ...printed(bytes), door: "welfare", contentType, topic };
  };

/** Whether a meeting is needed. */
export const need = told("MEETING_CANDIDATE", "teamsykefravr.isdialogmotekandidat-dialogmotekandidat");

/** The activity requirement, assessed. */
export const requirement = told("ACTIVITY_ASSESSMENT", "teamsykefravr.aktivitetskrav-vurdering");

/** A dialogue meeting is called. */
export const meeting = told("MEETING_CALLED", "teamsykefravr.isdialogmote-dm-statusendring");

/** Welfare's word that a plan exists. */
export const notice: Print = (message, printing) =>
  json("team-esyfo.aapen-syfo-oppfolgingsplan-lps-nav-v2", {
    uuid: message.wireMsgId,
    fodselsnummer: message.person.number,
    virksomhetsnummer: employer.organisationNumber,
    behovForBistandFraNav: false,
    opprettet: dayFrom(printing, 0),
  });

/** An employer's plan in the portal's batch, shared with welfare. */
export const plan: Print = (message, printing) => {
  const { number, name } = personOf(message);
  const bytes = printPlanBatch(
    {
      employerNumber: employer.organisationNumber,
      employerName: employer.name,
      leader: { given: "Lise", family: "Leder", phone: "55500002" },
      personNumber: number,
      ...name,
      measures: [
        {
          goal: "Tilbake i full jobb",
          text: message.marker,
          from: dayFrom(printing, 0),
          to: dayFrom(printing, 28),
          grade: "50",
        },
      ],
      changedOn: dayFrom(printing, 0),
      toWelfare: true,
      toClinician: false,
      tookPart: true,
    },
    {
      edition: "4",
      reference: `AR${message.n}`,
      archivedAt: `${printDay(dayFrom(printing, 0))}T${writtenText(message, printing).slice(11, 19)}`,
      reporter: employer.organisationNumber,
    },
  );
  return { ...printed(bytes), door: "employer", contentType: "application/xml" };
};
