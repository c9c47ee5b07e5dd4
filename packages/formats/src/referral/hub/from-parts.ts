import type {
  Code,
  Organisation,
  ReferralCase,
  ReferralIdentity,
  ReferralMedical,
  WireParty,
} from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import type { ReferralParts } from "../parts.ts";
import type {
  HubConsent,
  HubIdentifier,
  HubMedical,
  HubParty,
  HubPerson,
  HubReferral,
  HubUnit,
  HubWork,
} from "./model.ts";
import { programmes, urgencies } from "./model.ts";

/** What the hub knows of a referral beside its content. */
export interface HubPrinting {
  /** UUIDs: of this message, and of the referral where its sender gave it none. */
  readonly messageId: string;
  readonly referralId: string;
  readonly madeAt: Instant;
}

const identifiers = (all: Organisation["identifiers"]): ReadonlyArray<HubIdentifier> =>
  all.flatMap(({ type, value }) => (value === null || value === "" ? [] : [{ type: type.code ?? "XXX", value }]));

const unit = ({ name, identifiers: own }: Organisation): HubUnit => ({ name, identifiers: identifiers(own) });

const professional = (levels: ReadonlyArray<Organisation>): HubParty["professional"] => {
  const who = levels.find(({ healthcareProfessional }) => healthcareProfessional)?.healthcareProfessional;
  if (!who) return null;
  return {
    given: who.name?.given ?? null,
    family: who.name?.family ?? null,
    identifiers: identifiers(who.identifiers),
  };
};

/** A party of a message head in the contract. */
export const party = (who: Pick<WireParty, "organisations"> | null): HubParty => {
  const levels = who?.organisations ?? [];
  const [outermost, second] = levels;
  return {
    ...(outermost ? unit(outermost) : { name: null, identifiers: [] }),
    department: second ? unit(second) : null,
    professional: professional(levels),
  };
};

const personOf = (identity: ReferralIdentity, { patient }: ReferralCase): HubPerson => ({
  numbers: identifiers(identity.number ? [identity.number, ...identity.otherNumbers] : identity.otherNumbers),
  given: identity.name?.given ?? null,
  family: identity.name?.family ?? null,
  bornOn: patient.bornOn,
  sex: patient.sex?.code ?? null,
});

const consentStatus: Readonly<Record<string, HubConsent["status"]>> = {
  "1": "GIVEN",
  "2": "NOT_REQUIRED",
  "3": "ANSWER_TO_CONSENTED_REQUEST",
  "4": "REFUSED",
};

const stateOf = (status: Code | null): HubConsent["status"] | undefined => consentStatus[(status?.code ?? "").trim()];

/** The consent that counts is the strictest; none where none of a known kind is stated. Source: list 9064. */
const consentOf = ({ consents }: ReferralCase): HubConsent | null => {
  const known = consents.flatMap(({ status, on, givenBy }) => {
    const state = stateOf(status);
    return state === undefined ? [] : [{ status: state, on: on?.day ?? null, givenBy }];
  });
  return known.find(({ status }) => status === "REFUSED") ?? known[0] ?? null;
};

const textOf = ({ reasons }: ReferralMedical): string | null => {
  const texts = reasons.flatMap(({ text }) => text ?? []);
  return texts.length === 0 ? null : texts.join("\n\n");
};

const medicalOf = (medical: ReferralMedical): HubMedical => ({
  diagnoses: medical.diagnoses.flatMap(({ concept }) =>
    concept?.code ? [{ system: concept.system ?? "", code: concept.code, text: concept.text }] : [],
  ),
  text: textOf(medical),
  sickLeave: medical.sickLeave.map(({ from, to, grade }) => ({ from, to, grade })),
});

const nothing: HubWork = {
  goal: null,
  tried: null,
  asked: null,
  ordinaryWorkWished: null,
  functionAtWork: null,
  remainingCapacity: null,
};

const workOf = ({ cooperation }: ReferralCase): HubWork => {
  if (cooperation === null) return nothing;
  const { workGoal: goal, legalBasis: _basis, ...rest } = cooperation;
  return { goal, ...rest };
};

const lifecycles: Readonly<Record<string, HubContent["lifecycle"]>> = { M: "CHANGE", A: "ADDITION", O: "REPLACEMENT" };

const lifecycleOf = (code: Code | null): HubContent["lifecycle"] =>
  lifecycles[(code?.code ?? "").trim().toUpperCase()] ?? "NEW";

type HubContent = Extract<HubReferral["body"], { readonly kind: "REFERRAL" }>;

const bodyOf = ({ case: shared, medical }: ReferralParts, referralId: string): HubContent => {
  const consent = consentOf(shared);
  const mayShare = consent !== null && consent.status !== "REFUSED";
  return {
    kind: "REFERRAL",
    referral: referralId,
    lifecycle: lifecycleOf(shared.lifecycle),
    programme: programmes.find((one) => one === shared.programme) ?? "OTHER",
    urgency: urgencies.find((one) => one === shared.urgency) ?? "NORMAL",
    wantedOn: wantedOn(shared),
    copies: shared.envelope.otherReceivers.map(party),
    consent,
    legalBasis: legalBasis(shared),
    work: workOf(shared),
    medical: mayShare ? medicalOf(medical) : null,
  };
};

const wantedOn = ({ request }: ReferralCase): Day | null => request?.wantedOn?.day ?? null;
const legalBasis = ({ cooperation }: ReferralCase): string | null => cooperation?.legalBasis ?? null;

/**
 * A referral in the hub's own contract. Medical content goes along only where the person has consented or no consent is
 * required: silence is no consent.
 *
 * Source: fact sheet 5.4.
 */
export const hubReferralOf = (parts: ReferralParts, { messageId, madeAt, referralId }: HubPrinting): HubReferral => {
  const { envelope } = parts.case;
  return {
    messageId,
    madeAt,
    parent: envelope.parentReference,
    conversation: envelope.conversationReference,
    sender: party(envelope.sender),
    receiver: party(envelope.receiver),
    person: personOf(parts.identity, parts.case),
    body: bodyOf(parts, referralId),
  };
};
