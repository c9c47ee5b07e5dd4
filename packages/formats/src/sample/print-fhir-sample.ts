import { printFhir } from "../fhir/print/print-fhir.ts";
import type { HubBody, HubMedical, HubParty, HubPerson } from "../referral/hub/model.ts";
import type { FhirSample, FhirSampleBody } from "./fhir-model.ts";
import type { ReferralSampleParty, ReferralSamplePerson } from "./referral-model.ts";

const partyOf = ({ name, herId, organisationNumber, department, professional }: ReferralSampleParty): HubParty => ({
  name,
  identifiers: [
    { type: "HER", value: herId },
    ...(organisationNumber === undefined ? [] : [{ type: "ENH", value: organisationNumber }]),
  ],
  department: department ? { name: department.name, identifiers: [{ type: "HER", value: department.herId }] } : null,
  professional: professional
    ? { ...professional, identifiers: [{ type: "HPR", value: professional.hprNumber }] }
    : null,
});

const nobody: HubPerson = { numbers: [], given: null, family: null, bornOn: null, sex: null };

const numbersOf = ({ number, numberType }: ReferralSamplePerson): HubPerson["numbers"] =>
  number === undefined ? [] : [{ type: numberType ?? "FNR", value: number }];

const personOf = (person: ReferralSamplePerson): HubPerson => {
  const { name = { given: null, family: null }, bornOn = null, sex = null } = person;
  return { ...nobody, numbers: numbersOf(person), given: name.given, family: name.family, bornOn, sex };
};

type Sample<K extends FhirSampleBody["kind"]> = Extract<FhirSampleBody, { readonly kind: K }>;

const medicalOf = ({ diagnosis, reason, sickLeave }: Sample<"REFERRAL">): HubMedical => ({
  diagnoses: diagnosis === undefined ? [] : [diagnosis],
  text: reason ?? null,
  sickLeave: sickLeave === undefined ? [] : [{ ...sickLeave, grade: sickLeave.grade ?? null }],
});

const noWork = { tried: null, ordinaryWorkWished: null, functionAtWork: null, remainingCapacity: null };

const referralOf = (body: Sample<"REFERRAL">, referral: string): HubBody => ({
  kind: "REFERRAL",
  referral,
  lifecycle: body.lifecycle ?? "NEW",
  programme: body.programme ?? "WORK_HELP",
  urgency: body.urgency ?? "NORMAL",
  wantedOn: null,
  copies: [],
  consent: body.consent ? { status: body.consent, on: null, givenBy: null } : null,
  legalBasis: null,
  work: { ...noWork, goal: body.workGoal ?? null, asked: body.asked ?? null },
  medical: medicalOf(body),
});

const statusOf = ({ outcome, appointmentOn, text }: Sample<"STATUS">, referral: string): HubBody => ({
  kind: "STATUS",
  referral,
  outcome,
  declineClass: null,
  decidedOn: null,
  appointmentOn: appointmentOn ?? null,
  latestStart: null,
  place: null,
  forwardedTo: null,
  text: text ?? null,
});

const bodyOf = ({ body, referralId }: FhirSample): HubBody => {
  switch (body.kind) {
    case "REFERRAL":
      return referralOf(body, referralId);
    case "STATUS":
      return statusOf(body, referralId);
    case "CANCELLATION":
      return { kind: "CANCELLATION", referral: referralId, reason: body.reason ?? null };
    case "EFFORT": {
      const { from, to, closed } = body;
      const span = { from, to: to ?? null, closed: closed ?? false };
      return { kind: "EFFORT", referral: referralId, sector: "HEALTH", effort: "PROGRAMME", ...span };
    }
  }
};

/** A synthetic FHIR document as a sender would put it on the wire. */
export const printFhirSample = (sample: FhirSample): Uint8Array =>
  printFhir(
    {
      messageId: sample.messageId,
      madeAt: sample.generatedAt,
      parent: null,
      conversation: null,
      sender: partyOf(sample.sender),
      receiver: partyOf(sample.receiver),
      person: personOf(sample.person),
      body: bodyOf(sample),
    },
    sample.notation,
  );
