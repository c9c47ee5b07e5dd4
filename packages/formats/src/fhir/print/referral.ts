import { printInstant } from "../../xml/print-time.ts";
import type { HubBody, HubConsent, HubMedical, HubReferral } from "../../referral/hub/model.ts";
import { extensions, lists, own, systemUri } from "../systems.ts";
import type { FhirOut } from "./out.ts";
import type { Entry } from "./parts.ts";
import { dayText, entryOf, partyEntry, patientEntry, uuidIdentifier } from "./parts.ts";

type Content = Extract<HubBody, { readonly kind: "REFERRAL" }>;

const lifecycleCodes = { NEW: "N", CHANGE: "M", ADDITION: "A", REPLACEMENT: "O" } as const;
const priorities = { EMERGENCY: "stat", URGENT: "urgent", NORMAL: "routine", BY_DATE: "routine" } as const;

const consentCodes: Readonly<Record<HubConsent["status"], string>> = {
  GIVEN: "1",
  NOT_REQUIRED: "2",
  ANSWER_TO_CONSENTED_REQUEST: "3",
  REFUSED: "4",
};

// What a refused consent forbids; without a need for one, nothing is provided.
const provisions: Readonly<Record<HubConsent["status"], string | null>> = {
  GIVEN: "permit",
  NOT_REQUIRED: null,
  ANSWER_TO_CONSENTED_REQUEST: "permit",
  REFUSED: "deny",
};

const scope = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] };

const consentEntry = ({ messageId }: HubReferral, { consent, legalBasis }: Content, patient: Entry) => {
  if (consent === null) return [];
  const { status, on, givenBy } = consent;
  const coding = [{ system: systemUri(lists.consent), code: consentCodes[status] }];
  return entryOf(messageId, "consent", {
    resourceType: "Consent",
    status: status === "REFUSED" ? "rejected" : "active",
    scope,
    category: [{ coding }],
    patient: patient.reference,
    dateTime: dayText(on),
    performer: givenBy === null ? [] : [{ display: givenBy }],
    policyRule: { coding, text: legalBasis },
    provision: { type: provisions[status] },
  }).entries;
};

const diagnosisEntries = ({ messageId }: HubReferral, medical: HubMedical | null, patient: Entry) =>
  (medical?.diagnoses ?? []).map(({ system, code, text }, index) =>
    entryOf(messageId, `condition/${index}`, {
      resourceType: "Condition",
      code: { coding: [{ system: system === "" ? null : systemUri(system), code, display: text }] },
      subject: patient.reference,
    }),
  );

const answer = (linkId: string, value: FhirOut): FhirOut | null =>
  Object.values(value).every((one) => one === null) ? null : { linkId, answer: [value] };

const sickLeaveItems = (medical: HubMedical | null): ReadonlyArray<FhirOut> =>
  (medical?.sickLeave ?? []).map(({ from, to, grade }) => ({
    linkId: "sickLeave",
    item: [
      answer("from", { valueDate: dayText(from) }),
      answer("to", { valueDate: dayText(to) }),
      answer("grade", { valueInteger: grade }),
    ],
  }));

/** Work goal, function and sick leave, for which FHIR has no element. Source: fact sheet 5.4. */
const workEntry = ({ messageId }: HubReferral, { work, legalBasis, medical }: Content, patient: Entry) => {
  const items = [
    answer("workGoal", { valueString: work.goal }),
    answer("tried", { valueString: work.tried }),
    answer("ordinaryWorkWished", { valueBoolean: work.ordinaryWorkWished }),
    answer("functionAtWork", { valueString: work.functionAtWork }),
    answer("remainingCapacity", { valueString: work.remainingCapacity }),
    answer("legalBasis", { valueString: legalBasis }),
    ...sickLeaveItems(medical),
  ].filter((item) => item !== null);
  if (items.length === 0) return undefined;
  return entryOf(messageId, "work", {
    resourceType: "QuestionnaireResponse",
    questionnaire: own.work,
    status: "completed",
    subject: patient.reference,
    item: items,
  });
};

const references = (entries: ReadonlyArray<Entry | undefined>): ReadonlyArray<FhirOut> =>
  entries.flatMap((entry) => (entry === undefined ? [] : [entry.reference]));

interface Parts {
  readonly patient: Entry;
  readonly sender: Entry | undefined;
  readonly receiver: Entry | undefined;
  readonly copies: ReadonlyArray<Entry>;
  readonly diagnoses: ReadonlyArray<Entry>;
  readonly work: Entry | undefined;
}

const partsOf = (message: HubReferral, body: Content): Parts => {
  const { messageId } = message;
  const patient = patientEntry(messageId, message.person);
  return {
    patient,
    sender: partyEntry(messageId, "sender", message.sender),
    receiver: partyEntry(messageId, "receiver", message.receiver),
    copies: body.copies.flatMap((copy, index) => partyEntry(messageId, `copy/${index}`, copy) ?? []),
    diagnoses: diagnosisEntries(message, body.medical, patient),
    work: workEntry(message, body, patient),
  };
};

const requestOf = (message: HubReferral, body: Content, parts: Parts): FhirOut => ({
  resourceType: "ServiceRequest",
  meta: { tag: [{ system: systemUri(lists.serviceType), code: lifecycleCodes[body.lifecycle] }] },
  extension: references(parts.copies).map((valueReference) => ({ url: extensions.copyTo, valueReference })),
  identifier: [uuidIdentifier(body.referral)],
  status: "active",
  intent: "order",
  category: [{ coding: [{ system: own.programme, code: body.programme }] }],
  priority: priorities[body.urgency],
  code: { text: body.work.asked },
  subject: parts.patient.reference,
  occurrenceDateTime: dayText(body.wantedOn),
  authoredOn: printInstant(message.madeAt),
  requester: parts.sender?.reference,
  performer: references([parts.receiver]),
  reasonCode: [{ text: body.medical?.text ?? null }],
  reasonReference: references(parts.diagnoses),
  supportingInfo: references([parts.work]),
});

/** A referral as the entries of a Bundle, the request first. */
export const referralEntries = (message: HubReferral, body: Content): ReadonlyArray<FhirOut> => {
  const parts = partsOf(message, body);
  const request = entryOf(message.messageId, "request", requestOf(message, body, parts));
  const { patient, sender, receiver, copies, diagnoses, work } = parts;
  const others = [patient, sender, receiver, ...copies, ...diagnoses, work];
  return [
    ...request.entries,
    ...others.flatMap((entry) => entry?.entries ?? []),
    ...consentEntry(message, body, patient),
  ];
};
