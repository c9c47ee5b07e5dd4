import { printFollowUpSample, printPlanBatch, printPlanForm, printStatement } from "@samvirke/formats";
import type { FollowUpSample, FollowUpSampleKind, PlanFormSample } from "@samvirke/formats";
import { addDays } from "@samvirke/kernel";
import { identityNumber } from "../../hub/persons.ts";
import type { Message, World } from "../model.ts";
import {
  clinician,
  dayFrom,
  employer,
  idOf,
  json,
  minutesAgo,
  nameOf,
  numberOf,
  practice,
  record,
  today,
  xml,
} from "./ground.ts";

/** A medical statement that holds something for the case worker and something medical. */
export const stated = (world: World): Message => {
  const id = idOf(world, "statement");
  const bytes = printStatement({
    wrapping: "fellesformat",
    messageId: id,
    generatedAt: minutesAgo(2),
    receivedAt: minutesAgo(1),
    ediLogId: `edi-${id}`,
    person: { number: numberOf(world), name: nameOf(world) },
    clinician,
    unit: practice,
    occasions: ["1"],
    severalEmployments: "2",
    welfareOffice: "NAV Prøvedal",
    diagnosisSystem: "5",
    diagnoses: [{ code: "L84", text: "Ryggsyndrom" }],
    unfitFrom: addDays(today, -30),
    status: "Noe bedre",
    history: "Begynte etter tunge løft",
    measures: [{ code: "4", text: "hev- og senkbord" }],
    measuresDetails: "etter opplæring",
    situations: [{ code: "1" }],
    ability: { cannotDo: "løfte tungt", otherWork: "sittende arbeid", canResume: true, resumeWhen: "2" },
    outlook: { better: true, illness: "et halvt år", functionLoss: "tre måneder", workAbility: "to måneder" },
    contacts: [{ code: "2" }],
  });
  return xml("health", bytes, id);
};

/** A plan by the interface for employers' systems. */
export const planned =
  (changes: object = {}) =>
  (world: World): Message =>
    json("employer", {
      employeeIdentificationNumber: numberOf(world),
      typicalWorkday: "Verkstedarbeid",
      tasksThatCanStillBeDone: "Kontorarbeid",
      tasksThatCanNotBeDone: "Løfte tungt",
      previousFacilitation: "Ingen",
      plannedFacilitation: "Kontorplass",
      otherFacilitationOptions: null,
      followUp: "Ukentlig samtale",
      evaluationDate: dayFrom(21),
      sendPlanToNav: true,
      needsHelpFromNav: false,
      needsHelpFromNavDescription: null,
      sendPlanToGeneralPractitioner: true,
      messageToGeneralPractitioner: "Planen følger.",
      additionalInformation: null,
      contactPersonFullName: "Kari Kontakt",
      contactPersonPhoneNumber: "55500001",
      contactPersonEmail: "kontakt@example.no",
      employeeHasContributedToPlan: true,
      employeeHasNotContributedToPlanDescription: null,
      lpsName: "Prøve-LPS",
      lpsEmail: null,
      ...changes,
    });

const formOf = (world: World): PlanFormSample => ({
  employerNumber: employer.organisationNumber,
  employerName: employer.name,
  leader: { given: "Lise", family: "Leder", phone: "55500002" },
  personNumber: numberOf(world),
  ...nameOf(world),
  measures: [{ goal: "Tilbake i full jobb", text: "Kortere dager", from: today, to: addDays(today, 28), grade: "50" }],
  changedOn: today,
  toWelfare: true,
  toClinician: true,
  tookPart: true,
});

/** A plan by the portal: the form alone, or within its batch. */
export const portal =
  (edition?: string) =>
  (world: World): Message => {
    const batch = {
      edition: edition ?? "",
      reference: `AR${world.n}`,
      archivedAt: `${dayFrom(0)}T10:00:00`,
      reporter: employer.organisationNumber,
    };
    const form = formOf(world);
    return xml("employer", edition === undefined ? printPlanForm(form) : printPlanBatch(form, batch));
  };

/** Welfare's word that a plan exists. */
export const planTold = (world: World): Message => ({
  ...json("welfare", {
    uuid: idOf(world, "plan"),
    fodselsnummer: numberOf(world),
    virksomhetsnummer: employer.organisationNumber,
    behovForBistandFraNav: false,
    opprettet: today,
  }),
  topic: "team-esyfo.aapen-syfo-oppfolgingsplan-lps-nav-v2",
});

/** Metadata that a scanner writes. */
export const scanned = (world: World): Message =>
  xml(
    "welfare",
    Buffer.from(
      `<skanningmetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><sykemeldinger><pasient><fnr>${numberOf(world)}</fnr></pasient></sykemeldinger></skanningmetadata>`,
    ),
  );

const sampleOf = (world: World, changes: Partial<FollowUpSample>): FollowUpSample => ({
  id: idOf(world, "follow-up"),
  otherId: idOf(world, "follow-up other"),
  personNumber: numberOf(world),
  otherNumber: identityNumber(world.n + 50_000),
  employer: employer.organisationNumber,
  office: "0099",
  caseWorker: "Z999999",
  at: Date.now() - 60_000,
  meetingAt: Date.now() + 14 * 86_400_000,
  from: addDays(today, -20),
  to: addDays(today, 10),
  text: "Prøvetekst",
  ...changes,
});

/** A record of follow-up as welfare's topics hold it. */
export const told =
  (kind: FollowUpSampleKind, topic: string, changes: (world: World) => Partial<FollowUpSample> = () => ({})) =>
  (world: World): Message => {
    const { key, bytes, contentType } = printFollowUpSample(kind, sampleOf(world, changes(world)));
    if (contentType === "application/json") return record(topic, key, JSON.parse(Buffer.from(bytes).toString("utf8")));
    return { from: "welfare", bytes, contentType, topic };
  };
