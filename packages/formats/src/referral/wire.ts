import type {
  Code,
  Identifier,
  Name,
  OtherReceiver,
  ReferralAttachment,
  ReferralCase,
  ReferralCopy,
  ReferralMedical,
  ReferralParty,
  ReferralPatient,
  WireEnvelope,
  WireParty,
} from "@samvirke/contracts";
import type { ElementCodec, Leaf } from "../codec/codec.ts";
import { mergedLeaves } from "../codec/codec.ts";

/** What a referral's own elements say of its envelope; in 2.0 the message head says it. */
export type HeadPart = Pick<
  WireEnvelope,
  "messageType" | "migVersion" | "generatedAtText" | "messageId" | "processingStatus" | "ack"
>;

/** A party with what only a referral says of it. */
export interface FullParty {
  readonly wire: WireParty;
  readonly party: ReferralParty;
}

export interface FullCopy {
  readonly receiver: OtherReceiver;
  readonly copy: ReferralCopy;
}

export interface NamedPerson {
  readonly number: Identifier | null;
  readonly otherNumbers: ReadonlyArray<Identifier>;
  readonly name: Name | null;
}

export type SharedPart = Pick<
  ReferralCase,
  | "lifecycle"
  | "referralIdAsSent"
  | "issuedAtText"
  | "contentType"
  | "contentTypeNote"
  | "paymentCategory"
  | "comment"
  | "messageVersion"
  | "request"
  | "consents"
  | "relatives"
  | "contacts"
  | "providers"
  | "units"
  | "professionals"
  | "responsibles"
  | "institutions"
  | "interpreters"
  | "sentDocuments"
  | "individualPlan"
>;

export type MedicalPart = Omit<ReferralMedical, "sickLeave" | "attachments">;
export type AttachmentPart = Omit<ReferralAttachment, "index">;

/** A referral by its elements, before anything is concluded from them. */
export interface WireReferral {
  readonly head: HeadPart;
  readonly sender: FullParty | null;
  readonly receiver: FullParty | null;
  readonly copies: ReadonlyArray<FullCopy>;
  readonly named: NamedPerson;
  readonly patient: ReferralPatient;
  readonly shared: SharedPart;
  readonly medical: MedicalPart;
  readonly attachments: ReadonlyArray<AttachmentPart>;
}

// Where the parts lie in an event; longer starts first.
const places: ReadonlyArray<readonly [part: string, place: string]> = [
  ["head", "case.envelope"],
  ["sender.wire", "case.envelope.sender"],
  ["sender.party", "case.senderParty"],
  ["receiver.wire", "case.envelope.receiver"],
  ["receiver.party", "case.receiverParty"],
  ["copies[].receiver", "case.envelope.otherReceivers[]"],
  ["copies[].copy", "case.copies[]"],
  ["named", "identity"],
  ["patient", "case.patient"],
  ["shared", "case"],
  ["medical", "medical"],
  ["attachments", "medical.attachments"],
];

const inEvent = (path: string): string => {
  const found = places.find(([part]) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`));
  return found ? found[1] + path.slice(found[0].length) : path;
};

/** What follows from a leaf beside what its codec says. */
export type Derived = Readonly<Record<string, ReadonlyArray<string>>>;

/** The leaves of a version as paths of the events. */
export const eventLeaves = (codec: ElementCodec<WireReferral>, derived: Derived): ReadonlyArray<Leaf> =>
  mergedLeaves([
    ...codec.leaves.map(({ leaf, event }) => ({ leaf, event: event.map(inEvent) })),
    ...Object.entries(derived).map(([leaf, event]) => ({ leaf, event })),
  ]);

/** The code of the life cycle, list 7309, upper case. */
export const lifecycleOf = (code: Code | null): string => (code?.code ?? "").trim().toUpperCase();
