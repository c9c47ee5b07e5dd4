import type { ReferralCase, ReferralRelative } from "@samvirke/contracts";
import type { ReferralParts } from "../parts.ts";
import type { FullCopy, FullParty, MedicalPart, SharedPart } from "../wire.ts";
import { asDate } from "./times.ts";
import { emptyParty, some, somebody, typedAddress, typedLevels } from "./filled.ts";

const relative = (value: ReferralRelative): ReferralRelative => {
  const person = somebody(value.person);
  const name = person.name ?? { given: null, middle: null, family: "" };
  return {
    ...value,
    person: { ...person, name, address: typedAddress(person) },
    consent: value.consent && { ...value.consent, note: value.consent.note ?? "" },
  };
};

/** What the parties share, with the demands of the versions before 2.0. */
export const shared1x = ({ case: shared }: ReferralParts, referralId: string): SharedPart => ({
  ...shared,
  lifecycle: some(shared.lifecycle),
  issuedAtText: shared.issuedAtText ?? shared.envelope.generatedAtText,
  referralIdAsSent: shared.referralIdAsSent ?? referralId,
  contentType: some(shared.contentType),
  request: shared.request && {
    ...shared.request,
    kind: some(shared.request.kind),
    priority: some(shared.request.priority),
  },
  consents: shared.consents.slice(0, 1).map((one) => ({ ...one, note: one.note ?? "" })),
  relatives: shared.relatives.map(relative),
  contacts: shared.contacts.map((one) => ({ ...one, person: somebody(one.person) })),
  providers: shared.providers.map((one) => ({
    ...one,
    relation: some(one.relation),
    organisations: typedLevels(one.organisations),
  })),
  institutions: shared.institutions.map((one) => ({
    ...one,
    contactPerson: one.contactPerson ?? "",
    address: typedAddress(one),
  })),
});

/** 1.1 demands what is asked for, 1.0 does not. */
export const shared11 = (parts: ReferralParts, referralId: string): SharedPart => {
  const shared = shared1x(parts, referralId);
  const { request, lifecycle } = shared;
  const nothing = { purpose: null, wantedOn: null, comment: null, serviceId: null, specialty: null, category: null };
  const consents = shared.consents.map((one) => ({ ...one, on: asDate(one.on) }));
  return { ...shared, consents, request: request ?? { ...nothing, kind: lifecycle, priority: some(null) } };
};

/** The medical part, with the demands of the versions before 2.0. */
export const medical1x = ({ medical }: ReferralParts): MedicalPart => ({
  ...medical,
  diagnoses: medical.diagnoses.filter(({ concept }) => concept !== null),
  comments: medical.comments.map(({ heading, text, codes }) => ({
    heading: some(heading),
    text: text ?? "",
    codes: codes.length === 0 ? [some(null)] : codes,
  })),
  items: medical.items.map((one) => ({ ...one, kind: some(one.kind) })),
  precautions: medical.precautions.map((one) => ({ ...one, text: one.text ?? "" })),
});

/** The same before 1.0, where a reason has one code. */
export const medical09 = (parts: ReferralParts): MedicalPart => {
  const medical = medical1x(parts);
  return { ...medical, reasons: medical.reasons.map((one) => ({ ...one, codes: one.codes.slice(0, 1) })) };
};

type Side = "sender" | "receiver";

/** A party with what only a referral says of it. */
export const fullPartyOf = (shared: ReferralCase, side: Side): FullParty => {
  const wire = shared.envelope[side] ?? { comMethod: null, organisations: [] };
  const party = side === "sender" ? shared.senderParty : shared.receiverParty;
  return { wire: { ...wire, organisations: typedLevels(wire.organisations) }, party: party ?? emptyParty };
};

/** Copy receivers that are organisations; the older versions have no others. */
export const copiesOf = ({ envelope, copies }: ReferralCase): ReadonlyArray<FullCopy> =>
  envelope.otherReceivers
    .map((receiver, index) => ({
      receiver: { ...receiver, organisations: typedLevels(receiver.organisations) },
      copy: copies[index] ?? { party: emptyParty, documents: [] },
    }))
    .filter((_, index) => (envelope.otherReceivers[index]?.organisations.length ?? 0) > 0);
