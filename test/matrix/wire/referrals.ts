import { printHubReferral, printReferralSample } from "@samvirke/formats";
import type { HubBody, HubParty, ReferralSample } from "@samvirke/formats";
import { addDays, E, parseDay } from "@samvirke/kernel";
import type { Message, Side, World } from "../model.ts";
import {
  clinician,
  hospital,
  idOf,
  minutesAgo,
  nameOf,
  numberOf,
  practice,
  today,
  welfareOffice,
  xml,
} from "./ground.ts";

const referrer = {
  ...practice,
  professional: { given: clinician.name.given, family: clinician.name.family, hprNumber: clinician.hprNumber },
};

const sampleOf = (world: World, changes: Partial<ReferralSample>): ReferralSample => {
  const bornOn = parseDay("1970-05-01");
  return {
    version: "2.0",
    lifecycle: "N",
    messageId: idOf(world, "referral"),
    generatedAt: minutesAgo(2),
    referralId: idOf(world, "referral id"),
    sender: referrer,
    receiver: hospital,
    person: { number: numberOf(world), name: nameOf(world), ...(bornOn === undefined ? {} : { bornOn }), sex: "2" },
    diagnosis: { code: "L88", system: "2.16.578.1.12.4.1.1.7170", text: "Revmatoid artritt" },
    reason: "Vurdering av hva som skal til for å komme tilbake i arbeid",
    ...changes,
  };
};

/** A referral, or a later part of its life, as an EHR sends it. */
export const referred =
  (changes: Partial<ReferralSample> = {}) =>
  (world: World): Message => {
    const sample = sampleOf(world, changes);
    const printed = printReferralSample(sample);
    if (E.isLeft(printed)) throw new Error(`the matrix's own referral cannot be printed: ${printed.left.reason}`);
    return xml("health", printed.right, sample.messageId);
  };

/** A later message about the same referral, under an id of its own. */
export const later =
  (lifecycle: string, changes: (world: World) => Partial<ReferralSample> = () => ({})) =>
  (world: World): Message =>
    referred({
      lifecycle,
      messageId: idOf(world, `referral ${lifecycle}`),
      refersTo: [idOf(world, "referral")],
      reason: "Ny opplysning: smertene har avtatt",
      ...changes(world),
    })(world);

/** A cancellation that reuses the message id of what it cancels, as some systems do. */
export const cancelled = (world: World): Message => later("C", () => ({ messageId: idOf(world, "referral") }))(world);

export const toWelfare = { receiver: welfareOffice } as const;

type Unit = typeof practice;

const hubParty = ({ name, organisationNumber, herId }: Unit): HubParty => ({
  name,
  identifiers: [
    { type: "HER", value: herId },
    { type: "ENH", value: organisationNumber },
  ],
  department: null,
  professional: null,
});

export const parties = {
  practice: hubParty(practice),
  hospital: hubParty(hospital),
  welfare: hubParty(welfareOffice),
};

/** A message of the hub's own contract. */
export const hub =
  (
    from: Side,
    name: string,
    to: { readonly sender: HubParty; readonly receiver: HubParty },
    body: (world: World) => HubBody,
  ) =>
  (world: World): Message => {
    const { given, family } = nameOf(world);
    const bytes = printHubReferral({
      messageId: idOf(world, name),
      madeAt: Date.now() - 60_000,
      parent: null,
      conversation: null,
      ...to,
      person: { numbers: [{ type: "FNR", value: numberOf(world) }], given, family, bornOn: null, sex: null },
      body: body(world),
    });
    // JSON has no receiving station between the practice and the hub.
    const party = from === "health" ? { party: "local-practice" } : {};
    return { from, ...party, bytes, contentType: "application/json", wireId: idOf(world, name) };
  };

type Asked = Extract<HubBody, { readonly kind: "REFERRAL" }>;

/** A new referral of the hub's own contract. */
export const asks =
  (programme: Asked["programme"], consent: "GIVEN" | "REFUSED") =>
  (world: World): HubBody => ({
    kind: "REFERRAL",
    referral: idOf(world, "referral id"),
    lifecycle: "NEW",
    programme,
    urgency: "NORMAL",
    wantedOn: null,
    copies: [],
    consent: { status: consent, on: today, givenBy: "SELF" },
    legalBasis: null,
    work: {
      goal: "Tilbake i egen jobb",
      tried: "Tilrettelegging",
      asked: "Vurdering av arbeidsevne",
      ordinaryWorkWished: true,
      functionAtWork: "Kan stå en time",
      remainingCapacity: "50 prosent",
    },
    medical: {
      diagnoses: [{ system: "2.16.578.1.12.4.1.1.7170", code: "L88", text: "Revmatoid artritt" }],
      text: "Smerter i hendene",
      sickLeave: [{ from: addDays(today, -20), to: addDays(today, 10), grade: 100 }],
    },
  });

