import type { Code, Identifier, Organisation, ReferralCase, ReferralIdentity, WireEnvelope } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { noCode } from "../../envelope/elements.ts";
import { printInstant } from "../../xml/print-time.ts";
import { emptyCase, emptyEnvelope, emptyMedical, emptyPatient, emptyRequest } from "../empty.ts";
import type { ReferralParts } from "../parts.ts";
import type {
  HubBody,
  HubConsent,
  HubIdentifier,
  HubMedical,
  HubParty,
  HubPerson,
  HubReferral,
  HubUnit,
} from "./model.ts";

type HubContent = Extract<HubBody, { readonly kind: "REFERRAL" }>;

const code = (value: string): Code => ({ ...noCode, code: value });
const identifier = ({ type, value }: HubIdentifier): Identifier => ({ value, type: code(type) });

const unit = ({ name, identifiers }: HubUnit): Organisation => ({
  name,
  type: null,
  identifiers: identifiers.map(identifier),
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

/** A party of the contract as levels, outermost first. */
export const hubLevels = ({ department, professional, ...house }: HubParty): ReadonlyArray<Organisation> => {
  const who = professional && {
    category: null,
    roleToPatient: null,
    name: { given: professional.given, middle: null, family: professional.family },
    bornOn: null,
    sex: null,
    nationality: null,
    identifiers: professional.identifiers.map(identifier),
    address: null,
    contactPoints: [],
  };
  const own = { ...unit(house), healthcareProfessional: who };
  return department === null ? [own] : [own, unit(department)];
};

/** The envelope of a message of the contract. */
export const hubEnvelope = ({
  messageId,
  madeAt,
  parent,
  conversation,
  sender,
  receiver,
  body,
}: HubReferral): WireEnvelope => ({
  ...emptyEnvelope,
  format: "HUB_JSON",
  generatedAtText: printInstant(madeAt),
  generatedAt: madeAt,
  messageId,
  parentReference: parent,
  conversationReference: conversation,
  sender: { comMethod: null, organisations: hubLevels(sender) },
  receiver: { comMethod: null, organisations: hubLevels(receiver) },
  otherReceivers: (body.kind === "REFERRAL" ? body.copies : []).map((copy) => ({
    comMethod: null,
    role: null,
    organisations: hubLevels(copy),
    patient: null,
    person: null,
    healthcareProfessional: null,
  })),
});

/** Who a message of the contract is about. */
export const hubIdentity = ({ numbers, given, family, bornOn, sex }: HubPerson): ReferralIdentity => {
  const [number, ...others] = numbers.map(identifier);
  const isNumbered = number !== undefined;
  return {
    number: number ?? null,
    otherNumbers: others,
    name: given === null && family === null ? null : { given, middle: null, family },
    bornOn: isNumbered ? null : bornOn,
    sex: isNumbered || sex === null ? null : code(sex),
    currentNumber: null,
  };
};

const lifecycleCodes = { NEW: "N", CHANGE: "M", ADDITION: "A", REPLACEMENT: "O" } as const;

const consentCodes: Readonly<Record<HubConsent["status"], string>> = {
  GIVEN: "1",
  NOT_REQUIRED: "2",
  ANSWER_TO_CONSENTED_REQUEST: "3",
  REFUSED: "4",
};

const timeOf = (day: Day | null) => (day === null ? null : { text: printDay(day), day });

const consentOf = ({ status, on, givenBy }: HubConsent): ReferralCase["consents"][number] => ({
  status: { ...code(consentCodes[status]), system: "2.16.578.1.12.4.1.1.9064" },
  on: timeOf(on),
  note: null,
  givenBy,
});

const caseOf = (message: HubReferral, body: HubContent): ReferralCase => {
  const { person, madeAt } = message;
  return {
    ...emptyCase,
    envelope: hubEnvelope(message),
    format: "HUB_JSON",
    programme: body.programme,
    lifecycle: code(lifecycleCodes[body.lifecycle]),
    referralIdAsSent: body.referral,
    issuedAtText: printInstant(madeAt),
    issuedAt: madeAt,
    urgency: body.urgency,
    request: body.wantedOn === null ? null : { ...emptyRequest, wantedOn: timeOf(body.wantedOn) },
    patient: { ...emptyPatient, bornOn: person.bornOn, sex: person.sex === null ? null : code(person.sex) },
    consents: body.consent === null ? [] : [consentOf(body.consent)],
    cooperation: {
      workGoal: body.work.goal,
      tried: body.work.tried,
      asked: body.work.asked,
      ordinaryWorkWished: body.work.ordinaryWorkWished,
      functionAtWork: body.work.functionAtWork,
      remainingCapacity: body.work.remainingCapacity,
      legalBasis: body.legalBasis,
    },
  };
};

const medicalOf = (medical: HubMedical | null): ReferralParts["medical"] =>
  medical === null
    ? emptyMedical
    : {
        ...emptyMedical,
        diagnoses: medical.diagnoses.map((concept) => ({ concept: { ...concept, originalText: null }, modifiers: [] })),
        reasons: medical.text === null ? [] : [{ heading: null, text: medical.text, codes: [] }],
        sickLeave: medical.sickLeave.map((one) => ({ ...one, text: null })),
      };

/** A referral of the contract in the shapes of its events; undefined where the message is none. */
export const hubParts = (message: HubReferral): ReferralParts | undefined => {
  const { body, person } = message;
  if (body.kind !== "REFERRAL") return undefined;
  return { identity: hubIdentity(person), case: caseOf(message, body), medical: medicalOf(body.medical) };
};
