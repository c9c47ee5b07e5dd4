import type { ReferralCase, ReferralItem, ReferralMedical, ReferralResult } from "@samvirke/contracts";
import { emptyRequest } from "../empty.ts";
import type { ReferralParts } from "../parts.ts";
import type { MedicalPart, SharedPart } from "../wire.ts";
import { ofList, some, somebody } from "./filled.ts";
import { asDate, asDateTime, dateTimeText } from "./times.ts";

const result = (value: ReferralResult): ReferralResult => ({
  ...value,
  day: asDate(value.day),
  examinedOn: asDateTime(value.examinedOn),
  examination: some(value.examination),
});

const item = (value: ReferralItem): ReferralItem => ({
  ...value,
  kind: ofList(value.kind, "8233"),
  from: asDateTime(value.from),
  to: asDateTime(value.to),
  recordedOn: asDateTime(value.recordedOn),
  result: value.result && result(value.result),
  medication: value.medication && {
    ...value.medication,
    drug: some(value.medication.drug),
    status: some(value.medication.status),
  },
});

const headed = <A extends { readonly heading: ReferralMedical["reasons"][number]["heading"] }>(text: A): A =>
  text.heading === null ? text : { ...text, heading: ofList(text.heading, "8231") };

/** The medical part with the types of 2.0: headings name their list, times are dateTime or date. */
export const medical20 = (medical: ReferralMedical): MedicalPart => ({
  ...medical,
  diagnoses: medical.diagnoses.filter(({ concept }) => concept !== null),
  reasons: medical.reasons.map(headed),
  items: medical.items.map(item),
  precautions: medical.precautions.map((one) => ({
    text: one.text ?? "",
    from: asDateTime(one.from),
    to: asDateTime(one.to),
  })),
});

const request20 = (shared: ReferralCase): ReferralCase["request"] => {
  const request = shared.request ?? { ...emptyRequest, kind: shared.lifecycle };
  return {
    ...request,
    kind: some(request.kind),
    wantedOn: asDate(request.wantedOn),
    priority: some(request.priority),
  };
};

const issuedText = ({ issuedAtText, envelope }: ReferralCase): string | null =>
  [issuedAtText, envelope.generatedAtText].map((text) => text && dateTimeText(text)).find((text) => text !== null) ??
  null;

/** What the parties share, with the types and demands of 2.0. */
export const shared20 = ({ case: shared }: ReferralParts, referralId: string): SharedPart => ({
  ...shared,
  lifecycle: some(shared.lifecycle),
  issuedAtText: issuedText(shared),
  referralIdAsSent: shared.referralIdAsSent ?? referralId,
  contentType: ofList(shared.contentType, "8455"),
  request: request20(shared),
  consents: shared.consents.map((one) => ({ ...one, status: some(one.status), on: asDate(one.on) })),
  relatives: shared.relatives.map((one) => ({ ...one, person: somebody(one.person) })),
  contacts: shared.contacts.map((one) => ({ ...one, person: somebody(one.person) })),
  interpreters: shared.interpreters.map((one) => ({
    ...one,
    person: one.person && somebody(one.person),
    preferred: one.preferred && somebody(one.preferred),
    endsOn: asDate(one.endsOn),
  })),
});