type Outcome = Extract<HubBody, { readonly kind: "STATUS" }>["outcome"];

/** The receiver's word on a referral. */
export const says =
  (outcome: Outcome) =>
  (world: World): HubBody => ({
    kind: "STATUS",
    referral: idOf(world, "referral id"),
    outcome,
    declineClass: outcome === "DECLINED" ? "NO_CAPACITY" : null,
    decidedOn: today,
    appointmentOn: outcome === "CALLED_IN" ? addDays(today, 14) : null,
    latestStart: null,
    place: null,
    forwardedTo: outcome === "FORWARDED" ? parties.hospital : null,
    text: null,
  });

/** Something that is being done because of a referral. */
export const starts = (world: World): HubBody => ({
  kind: "EFFORT",
  referral: idOf(world, "referral id"),
  sector: "JOINT",
  effort: "PROGRAMME",
  from: today,
  to: addDays(today, 60),
  closed: false,
});

const fhirNumber = "urn:oid:2.16.578.1.12.4.1.4.1";
const fhirUnit = "urn:oid:2.16.578.1.12.4.1.2";
const organisation = (id: string, { name, herId, organisationNumber }: Unit) => ({
  resource: {
    resourceType: "Organization",
    id,
    name,
    identifier: [
      { system: fhirUnit, value: herId },
      { system: "urn:oid:2.16.578.1.12.4.1.4.101", value: organisationNumber },
    ],
  },
});

const fhirId = (world: World, what: string) => ({
  system: "urn:ietf:rfc:3986",
  value: `urn:uuid:${idOf(world, what)}`,
});

const fhirConsent = {
  resourceType: "Consent",
  status: "active",
  scope: { coding: [{ code: "patient-privacy" }] },
  category: [{ text: "Samtykke" }],
  patient: { reference: "Patient/p" },
  performer: [{ reference: "Patient/p" }],
  policyRule: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "OPTIN" }] },
};

const fhirPatient = (world: World) => {
  const { given, family } = nameOf(world);
  return {
    resource: {
      resourceType: "Patient",
      id: "p",
      identifier: [{ system: fhirNumber, value: numberOf(world) }],
      name: [{ given: [given], family }],
    },
  };
};

const fhirMessage = (value: object): Message => ({
  from: "health",
  party: "local-practice",
  bytes: Buffer.from(JSON.stringify(value)),
  contentType: "application/fhir+json",
});

/** A request for work-oriented help as FHIR: ServiceRequest, Task, Consent and who they are about. */
export const bundled =
  (isConsented = true) =>
  (world: World): Message =>
    fhirMessage({
      resourceType: "Bundle",
      type: "message",
      identifier: fhirId(world, "bundle"),
      timestamp: minutesAgo(20),
      entry: [
        {
          resource: {
            resourceType: "ServiceRequest",
            id: idOf(world, "referral id"),
            identifier: [fhirId(world, "referral id")],
            status: "active",
            intent: "order",
            code: { text: "Arbeidsrettet bistand" },
            subject: { reference: "Patient/p" },
            requester: { reference: "Organization/from" },
            performer: [{ reference: "Organization/to" }],
            reasonCode: [{ text: "Trenger hjelp for å bli i arbeid" }],
          },
        },
        {
          resource: {
            resourceType: "Task",
            id: idOf(world, "task"),
            status: "requested",
            intent: "order",
            focus: { reference: `ServiceRequest/${idOf(world, "referral id")}` },
            for: { reference: "Patient/p" },
            requester: { reference: "Organization/from" },
            owner: { reference: "Organization/to" },
          },
        },
        ...(isConsented ? [{ resource: { ...fhirConsent, dateTime: minutesAgo(60) } }] : []),
        fhirPatient(world),
        organisation("from", practice),
        organisation("to", welfareOffice),
      ],
    });

/** The person's word alone, after the referral: consent given, or taken back. */
export const consented =
  (status: "active" | "inactive") =>
  (world: World): Message =>
    fhirMessage({
      resourceType: "Bundle",
      type: "collection",
      identifier: fhirId(world, `consent ${status}`),
      timestamp: minutesAgo(2),
      entry: [
        {
          resource: {
            ...fhirConsent,
            status,
            dateTime: minutesAgo(60),
            provision: {
              data: [
                {
                  meaning: "related",
                  reference: { type: "ServiceRequest", identifier: fhirId(world, "referral id") },
                },
              ],
            },
          },
        },
        fhirPatient(world),
      ],
    });
