import { isWelfareParty } from "@samvirke/contracts";
import type { Code, ReferralCase, ReferralParty, ReferralProgramme, ReferralUrgency } from "@samvirke/contracts";
import { noCode } from "../../envelope/elements.ts";
import { emptyCase, emptyRequest } from "../../referral/empty.ts";
import { programmes } from "../../referral/hub/model.ts";
import { instantAt } from "../../referral/message-envelope.ts";
import type { ReferralParts } from "../../referral/parts.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { extensions, lists, own } from "../systems.ts";
import { cooperationIn, responsesIn } from "./answers.ts";
import { consentOf, legalBasisIn } from "./consent.ts";
import { envelopeOf, idsNamed, idsOf } from "./envelope.ts";
import { medicalOf } from "./medical.ts";
import type { FhirParty } from "./party.ts";
import { partyAt } from "./party.ts";
import { alongWith, personAt } from "./person.ts";
import type { Reading } from "./reading.ts";
import { codingIn, codingOf, concept, timeOf } from "./values.ts";

const urgencies: Readonly<Record<string, ReferralUrgency>> = {
  routine: "NORMAL",
  urgent: "URGENT",
  asap: "URGENT",
  stat: "EMERGENCY",
};

// Source: HL7 FHIR R4 ServiceRequest.priority; none stated is routine.
const urgencyOf = (request: FhirElement, hasDay: boolean): ReferralUrgency => {
  const stated = urgencies[tokenAt(request, "priority") ?? "routine"] ?? "UNKNOWN";
  return hasDay && (stated === "NORMAL" || stated === "UNKNOWN") ? "BY_DATE" : stated;
};

const withdrawn: ReadonlySet<string | null> = new Set(["revoked", "entered-in-error"]);

/** Where no tag of list 7309 says it, the status and what the request replaces do. */
const lifecycleOf = (request: FhirElement): Code => {
  const listed = (code: string): Code => ({ ...noCode, system: lists.serviceType, code });
  if (withdrawn.has(tokenAt(request, "status"))) return listed("C");
  const tagged = codingIn(kids(kid(request, "meta"), "tag"), lists.serviceType);
  if (tagged !== null) return tagged;
  return listed(kid(request, "replaces") === undefined ? "N" : "O");
};

const priorities = "http://hl7.org/fhir/request-priority";

const wantedOn = (request: FhirElement): string | null =>
  tokenAt(request, "occurrenceDateTime") ?? tokenAt(request, "occurrencePeriod", "start");

const requestOf = (request: FhirElement): ReferralCase["request"] => {
  const priority = tokenAt(request, "priority");
  const code = kid(request, "code");
  return {
    ...emptyRequest,
    wantedOn: timeOf(wantedOn(request)),
    priority: priority === null ? null : { ...noCode, system: priorities, code: priority },
    serviceId: kid(code, "coding") === undefined ? null : { ...(concept(code) ?? noCode), originalText: null },
    specialty: concept(kid(request, "performerType")),
    category: concept(kids(request, "category").find((one) => codingOf([one], own.programme) === null)),
  };
};

const programmeOf = (request: FhirElement, receiver: FhirParty): ReferralProgramme => {
  const stated = codingOf(kids(request, "category"), own.programme)?.code;
  const known = programmes.find((one) => one === stated);
  return known ?? (isWelfareParty(receiver.organisations) ? "WORK_HELP" : "UNKNOWN");
};

const detailOf = ({ specialty }: FhirParty): ReferralParty | null =>
  specialty && {
    role: null,
    specialty,
    idByRequester: null,
    idByServiceProvider: null,
    cityDistrict: null,
    otherProfessionals: [],
  };

interface Parties {
  readonly sender: FhirParty;
  readonly receiver: FhirParty;
  readonly copies: ReadonlyArray<FhirParty>;
}

const nobody: FhirParty = { organisations: [], specialty: null };

const partiesOf = (reading: Reading, request: FhirElement): Parties => {
  const performers = kids(request, "performer").map((one) => partyAt(reading, request, one));
  const [receiver = nobody, ...others] = performers;
  if (others.length > 0) reading.note("ServiceRequest.performer", "SEVERAL_PERFORMERS");
  const copied = kids(request, "extension").filter(({ url }) => url === extensions.copyTo);
  return {
    sender: partyAt(reading, request, kid(request, "requester")),
    receiver,
    copies: [...others, ...copied.map((one) => partyAt(reading, request, kid(one, "valueReference")))],
  };
};

const cooperationOf = (reading: Reading, request: FhirElement): ReferralCase["cooperation"] => {
  const answered = cooperationIn(responsesIn(alongWith(reading, request, "QuestionnaireResponse")));
  const legalBasis = legalBasisIn(alongWith(reading, request, "Consent")) ?? answered.legalBasis;
  const asked = valueAt(request, "code", "text");
  const all = { ...answered, asked, legalBasis };
  return Object.values(all).every((one) => one === null) ? null : all;
};

/** A referral as a ServiceRequest with what is sent along; the warnings are still to come. */
export const referralOf = (reading: Reading, request: FhirElement): ReferralParts => {
  const { identity, patient } = personAt(reading, request, kid(request, "subject"));
  const { sender, receiver, copies } = partiesOf(reading, request);
  const issuedAtText = tokenAt(request, "authoredOn");
  const levels = copies.map(({ organisations }) => organisations);
  const parties = { sender: sender.organisations, receiver: receiver.organisations, copies: levels };
  const wanted = timeOf(wantedOn(request));
  const shared: ReferralCase = {
    ...emptyCase,
    envelope: envelopeOf(reading, parties, issuedAtText),
    format: "FHIR",
    programme: programmeOf(request, receiver),
    lifecycle: lifecycleOf(request),
    referralIdAsSent: idsOf(request)[0] ?? null,
    refersTo: idsNamed(reading, request, kids(request, "replaces")),
    issuedAtText,
    issuedAt: instantAt(issuedAtText),
    urgency: urgencyOf(request, wanted !== null && wanted.day !== null),
    request: requestOf(request),
    senderParty: detailOf(sender),
    receiverParty: detailOf(receiver),
    patient,
    consents: alongWith(reading, request, "Consent").flatMap((one) => consentOf(reading, one)),
    cooperation: cooperationOf(reading, request),
  };
  return { identity, case: shared, medical: medicalOf(reading, request) };
};
