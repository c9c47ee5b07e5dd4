import type {
  Finding,
  Identifier,
  ReferralAttachment,
  ReferralCase,
  ReferralFormat,
  ReferralIdentity,
  ReferralMedical,
  ReferralPatient,
  WireEnvelope,
} from "@samvirke/contracts";
import { programmeOf, sickLeaveOf, urgencyOf } from "./conclusions.ts";
import { instantAt } from "./message-envelope.ts";
import type { NamedPerson, WireReferral } from "./wire.ts";

/** A referral in the shapes of its events; what only a decision knows is blank. */
export interface ReferralParts {
  readonly identity: ReferralIdentity;
  readonly case: ReferralCase;
  readonly medical: ReferralMedical;
}

/** What a referral is made of beside its own elements. */
export interface Surroundings {
  readonly format: ReferralFormat;
  readonly envelope: WireEnvelope;
  readonly named: NamedPerson;
  readonly patient: ReferralPatient;
  readonly attachments: ReadonlyArray<ReferralAttachment>;
  readonly warnings: ReadonlyArray<Finding>;
}

const hasValue = (number: Identifier | null): boolean => (number?.value ?? "") !== "";

const identityOf = ({ named, patient }: Surroundings): ReferralIdentity => {
  const isNumbered = hasValue(named.number) || named.otherNumbers.some(hasValue);
  return {
    ...named,
    bornOn: isNumbered ? null : patient.bornOn,
    sex: isNumbered ? null : patient.sex,
    currentNumber: null,
  };
};

const caseOf = (wire: WireReferral, around: Surroundings): ReferralCase => ({
  envelope: around.envelope,
  sender: "",
  senderAliases: [],
  format: around.format,
  programme: programmeOf(around.envelope, wire.shared.contentType),
  ...wire.shared,
  refersTo: wire.attachments.flatMap(({ id }) => (id === null ? [] : [id])),
  issuedAt: instantAt(wire.shared.issuedAtText),
  urgency: urgencyOf(wire.shared.request),
  senderParty: wire.sender?.party ?? null,
  receiverParty: wire.receiver?.party ?? null,
  copies: wire.copies.map(({ copy }) => copy),
  patient: around.patient,
  cooperation: null,
  contentKey: null,
  warnings: around.warnings,
  receipt: null,
});

/** The compartments of a referral's events. */
export const partsOf = (wire: WireReferral, around: Surroundings): ReferralParts => ({
  identity: identityOf(around),
  case: caseOf(wire, around),
  medical: { ...wire.medical, sickLeave: sickLeaveOf(wire.medical.items), attachments: around.attachments },
});
